"""The day of each entry, as the paper counts its days.

A moment is of the day that its feed prints. One in UTC, as most are, is of the day in Shanghai,
where the papers are made. China has had no summer time since 1991, so that its zone is a number.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta, timezone
from itertools import islice

from store.press.feed.entries import Entry, Feed
from store.press.forms.dates import date_in_name

SHANGHAI = timezone(timedelta(hours=8))
AHEAD = timedelta(hours=26)
"""How far ahead of the clock a moment may lie: no zone is further ahead, and clocks go wrong."""

_MOMENTS = re.compile(
    r"<(?:\w+:)?(?:pubDate|date|published|updated|issued|modified|lastBuildDate)\b[^>]{0,99}>"
    r"\s*(?:<!\[CDATA\[)?\s*([^<\]]{8,60})"
    r'|"date_(?:published|modified)"\s*:\s*"([^"]{8,60})"'
)
_FEW = 50
_OFFSET = re.compile(r":\d\d(?:\.\d+)?\s*([+-])(\d\d):?(\d\d)$")
_NAME = re.compile(r"\s([A-Z]{2,4})$")
_NAMED = {
    "CST": -6, "CDT": -5, "EST": -5, "EDT": -4, "PST": -8, "PDT": -7, "MST": -7, "MDT": -6,
    "JST": 9, "KST": 9, "SGT": 8, "BST": 1, "CET": 1, "CEST": 2, "MSK": 3,
}  # fmt: skip
"""Hours that the libraries take for names of zones. What was printed comes back by the same: so
CST, which is China's own in a Chinese feed, does no harm."""
_IN_ADDRESS = re.compile(r"(?<!\d)((?:19|20)\d\d)[-/]?(\d\d)[-/]?(\d\d)(?!\d)")


def zone_of(text: str) -> timezone:
    """Return the zone in whose days the moments that a feed's `text` prints are to be counted."""
    zones = Counter(
        _zone((first or second).strip())
        for first, second in (found.groups("") for found in islice(_MOMENTS.finditer(text), _FEW))
    )
    return zones.most_common(1)[0][0] if zones else SHANGHAI


def days_of(
    feed: Feed, zone: timezone, file: str, now: datetime
) -> tuple[list[date | None], datetime | None]:
    """Return the day of each entry of a `feed`, and when the feed was made, if that is known.

    An entry that is dated in the future, or that has no date, is of the day when it arrived: that
    of the newest moment in the feed that is not in the future. An address or the name of the `file`
    may tell the day, too.
    """
    latest = now + AHEAD
    moments = [_moment(entry) for entry in feed.entries]
    known = [each for each in (*moments, _read(feed.made)) if each and each <= latest]
    made = max(known, default=None)
    arrived = now if made is None and any(moments) else made
    otherwise = arrived.astimezone(zone).date() if arrived else date_in_name(file)
    days: list[date | None] = []
    for entry, moment in zip(feed.entries, moments, strict=True):
        if moment and moment <= latest:
            days.append(moment.astimezone(zone).date())
        else:
            days.append(_day_in_address(entry.link, latest.date()) or otherwise)
    return days, made


def by_day(days: Sequence[date | None]) -> list[tuple[date | None, list[int]]]:
    """Return the days, the newest first and none last, each with the places of its entries."""
    found: dict[date | None, list[int]] = {}
    for at, day in enumerate(days):
        found.setdefault(day, []).append(at)
    return sorted(found.items(), key=lambda pair: pair[0] or date.min, reverse=True)


def _moment(entry: Entry) -> datetime | None:
    return _read(entry.moment)


def _read(text: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(text) if text else None
    except ValueError:
        return None
    if found is None or not 1980 <= found.year <= 9000:
        return None  # what programs write that know no date
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _zone(printed: str) -> timezone:
    """Return the zone of a moment as it is printed, Shanghai's for UTC."""
    if found := _OFFSET.search(printed):
        offset = timedelta(hours=int(found[2]), minutes=int(found[3]))
        if not timedelta() < offset < timedelta(hours=24):
            return SHANGHAI
        return timezone(-offset if found[1] == "-" else offset)
    if found := _NAME.search(printed):
        return timezone(timedelta(hours=_NAMED[found[1]])) if found[1] in _NAMED else SHANGHAI
    return SHANGHAI if printed.endswith(("Z", "z")) else UTC


def _day_in_address(address: str, latest: date) -> date | None:
    """Return the day that an address names, up to the `latest`."""
    for year, month, day in _found(address):
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if found <= latest:
            return found
    return None


def _found(address: str) -> Iterable[tuple[int, int, int]]:
    for each in _IN_ADDRESS.finditer(address):
        yield int(each[1]), int(each[2]), int(each[3])
