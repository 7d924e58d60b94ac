"""Moments that stand for an order: what is done next is later, however the clock is set."""

from datetime import UTC, date, datetime, timedelta, timezone

CHINA = timezone(timedelta(hours=8), "Asia/Shanghai")
"""The zone in which papers count their days, on a server that keeps another, too. China has had no
summer time since 1991, so that it needs no tables, which a small server may lack."""

TICK = timedelta(microseconds=1)


def utc_now() -> datetime:
    """Return the present moment in UTC."""
    return datetime.now(UTC)


def papers_today() -> date:
    """Return the day that it is where the papers are made."""
    return datetime.now(CHINA).date()


def next_moment(now: datetime, *before: datetime | None) -> datetime:
    """Return `now`, or, where the clock has been set back, the first moment after all `before`."""
    return max((now, *(moment + TICK for moment in before if moment)))
