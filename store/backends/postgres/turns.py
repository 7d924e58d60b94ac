"""One writer at a time: an advisory lock of the archive, held by a transaction.

It ends with the session that holds it, ``kill -9`` too. Whoever waits asks again now and then, to
say for whom: a lock of PostgreSQL has no name in it, but its session has.
"""

import re
import time
from datetime import datetime

from psycopg import errors

from store.backends.locking import SOON, Waiting
from store.backends.postgres import statements
from store.backends.postgres.connection import Connection
from store.errors import HeldError
from store.messages import Message, template

HELD = template("{file}: {holder}; end that, or try again later.")
WAITING = template("{file}: {holder}; waiting.")
ANOTHER = Message("another dubao is writing here")


def begin(connection: Connection, patience: float, where: str, waiting: Waiting) -> None:
    """Begin a transaction that holds the lock, once others have given it back.

    `waiting` is told for whom. Raises HeldError after `patience` seconds.
    """
    end, told = time.monotonic() + patience, False
    while True:
        left = max(0.001, min(SOON, end - time.monotonic()))
        try:
            connection.execute(statements.BEGIN.format(patience=round(left * 1000)).encode())
            return
        except errors.LockNotAvailable:
            connection.execute("ROLLBACK")
        if time.monotonic() >= end:
            raise HeldError(HELD, file=where, holder=_holder(connection))
        if not told:
            told = True
            waiting(Message(WAITING, {"file": where, "holder": _holder(connection)}))


def _holder(connection: Connection) -> Message:
    """Return who holds the archive's lock, as far as this role may know."""
    row = connection.execute(statements.HOLDER, (statements.LOCKS,)).fetchone()
    name, since = row or ("", None)
    told = re.fullmatch(r"dubao (\S+) ([0-9]+)", name or "")
    if not told or not isinstance(since, datetime):
        return ANOTHER
    moment = f"{since.astimezone():%Y-%m-%d %H:%M:%S}"
    return Message(
        "dubao on {host} (process {pid}) has been writing here since {since}",
        {"host": told[1], "pid": told[2], "since": moment},
    )
