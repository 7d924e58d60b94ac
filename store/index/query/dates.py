"""Dates as they are typed in a query: what `store.dates` knows, or a span from one to another."""

import re
from datetime import date

from store.dates import days_in
from store.index.query.conditions import Dated
from store.moments import papers_today

_SPAN = re.compile(r"(.*?)(\.{2,3}|~|至)(.*)")


def dated(value: str) -> Dated | None:
    """Return the condition for a folded `value` of ``date:``, or None when it is no date."""
    parts = _SPAN.fullmatch(value)
    begin, end = (parts[1], parts[3]) if parts else (value, value)
    today = papers_today()
    first, last = days_in(begin, today), days_in(end, today)
    if not value or (begin and first is None) or (end and last is None):
        return None
    return Dated(first[0] if first else date.min, last[1] if last else date.max)
