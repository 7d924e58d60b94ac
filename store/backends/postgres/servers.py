"""The servers of an archive: which of them answers, and which one is written.

An address may name several hosts, the nearest first. Standbys are read before the primary, and in
that order; the primary is the one that is not in recovery. After a failover the former one may come
back and take itself for the primary still. A promotion goes up a timeline, so that of two the one
with the higher timeline is the primary, and one below what was ever seen is not written.
"""

import logging
import os
import re
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from typing import TypeVar

import psycopg
from psycopg.abc import PQGen
from psycopg.conninfo import conninfo_to_dict, make_conninfo
from psycopg.rows import TupleRow

from store.backends.postgres.seen import REST, Seen
from store.backends.postgres.watchdog import within
from store.errors import AwayError, LibraryError
from store.hostile import readable
from store.messages import Message, template

T = TypeVar("T")

CONNECT = 3
"""Seconds in which a server has to take a connection, and to confirm what it was sent."""

READING, WRITING = 5.0, 60.0
"""Seconds that a server has to answer whoever reads, or writes."""

AWAY = template("{file}: no server of it answers ({why}).")
NO_PRIMARY = template("{file}: none of its servers can be written now ({why}); try again later.")
FENCED = template(
    "{file}: {server} was the primary before another one took over, and is not written; have it "
    "follow the new one, or take it out of the address."
)
SECRET = template(
    "An address with a password is not taken, for others could read it; put that into ~/.pgpass, "
    "or into a service that libpq knows."
)
_SECRET = re.compile(r"(?i)(password|secret)\s*=|://[^@/?]*:[^@?]*@")
"""A password in an address, also in one that libpq cannot read: the error would show it."""

logging.getLogger("psycopg").addHandler(logging.NullHandler())
"""Its warnings would be written into the screen; what is to be told are its errors."""

_STATE = """
SELECT (SELECT system_identifier FROM pg_control_system()), pg_is_in_recovery(),
    CASE WHEN pg_is_in_recovery() THEN 0
    ELSE ('x' || left(pg_walfile_name(pg_current_wal_lsn()), 8))::bit(32)::int END
"""
_SETTINGS = {
    "connect_timeout": str(CONNECT),
    "tcp_user_timeout": str(CONNECT * 1000),
    "keepalives_idle": "5",
    "keepalives_interval": "2",
    "keepalives_count": "2",
    "client_encoding": "utf8",
    # What others put into the database is not looked up: no function or table of theirs.
    "options": "-c search_path=pg_catalog -c statement_timeout=60s",
}


class Connection(psycopg.Connection[TupleRow]):
    """A connection that is cut where its server takes too long to answer, whatever it is asked."""

    def wait(self, gen: PQGen[T], interval: float = 0.1, timeout: float | None = None) -> T:
        """Wait as psycopg does, for so long at most; only its newer versions have a `timeout`."""
        with within(self, WRITING):
            if timeout is None:
                return super().wait(gen, interval)
            return super().wait(gen, interval, timeout)


class Server:
    """One server: its connection, if it has answered, and until when it is left alone if not."""

    def __init__(self, conninfo: str, name: str) -> None:
        self.name = name
        self._conninfo = conninfo
        self._connection: Connection | None = None
        self._process = 0
        self._left_until = 0.0
        self._why = ""
        self.standby = False
        self.timeline = 0
        self.cluster = 0

    def connected(self) -> Connection:
        """Return its connection. Raises psycopg.OperationalError, at once while it is left alone.

        A process that was forked has connections of its own.
        """
        if self._connection and not self._connection.closed and self._process == os.getpid():
            return self._connection
        if time.monotonic() < self._left_until:
            raise psycopg.OperationalError(self._why)
        try:
            self._connection = self.opened()
        except psycopg.OperationalError as error:
            self.leave_alone(error)
            raise
        self._process = os.getpid()
        self.look(self._connection)
        return self._connection

    def look(self, connection: Connection) -> None:
        """Ask what it is now, a standby or on which timeline. Raises psycopg.OperationalError."""
        try:
            with within(connection, READING):
                state = connection.execute(_STATE).fetchone() or (0, True, 0)
            self.cluster, self.standby, self.timeline = state
        except psycopg.OperationalError as error:
            self.leave_alone(error)
            raise

    def opened(self) -> Connection:
        """Return a connection of its own, for whoever holds something by it."""
        return Connection.connect(self._conninfo, autocommit=True)

    def leave_alone(self, error: Exception) -> None:
        """Do not ask it again for a while: it has failed."""
        self._why = first_line(error)
        self._left_until = time.monotonic() + REST
        self.close()

    def close(self) -> None:
        """End its connection, if there is one."""
        if self._connection:
            with suppress(psycopg.Error):
                self._connection.close()
            self._connection = None


