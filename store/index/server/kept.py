"""The index in an archive's database, looked at on the server that is nearest."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress

import psycopg
from psycopg import errors
from psycopg.rows import TupleRow

from store.backends.postgres.connection import READING, Connection
from store.backends.postgres.faults import first_line
from store.backends.postgres.seen import Seen
from store.backends.postgres.servers import Servers
from store.errors import AwayError, DubaoError
from store.index.results import Budget, GivenUpError, IndexFailedError
from store.index.server.tables import BEGIN, ServerTables
from store.index.storage.database import FORMAT
from store.index.storage.verification import DAMAGE
from store.messages import Message, template

UNREADABLE = template(
    "{file}: the index there cannot be read ({why}), so every issue is; dubao reindex makes it "
    "anew."
)
NO_INDEX = template(
    "{file}: there is no place for an index, so every issue is read; dubao library init makes it."
)
_BEGIN = f"{BEGIN}; SELECT format, change FROM dubao.index_state".encode()


class ServerIndex:
    """The index of the archive at `address`."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._servers = Servers(address, Seen(address))
        self.trouble: Message | None = None

    @contextmanager
    def moment(self, budget: Budget) -> Iterator[tuple[object, ServerTables]]:
        """Hold the index as it is now, with what changes when it does."""
        try:
            connection, version = self._begun(budget)
            try:
                with connection.within(READING, budget):
                    yield version, ServerTables(connection, budget)
            finally:
                with suppress(psycopg.Error):
                    connection.execute("ROLLBACK")
        except GivenUpError:
            raise
        except (DubaoError, psycopg.Error, *DAMAGE) as error:
            if budget():
                raise GivenUpError from error
            self.trouble = self._told(error)
            raise IndexFailedError from error
        self.trouble = None

    def close(self) -> None:
        """End the connections; the next look makes them anew."""
        self._servers.close()

    def _begun(self, budget: Budget) -> tuple[Connection, object]:
        """Begin on the first server that answers; return it and the number of the last change."""
        if budget():
            raise GivenUpError
        failed: Exception | None = None
        for server in self._servers.to_read():
            try:
                connection = server.connected()
                with connection.within(READING):
                    state = _last(connection.execute(_BEGIN)) or (FORMAT, 0)
            except psycopg.OperationalError as error:
                server.leave_alone(error)
                failed = error
                continue
            except psycopg.Error:
                connection.execute("ROLLBACK")
                raise
            if state[0] != FORMAT:
                connection.execute("ROLLBACK")
                raise IndexFailedError("of another format")
            return connection, (server.name, state[1])
        raise failed or IndexFailedError("no server")

    def _told(self, error: Exception) -> Message:
        if isinstance(error, errors.UndefinedTable | errors.InvalidSchemaName):
            return Message(NO_INDEX, {"file": self._address})
        if isinstance(error, AwayError):
            return error.message
        return Message(UNREADABLE, {"file": self._address, "why": first_line(error)})


def _last(cursor: psycopg.Cursor[TupleRow]) -> TupleRow | None:
    """Return what the last of several statements gives, which were sent as one."""
    while cursor.nextset():
        pass
    return cursor.fetchone()
