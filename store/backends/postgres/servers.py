"""The servers of an archive: which of them answers, and which one is written.

An address may name several hosts, the nearest first. Standbys are read before the primary, and in
that order; the primary is the one that is not in recovery. After a failover the former one may come
back and take itself for the primary still. A promotion goes up a timeline, so that of two the one
with the higher timeline is the primary, and one below what was ever seen is not written.
"""

import logging
import math
import os
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial

import psycopg

from store.backends.locking import Waiting, quietly
from store.backends.postgres.connection import READING, SLOW, Connection
from store.backends.postgres.conninfo import hosts
from store.backends.postgres.faults import ServerError, Why, first_line
from store.backends.postgres.seen import REST, Seen
from store.errors import AwayError, LibraryError
from store.messages import Message, template

LONG_REST = 60.0
"""Seconds for which a server that did not answer is not asked while another one does."""

OLDEST = 11
"""The first PostgreSQL that has all that is asked of it."""

AWAY = template("{file}: none of its servers can be connected to ({why}).")
NO_PRIMARY = template("{file}: none of its servers can be written now ({why}); try again later.")
TOO_OLD = template("it is PostgreSQL {version}, and a library needs {oldest} or a newer one")
SILENT = template("{file}: {server} has not answered for {seconds} seconds; waiting.")
FENCED = template(
    "{file}: {server} was the primary before another one took over, and is not written; have it "
    "follow the new one, or take it out of the address."
)
logging.getLogger("psycopg").addHandler(logging.NullHandler())
"""Its warnings would be written into the screen; what is to be told are its errors."""

_STATE = """
SELECT (SELECT system_identifier FROM pg_control_system()), pg_is_in_recovery(),
    CASE WHEN pg_is_in_recovery() THEN 0
    ELSE ('x' || left(pg_walfile_name(pg_current_wal_lsn()), 8))::bit(32)::int END
"""


class Server:
    """One server: its connection, if it has answered, and until when it is left alone if not."""

    def __init__(self, conninfo: str, name: str, slow: Callable[[str], object]) -> None:
        self.name = name
        self._slow = slow
        self._conninfo = conninfo
        self._connection: Connection | None = None
        self._process = 0
        self._failed = -math.inf
        self.rest = REST
        self._why: Why = ""
        self.standby = False
        self.timeline = 0
        self.cluster = 0

    def connected(self) -> Connection:
        """Return its connection. Raises psycopg.OperationalError, at once while it is left alone.

        A process that was forked has connections of its own.
        """
        if self._connection and not self._connection.closed and self._process == os.getpid():
            return self._connection
        if time.monotonic() < self._failed + self.rest:
            raise ServerError(self._why)
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
            with connection.within(READING):
                state = connection.execute(_STATE).fetchone() or (0, True, 0)
            self.cluster, self.standby, self.timeline = state
        except psycopg.OperationalError as error:
            self.leave_alone(error)
            raise

    def opened(self) -> Connection:
        """Return a connection of its own, for whoever holds something by it.

        Raises psycopg.OperationalError.
        """
        connection = Connection.connect(self._conninfo, autocommit=True)
        connection.slow = partial(self._slow, self.name)
        version = connection.info.server_version // 10_000
        if version < OLDEST:
            connection.close()
            raise ServerError(Message(TOO_OLD, {"version": version, "oldest": OLDEST}))
        return connection

    def leave_alone(self, error: Exception) -> None:
        """Do not ask it again for a while: it has failed."""
        self._why = first_line(error)
        self._failed = time.monotonic()
        self.close()

    def close(self) -> None:
        """End its connection, if there is one."""
        if self._connection:
            with suppress(psycopg.Error):
                self._connection.close()
            self._connection = None


class Servers:
    """The servers of the archive at `address`; threads may share them.

    Whoever waits for one that is slow is told by `waiting`.
    """

    def __init__(self, address: str, seen: Seen, waiting: Waiting = quietly) -> None:
        self.address = address
        self._waiting = waiting
        self._seen = seen
        self.turn = threading.RLock()
        self._servers = [Server(info, name, self._slow) for info, name in hosts(address)]

    def to_read(self) -> Iterator[Server]:
        """Yield those that answer: standbys first, in the order of the address.

        Of two that take themselves for the primary the former one comes last.

        Raises AwayError when there is none.
        """
        answering, why = self._answering()
        for server in self._servers:
            server.rest = LONG_REST if answering else REST
        if not answering:
            raise AwayError(AWAY, file=self.address, why=why)
        yield from sorted(answering, key=lambda server: (not server.standby, -server.timeline))

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

    def _slow(self, server: str) -> None:
        fields: dict[str, Why | int] = {"file": self.address, "server": server}
        self._waiting(Message(SILENT, fields | {"seconds": round(SLOW)}))

    def close(self) -> None:
        """End all connections."""
        for server in self._servers:
            server.close()

    def _answering(self, *, look: bool = False) -> tuple[list[Server], Why]:
        """Return the servers that answer, and why the last one that does not does not.

        They `look` what they are now: one may have been promoted.
        """
        answering = list[Server]()
        why: Why = ""
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
