"""The day of each entry, as the paper counts its days, and never after the day when it arrived."""

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime

from store.moments import CHINA
from store.press.feed.entries import Entry, Feed
from store.press.feed.moments import read_moment
from store.press.forms.dates import date_in_name

_IN_ADDRESS = re.compile(r"(?<!\d)((?:19|20)\d\d)[-/]?(\d\d)[-/]?(\d\d)(?!\d)")


def days_of(
    feed: Feed, file: str, now: datetime, arrived: datetime | None = None
) -> tuple[list[date | None], datetime | None]:
    """Return the day of each entry of a `feed`, and when the feed was made, if that is known.

    An entry is of the day that it prints; one that is dated later than it `arrived` is of the day
    when it did. One without a date is of the day in its address, or when the feed says it was made,
    or else arrived, for which its newest moment stands where nobody says it, or the name of its
    `file`.
    """
    latest = arrived or now
    moments = [_moment(entry) for entry in feed.entries]
    built, newest = _newest(map(read_moment, feed.made), latest), _newest(moments, latest)
    made = arrived or max(filter(None, (built, newest)), default=None)
    here = made or now
    dated = built or arrived or newest or (now if any(moments) else None)
    otherwise = _day(dated) if dated else date_in_name(file)
    days: list[date | None] = []
    for entry, moment in zip(feed.entries, moments, strict=True):
        if moment:
            coming = moment.date() > _day(latest, moment)
            days.append(_day(here, moment) if coming else moment.date())
        else:
            days.append(_day_in_address(entry.link, _day(latest)) or otherwise)
    return days, made


def by_day(days: Sequence[date | None]) -> list[tuple[date | None, list[int]]]:
    """Return the days, the newest first and none last, each with the places of its entries."""
    found: dict[date | None, list[int]] = {}
    for at, day in enumerate(days):
        found.setdefault(day, []).append(at)
    return sorted(found.items(), key=lambda pair: pair[0] or date.min, reverse=True)


def _newest(moments: Iterable[datetime | None], latest: datetime) -> datetime | None:
    """Return the newest of `moments` that is not of a day after the `latest`."""
    known = (each for each in moments if each and each.date() <= _day(latest, each))
    return max(known, default=None)


def _moment(entry: Entry) -> datetime | None:
    return read_moment(entry.published) or read_moment(entry.updated)


def _day(moment: datetime, other: datetime | None = None) -> date:
    """Return the day of a `moment` in the zone of the `other`, or in Shanghai."""
    return moment.astimezone(other.tzinfo if other else CHINA).date()


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