class Servers:
    """The servers of the archive at `address`; threads may share them."""

    def __init__(self, address: str, seen: Seen) -> None:
        self.address = address
        self._seen = seen
        self.turn = threading.RLock()
        self._servers = [Server(info, name) for info, name in hosts(address)]

    def to_read(self) -> Iterator[Server]:
        """Yield those that answer: standbys first, in the order of the address.

        Raises AwayError when there is none.
        """
        answering, why = self._answering()
        if not answering:
            raise AwayError(AWAY, file=self.address, why=why)
        yield from sorted(answering, key=lambda server: not server.standby)

    def primary(self) -> Server:
        """Return the server to write.

        Raises AwayError when none can be written, LibraryError when it is one that was superseded.
        """
        answering, why = self._answering(look=True)
        found = [server for server in answering if not server.standby]
        if not found:
            standing = Message("all that answer are standbys")
            raise AwayError(NO_PRIMARY, file=self.address, why=standing if answering else why)
        newest = max(found, key=lambda server: server.timeline)
        if newest.timeline < self._seen.timeline(newest.cluster):
            raise LibraryError(FENCED, file=self.address, server=newest.name)
        self._seen.note_timeline(newest.cluster, newest.timeline)
        return newest

    def close(self) -> None:
        """End all connections."""
        for server in self._servers:
            server.close()

    def _answering(self, *, look: bool = False) -> tuple[list[Server], str]:
        """Return the servers that answer, and why the last one that does not does not.

        They `look` what they are now: one may have been promoted.
        """
        answering, why = [], ""
        for server in self._servers:
            try:
                connection = server.connected()
                if look:
                    server.look(connection)
            except psycopg.OperationalError as error:
                why = first_line(error)
            else:
                answering.append(server)
        return answering, why


def hosts(address: str) -> Iterator[tuple[str, str]]:
    """Yield how each host in an address is connected to, and what to call it.

    Raises LibraryError when libpq cannot read it.
    """
    if _SECRET.search(address):
        raise LibraryError(SECRET)
    try:
        parts = conninfo_to_dict(address)
    except psycopg.ProgrammingError as error:
        raise LibraryError(
            "{file}: no address of a database ({why}).", file=address, why=first_line(error)
        ) from error
    if parts.get("password"):
        raise LibraryError(SECRET)
    names = str(parts.get("host") or "").split(",")
    ports = str(parts.get("port") or "").split(",")
    for number, name in enumerate(names):
        own = dict(parts)
        if len(names) > 1 or name:
            own["host"] = name
        port = ports[number] if len(ports) == len(names) else ports[0]
        if port:
            own["port"] = port
        own["application_name"] = f"dubao {socket.gethostname()} {os.getpid()}"
        yield make_conninfo("", **own, **_SETTINGS), f"{name or 'localhost'}{port and ':'}{port}"


def first_line(error: Exception) -> str:
    """Return what an error of the server says, on one line and fit to be shown."""
    said = str(error).strip() or type(error).__name__
    return readable(re.sub(r"\s+", " ", said.splitlines()[0])).rstrip(".")
