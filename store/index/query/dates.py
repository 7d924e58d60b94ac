"""Dates as they are typed in a query: a year, a month or a day, or a span from one to another.

A day may be told from today, which is the papers' today, wherever the reader is: ``today``,
``昨天``, ``7d`` for the day a week ago.
"""

import calendar
import re
from datetime import date, timedelta

from store.index.query.conditions import Dated
from store.moments import papers_today

_SPAN = re.compile(r"(.*?)(\.{2,3}|~|至)(.*)")
_DAY = re.compile(r"(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?)?)?[-年月]?")
_AGO = re.compile(r"(\d{1,4})[d天日]前?")
_NAMED = {
    "today": 0, "今天": 0, "今日": 0, "yesterday": 1, "昨天": 1, "昨日": 1, "前天": 2,
}  # fmt: skip
"""Names of days, by how long ago they were."""


def dated(value: str) -> Dated | None:
    """Return the condition for a folded `value` of ``date:``, or None when it is no date."""
    parts = _SPAN.fullmatch(value)
    begin, end = (parts[1], parts[3]) if parts else (value, value)
    try:
        first, last = _days(begin), _days(end)
    except ValueError:  # the 31st of February
        return None
    if not value or (begin and first is None) or (end and last is None):
        return None
    return Dated(first[0] if first else date.min, last[1] if last else date.max)


def _days(text: str) -> tuple[date, date] | None:
    """Return the first and the last day of what `text` names; None where it names none."""
    ago = _NAMED.get(text)
    if found := _AGO.fullmatch(text):
        ago = int(found[1])
    if ago is not None:
        day = papers_today() - timedelta(days=ago)
        return day, day
    found = _DAY.fullmatch(text)
    if found is None:
        return None
    year, month, day_of_month = found[1], found[2], found[3]
    last_month = int(month or 12)
    last = int(day_of_month or calendar.monthrange(int(year), last_month)[1])
    first = date(int(year), int(month or 1), int(day_of_month or 1))
    return first, date(int(year), last_month, last)
