"""Moments as feeds print them: by RFC 822 or ISO 8601, as programs write them, and in Chinese.

China has had no summer time since 1991, so that its zone is a number.
"""

import re
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo

from store.moments import CHINA
from store.press.forms.dates import printed_date
from store.press.text.numbers import parse_number

_LONGEST = 100
_WIDEST = timedelta(hours=15)
_OLDEST = 1980
"""A year before is what programs write that know no date."""
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec"
_RFC_822 = re.compile(
    r"(?:[A-Za-z]{3}, ?)?(\d{1,2}) ([A-Za-z]{3}) (\d{4}) (\d\d:\d\d:\d\d) ([+-]\d{4}|GMT)"
)
"""What nearly all feeds print."""
_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?!\d)")
_DAY_FIRST = re.compile(
    r"(?<!\d)(\d{1,2})[\s-]+([A-Za-z]{3,9}|[\d一二三四五六七八九十]{1,2}月)\.?[\s-]+(\d{4}|\d\d)(?!\d)"
)
_MONTH_FIRST = re.compile(
    r"\b([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?\b,?(?:.{0,12}:\d\d)?\s+(\d{4})\b"
)
_AMERICAN = re.compile(r"(?<!\d)(\d{1,2})/(\d{1,2})/(\d{4})(?!\d)")
_TIME = re.compile(r"(?<![\d+-])(\d{1,2})[:：时点](\d\d)(?:[:：分](\d\d)(?:[.,]\d+)?)?")
_AFTERNOON = re.compile(r"下午|晚|[Pp]\.?[Mm]\b")
_FORENOON = re.compile(r"上午|早|凌晨|[Aa]\.?[Mm]\b")
_ZONE = re.compile(
    r"\s*(?:[AaPp]\.?[Mm]\.?)?\s*"
    r"(?:(?:GMT|UTC|UT)?([+-]) ?(\d{1,2})(?::?(\d\d))?(?!\d)|([A-Za-z]{1,5})(?![A-Za-z/]))"
)
_NAMED = {
    "EST": -5, "EDT": -4, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7,
    "BST": 1, "CET": 1, "CEST": 2, "MSK": 3, "IST": 5.5, "JST": 9, "KST": 9,
}  # fmt: skip
"""Hours of the zones that are called by names (RFC 822). CST is China's own, as in its feeds."""
_UTC = frozenset({"Z", "UT", "UTC", "GMT"})


def read_moment(printed: str) -> datetime | None:
    """Return the moment that is `printed`, in the zone in whose days it is to be counted.

    That is the printed one; Shanghai's, where the papers are made, for UTC and where none is
    printed. None is returned for what is no moment, and for years before 1980.
    """
    printed = printed.strip()[:_LONGEST]
    if usual := _RFC_822.fullmatch(printed):
        day, month, year, time, zone = usual.groups()
        zone = "Z" if zone == "GMT" else zone
        printed = f"{year}-{_month(month):02}-{int(day):02}T{time}{zone}"
    try:
        found = _seconds(printed) if printed.isdecimal() else datetime.fromisoformat(printed)
    except (ValueError, OverflowError):
        found = None
    try:
        found = _in_days(found or _read(printed))
    except (ValueError, OverflowError):
        return None
    return found if found and found.year >= _OLDEST else None


def _in_days(found: datetime | None) -> datetime | None:
    if found is None or found.tzinfo is None:
        return found and found.replace(tzinfo=CHINA)
    return found if found.utcoffset() else found.astimezone(CHINA)


def _seconds(printed: str) -> datetime:
    """Return the moment of so many seconds or milliseconds since 1970, or of a day in digits."""
    if len(printed) in (10, 13):
        return datetime.fromtimestamp(int(printed[:10]), UTC)
    return datetime.fromisoformat(printed)


def _read(printed: str) -> datetime | None:
    day = _day(printed)
    if day is None:
        return None
    moment = datetime(day.year, day.month, day.day)
    time = _TIME.search(printed)
    if time is None:
        return moment
    hour, minute, second = (int(part or 0) for part in time.groups())
    if hour < 12 and _AFTERNOON.search(printed):
        hour += 12
    elif hour == 12 and _FORENOON.search(printed):
        hour = 0
    if hour > 24 or minute > 59:
        return moment
    moment += timedelta(hours=hour, minutes=minute, seconds=min(second, 59))
    return moment.replace(tzinfo=_zone(printed, time.end()))


def _day(printed: str) -> date | None:
    if found := _YEAR_FIRST.search(printed):
        return date(int(found[1]), int(found[2]), int(found[3]))
    if found := _DAY_FIRST.search(printed):
        month = _month(found[2])
        return date(_year(found[3]), month, int(found[1])) if month else None
    if (found := _MONTH_FIRST.search(printed)) and (month := _month(found[1])):
        return date(int(found[3]), month, int(found[2]))
    if found := _AMERICAN.search(printed):
        return date(int(found[3]), int(found[1]), int(found[2]))
    return printed_date([printed])


def _month(printed: str) -> int:
    """Return the number of a month, which may be 3月 or 三月; 0 if it is none."""
    if printed[-1] == "月":
        return parse_number(printed[:-1]) or 0
    return _MONTHS.find(printed[:3].lower()) // 4 + 1


def _year(printed: str) -> int:
    return int(printed) if len(printed) == 4 else 2000 + int(printed)


def _zone(printed: str, at: int) -> tzinfo | None:
    """Return the zone that is printed behind the time, which ends `at` there."""
    found = _ZONE.match(printed, at)
    if found is None:
        return None
    if found[1]:
        offset = timedelta(hours=int(found[2]), minutes=int(found[3] or 0))
        return timezone(-offset if found[1] == "-" else offset) if offset < _WIDEST else None
    name = found[4].upper()
    if name in _UTC:
        return UTC
    return timezone(timedelta(hours=_NAMED[name])) if name in _NAMED else None
