"""Moments that stand for an order: what is done next is later, however the clock is set."""

from datetime import UTC, datetime, timedelta

TICK = timedelta(microseconds=1)


def utc_now() -> datetime:
    """Return the present moment in UTC."""
    return datetime.now(UTC)


def next_moment(now: datetime, *before: datetime | None) -> datetime:
    """Return `now`, or, where the clock has been set back, the first moment after all `before`."""
    return max((now, *(moment + TICK for moment in before if moment)))
