"""The zone in which a paper counts its days: China's, unless it says otherwise."""

from datetime import UTC, date, datetime, tzinfo
from zoneinfo import ZoneInfo

from store.errors import DubaoError
from store.moments import CHINA

SHANGHAI = "Asia/Shanghai"

_FIXED = {SHANGHAI: CHINA, "UTC": UTC}
"""Zones that need no tables."""


def zone_named(name: str) -> tzinfo:
    """Return the zone of this name in the IANA's tables. Raises DubaoError for an unknown one."""
    if name in _FIXED:
        return _FIXED[name]
    try:
        return ZoneInfo(name)
    except (OSError, ValueError, LookupError) as error:
        raise DubaoError(
            "There is no time zone {zone} here; say one like Asia/Shanghai or UTC.", zone=name
        ) from error


def day_in(zone: str, now: datetime) -> date:
    """Return the day that it is at the moment `now` in this zone."""
    return now.astimezone(zone_named(zone)).date()
