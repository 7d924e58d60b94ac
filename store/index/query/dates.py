"""Dates as they are typed in a query: a year, a month or a day, or a span from one to another."""

import calendar
import re
from datetime import date

from store.index.query.conditions import Dated

_DAY = r"(?:(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?)?)?[-年月]?)?"
_DATES = re.compile(_DAY + r"(?:(\.{2,3}|~|至)" + _DAY + ")?")


def dated(value: str) -> Dated | None:
    """Return the condition for a folded `value` of ``date:``, or None when it is no date."""
    found = _DATES.fullmatch(value)
    if found is None:
        return None
    first, last, dots = found.groups()[:3], found.groups()[4:], found[4]
    try:
        return Dated(_first_day(*first), _last_day(*(last if dots else first)))
    except ValueError:  # the 31st of February
        return None


def _first_day(year: str | None, month: str | None, day: str | None) -> date:
    if not year:
        return date.min
    return date(int(year), int(month or 1), int(day or 1))


def _last_day(year: str | None, month: str | None, day: str | None) -> date:
    if not year:
        return date.max
    last_month = int(month or 12)
    last = int(day) if day else calendar.monthrange(int(year), last_month)[1]
    return date(int(year), last_month, last)
