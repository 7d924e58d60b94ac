"""Days as people write them: ``2019-11-19``, ``2019年11月19日``, ``11-19``, ``昨天``, ``周一``.

A day without its year is the last one that there was, a weekday the last one, today among them.
"""

import calendar
import re
import unicodedata
from datetime import date, timedelta

from store.moments import papers_today
from store.patterns import pattern

_DATE = pattern(
    r"(?P<year>\d{4})(?:[-/.年](?P<month>\d{1,2})(?:[-/.月](?P<day>\d{1,2})[日号]?)?)?[-年月]?"
    r"|(?P<year8>\d{4})(?P<month8>\d{2})(?P<day8>\d{2})"
)
_IN_THE_YEAR = pattern(r"(\d{1,2})[-/.月](\d{1,2})[日号]?")
_AGO = pattern(r"(\d{1,4}) ?(?:d|days? ago|天前?|日前)")
_NAMED = {
    "today": 0, "今天": 0, "今日": 0, "yesterday": 1, "昨天": 1, "昨日": 1, "前天": 2, "前日": 2,
    "大前天": 3,
}  # fmt: skip
"""Names of days, by how long ago they were."""

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY = pattern(r"(?:上?(?:周|星期|礼拜)|禮拜)([一二三四五六日天])")


def day_in(text: str, today: date | None = None) -> date | None:
    """Return the one day that `text` names; None where it names none, or more than one."""
    span = days_in(text, today)
    return span[0] if span and span[0] == span[1] else None


def days_in(text: str, today: date | None = None) -> tuple[date, date] | None:
    """Return the first and the last day of what `text` names, a day, a month or a year, or None."""
    now = today or papers_today()
    folded = re.sub(r"(?<=\d)\s+|\s+(?=\d)", "", unicodedata.normalize("NFKC", text)).strip()
    folded = folded.lower().replace("週", "周")
    try:
        if (ago := _days_ago(folded, now)) is not None:
            day = now - timedelta(days=ago)
            return day, day
        if found := _IN_THE_YEAR.fullmatch(folded):
            day = _last_time(int(found[1]), int(found[2]), now)
            return day, day
        return _in_full(folded)
    except (ValueError, OverflowError):  # the 31st of February
        return None


def _days_ago(text: str, today: date) -> int | None:
    """Return how many days ago was what `text` names, None where that is no name of a day."""
    if text in _NAMED:
        return _NAMED[text]
    if found := _AGO.fullmatch(text):
        return int(found[1])
    weekday = _WEEKDAYS.index(text) if text in _WEEKDAYS else -1
    if found := _WEEKDAY.fullmatch(text):
        weekday = "一二三四五六日".index(found[1].replace("天", "日"))
    return (today.weekday() - weekday) % 7 if weekday >= 0 else None


def _last_time(month: int, day: int, today: date) -> date:
    """Return the last such day that there was. Raises ValueError when there is none."""
    for year in range(today.year, today.year - 8, -1):  # the 29th of February may be long ago
        if day <= calendar.monthrange(year, month)[1] and date(year, month, day) <= today:
            return date(year, month, day)
    raise ValueError(day)


def _in_full(text: str) -> tuple[date, date] | None:
    found = _DATE.fullmatch(text)
    if found is None:
        return None
    year, month, day = (found[part] or found[f"{part}8"] for part in ("year", "month", "day"))
    last_month = int(month or 12)
    last = int(day or calendar.monthrange(int(year), last_month)[1])
    first = date(int(year), int(month or 1), int(day or 1))
    return first, date(int(year), last_month, last)
