"""Intervals and times of day as people write them: ``90m``, ``2h``, ``1d``; ``06:30,18:00``."""

import re
from datetime import time

from store.errors import DubaoError

_UNITS = {"m": 1, "h": 60, "d": 24 * 60}
_INTERVAL = re.compile(r"(\d{1,4})\s*([mhd]?)")
_CLOCK = re.compile(r"([01]?\d|2[0-3])[:：]([0-5]\d)")

SHORTEST = 5
"""Minutes between two fetches at least, as feeds' makers ask for."""


def minutes(text: str) -> int:
    """Return the minutes that an interval has; a number alone is of minutes. Raises DubaoError."""
    found = _INTERVAL.fullmatch(text.strip().lower())
    if not found or (count := int(found[1]) * _UNITS[found[2] or "m"]) < SHORTEST:
        raise DubaoError(
            "{text}: this is no interval; say one of 5 minutes or more, like 30m, 2h or 1d.",
            text=text,
        )
    return count


def clock_times(text: str) -> tuple[time, ...]:
    """Return the times of day in a list like ``06:30,18:00``, in order. Raises DubaoError."""
    times = set()
    for part in text.split(","):
        if not part.strip():
            continue
        found = _CLOCK.fullmatch(part.strip())
        if not found:
            raise DubaoError("{text}: this is no time of day; say one like 06:30.", text=text)
        times.add(time(int(found[1]), int(found[2])))
    return tuple(sorted(times))
