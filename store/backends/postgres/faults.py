"""What a server says against what it is asked, or that it says nothing, for whoever is told."""

import re

import psycopg
from psycopg import errors

from store.hostile import readable
from store.messages import Message

CONNECT = 3
"""Seconds in which a server has to take a connection, and to confirm what it was sent."""

Why = str | Message

_PREFIX = re.compile(r"\A(connection (failed|is bad)|consuming input failed): ")
"""What psycopg puts before libpq's own words."""


class ServerError(psycopg.OperationalError):
    """A server cannot be asked; `why` is fit to be shown."""

    def __init__(self, why: Why) -> None:
        super().__init__(str(why))
        self.why = why


def first_line(error: Exception) -> Why:
    """Return what an error of the server says, on one line and fit to be shown."""
    if isinstance(error, ServerError):
        return error.why
    if isinstance(error, errors.ConnectionTimeout):
        return silent_for(CONNECT)
    said = _PREFIX.sub("", str(error).strip()) or type(error).__name__
    return readable(re.sub(r"\s+", " ", said.splitlines()[0])).rstrip(".")


def silent_for(seconds: float) -> Message:
    """Return that a server has not answered in so many seconds."""
    return Message("no answer in {seconds} seconds", {"seconds": round(seconds)})
