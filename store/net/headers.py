"""Headers that are more than text."""

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from store.hostile import bare

LONGEST = 256
"""Characters of an ETag or a date, which have some forty, and of what is repeated to a reader."""

LONGEST_WAIT = 7 * 86400.0
"""Seconds that a server may want us to wait: what asks for more is a mistake."""


def retry_after(value: str, now: datetime) -> float | None:
    """Return the seconds in a header Retry-After (RFC 9110, 10.2.3), None when there are none."""
    value = value.strip()
    if value.isdecimal() and value.isascii():
        seconds = float(value[:12])
    else:
        try:
            until = parsedate_to_datetime(value)
        except (ValueError, OverflowError):
            return None
        if until.tzinfo is None:
            until = until.replace(tzinfo=UTC)
        seconds = (until - now).total_seconds()
    return min(max(seconds, 0.0), LONGEST_WAIT)


def validator(value: str) -> str:
    """Return an ETag or a date to be sent back, or ``""`` where it is too long to be kept."""
    return value if len(value) <= LONGEST else ""


def said(words: str) -> str:
    """Return what a server has said, as it may be shown: not much, and nothing hidden in it."""
    return " ".join(bare(words).split())[:LONGEST]


def text(value: str) -> str:
    """Return `value` as a header holds it: on one line, its UTF-8 read as Latin-1."""
    return " ".join(value.split()).encode("utf-8", "replace").decode("latin-1")
