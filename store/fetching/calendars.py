"""Calendars of e-papers: on which days of a month there was an issue (SOURCES, section 6)."""

import re
from collections.abc import Iterable
from datetime import date

from store.errors import DubaoError, NetError
from store.fetching.asking import Asker

_CLASSIC = re.compile(r"(.*/html/)\d{4}-\d\d/\d\d/[^/]*")
_NAMES = ("period.xml", "paper_existed.xml")
"""What sites call the file that has the days of a month."""

_NO_CALENDAR = {"missing", "too_large", "type", "encoding"}

_WORTH = 3
"""Days of a month that are asked for by their addresses, without looking into its calendar."""


def days_without(asker: Asker, newest: str, wanted: Iterable[date]) -> set[date]:
    """Return those of the `wanted` days of which calendars say that there was no issue.

    `newest` is the address of the newest issue. Without a calendar that is none. Raises NetError.
    """
    found = _CLASSIC.fullmatch(newest)
    months: dict[tuple[int, int], list[date]] = {}
    for day in wanted:
        months.setdefault((day.year, day.month), []).append(day)
    missing: set[date] = set()
    for (year, month), days in months.items():
        if found and len(days) > _WORTH:
            known = _calendar(asker, f"{found[1]}{year}-{month:02}/")
            missing.update(day for day in days if known and day not in known)
    return missing


def _calendar(asker: Asker, folder: str) -> tuple[date, ...]:
    """Return the days in the calendar of the month in this `folder`.

    None where there is no calendar, or none that can be read: it spares requests, and no more.
    """
    for name in _NAMES:
        try:
            if days := asker.look(asker.get(f"{folder}{name}")).days:
                return days
        except DubaoError as error:
            if isinstance(error, NetError) and error.code not in _NO_CALENDAR:
                raise
    return ()
