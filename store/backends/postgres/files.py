"""A library's files as rows of one table; a change of several files is one transaction.

Readers ask the nearest server that has what this process has written or seen before, and the
primary where none has: see `store.backends.postgres.servers`. Writers hold an advisory lock of the
archive, which ends with their session, ``kill -9`` too.
"""

import errno
import os
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime

import psycopg
from psycopg import errors
from psycopg.rows import TupleRow

from store.backends import opening
from store.backends.disk import UNREAD, UNWRITTEN
from store.backends.files import Home, Stamp
from store.backends.locking import PATIENCE, Waiting, quietly
from store.backends.postgres import statements
from store.backends.postgres.connection import READING, Connection
from store.backends.postgres.faults import first_line
from store.backends.postgres.schema import VERSION
from store.backends.postgres.seen import Seen
from store.backends.postgres.servers import Server, Servers
from store.backends.postgres.turns import ANOTHER, HELD, begin
from store.errors import AwayError, HeldError, LibraryError, NewerError, UnsureError
from store.messages import Message, template

NO_LIBRARY = template("{file}: there is no library yet; dubao library init makes one.")
NOT_ALLOWED = template("{file}: this role may not do that ({why}).")
READ_ONLY = template("{file}: here it may only be read.")
UNSURE = template(
    "{file}: the server was lost while it was written ({why}); look whether it is there."
)
NEWER = template("{file}: made by a newer dubao (format {version}); update this one to read it.")


MOMENT = 0.02
"""Seconds for which nobody is asked again whether something has changed."""

_writes: list[None] = []
"""One for each change that this process has made."""


class PostgresFiles:
    """The files of the archive of which this was `seen`; `store.backends.postgres.schema` made it.

    A caller that must wait for the lock is told why by `waiting`, and gives up after `patience`
    seconds.
    """

    def __init__(
        self,
        seen: Seen,
        *,
        waiting: Waiting = quietly,
        patience: float = PATIENCE,
        readonly: bool = False,
    ) -> None:
        self._seen = seen
        self._servers = Servers(seen.address, seen)
        self._to_write = Servers(seen.address, seen, waiting)
        self._waiting = waiting
        self._patience = patience
        self._readonly = readonly
        self._own = threading.local()
        self._writers = threading.Lock()
        self._may_write: bool | None = None
        self._looked = -1, 0.0
        self._change_then = 0

    def home(self) -> Home:
        """Return the address, which is what it is known by; what is made of it is cached here."""
        return self._seen.home()

    def close(self) -> None:
        """End the connections; the next call makes them anew."""
        self._servers.close()
        self._to_write.close()

    def where(self, name: str) -> str:
        """Return the address, and the file's name behind it."""
        return f"{self._servers.address} {name}".rstrip()

    def change(self) -> int:
        """Return the number of the archive's last change, as of a moment ago at most.

        What this process has changed itself since is in it.
        """
        looked = len(_writes), time.monotonic()
        if looked[0] != self._looked[0] or looked[1] > self._looked[1] + MOMENT:
            ((change, *_),) = self._rows("", statements.CHANGE)
            self._looked, self._change_then = looked, change
        return self._change_then

    def stamp(self, name: str) -> Stamp | None:
        """Return the number of the change that made this file, and its size."""
        ((_, _, change, size, _written),) = self._rows(name, statements.STAMP, name)
        return None if change is None else (change, size)

    def stamps_of(self, names: Sequence[str]) -> tuple[int, dict[str, Stamp]]:
        """Return the number of the archive's last change, and the stamps of these files as of it.

        Those that are not there have none.
        """
        rows = self._rows("", statements.SEVERAL, list(names))
        found = dict[str, Stamp]()
        for _, _, name, change, size in rows:
            if name is not None:
                found[name] = change, size
        return rows[0][0], found

    def dated(self, name: str) -> datetime | None:
        """Return when this file was written; None when there is no such file."""
        ((*_, written),) = self._rows(name, statements.STAMP, name)
        return written.astimezone(UTC) if isinstance(written, datetime) else None

    def stamps(self, folder: str) -> dict[str, Stamp]:
        """Return the names and stamps of the JSON files in this folder."""
        rows = self._rows(folder, statements.STAMPS, f"{folder}/")
        within = len(folder) + 1
        return {
            name: (change, size)
            for _, _, name, change, size in rows
            if name is not None and leads_beneath(name) and "/" not in name[within:]
        }

    def read(self, name: str) -> bytes | None:
        """Return this file's bytes, or None when there is no such file."""
        return self.fetch(name)[2]

    def fetch(self, name: str) -> tuple[int, Stamp | None, bytes | None]:
        """Return the number of the archive's last change, this file's stamp as of it, its bytes."""
        self._check(name, 0, UNREAD)
        rows = self._rows(name, statements.READ, opening.bound(name), name)
        ((last, _, change, size, data, there),) = rows
        if there and data is None:
            raise LibraryError(UNREAD, file=self.where(name), why=Message(opening.TOO_LARGE))
        stamp = None if change is None else (change, size)
        return last, stamp, None if data is None else bytes(data)

    def write(self, name: str, data: bytes) -> None:
        """Put `data` in place of this file."""
        self.write_all({name: data})

    def write_all(self, files: Mapping[str, bytes]) -> None:
        """Put `files` in their places, all of them or none."""
        for name, data in files.items():
            self._check(name, len(data))
        with self._change(next(iter(files), "")) as connection, connection.pipeline():
            cursor = connection.cursor()
            for name, data in files.items():
                cursor.execute(statements.PUT, (name, data))

    def remove(self, name: str) -> None:
        """Take this file away if it is there."""
        with self._change(name) as connection:
            connection.execute("DELETE FROM dubao.files WHERE name = %s", (name,))

    def move(self, name: str, to: str) -> None:
        """Give this file the name `to`."""
        self._check(to, 0)
        with self._change(to) as connection:
            connection.execute("DELETE FROM dubao.files WHERE name = %s", (to,))
            if not connection.execute(statements.MOVE, (to, name)).rowcount:
                raise LibraryError(
                    UNWRITTEN, file=self.where(name), why=Message(os.strerror(errno.ENOENT))
                )

    def names(self, folder: str) -> list[str]:
        """Return the names of all files beneath this folder, or of all."""
        rows = self._rows(folder, statements.NAMES, f"{folder}/" if folder else "")
        return [name for _, _, name in rows if name is not None and leads_beneath(name)]

    def follow(self, *, at_once: bool = False) -> None:
        """Do nothing: each look asks."""

    @contextmanager
    def lock(self, patience: float | None = None) -> Iterator[None]:
        """Hold the archive's lock; what is written meanwhile is one transaction.

        Raises UnsureError when the server is lost as it commits.
        """
        if self._readonly:
            raise LibraryError(READ_ONLY, file=self.where(""))
        wait = self._patience if patience is None else patience
        if not self._writers.acquire(timeout=wait):
            raise HeldError(HELD, file=self.where(""), holder=ANOTHER)
        try:
            with self._told(UNWRITTEN, ""):
                server = self._to_write.primary()
                connection = server.connected()
                begin(connection, wait, self.where(""), self._waiting)
            self._own.writing = connection
            try:
                yield
            except BaseException:
                _roll_back(connection)
                raise
            self._commit(server, connection)
        finally:
            self._own.writing = None
            self._writers.release()

    @contextmanager
    def alone(self, doing: str) -> Iterator[None]:
        """Hold a lock that is named after what is done, by a connection of its own."""
        if self._readonly:
            raise LibraryError(READ_ONLY, file=self.where(""))
        with self._told(UNWRITTEN, ""):
            connection = self._to_write.primary().opened()
            row = connection.execute(statements.TRY, (statements.LOCKS, doing)).fetchone()
        with connection:
            if not row or not row[0]:
                raise HeldError(HELD, file=self.where(""), holder=ANOTHER)
            yield

    def lock_key(self) -> tuple[int, ...]:
        """Return the cluster's own number and the database's, wherever it is reached."""
        if self._readonly:
            raise LibraryError(READ_ONLY, file=self.where(""))
        with self._told(UNWRITTEN, ""):
            primary = self._to_write.primary().connected()
            return tuple(primary.execute(statements.CLUSTER).fetchone() or ())

    def writable(self) -> bool:
        """Return whether this reader's role may change the files; what writes says if it cannot."""
        if self._may_write is None:
            try:
                ((_, _, self._may_write),) = self._rows("", statements.MAY_WRITE)
            except AwayError:
                return not self._readonly
        return bool(self._may_write) and not self._readonly

    def _rows(self, name: str, query: str, *values: object) -> Sequence[TupleRow]:
        """Return what a query gives: the archive's last change and format come first in its rows.

        Raises AwayError where no server answers.
        """
        with self._told(UNREAD, name), self._servers.turn:
            if writing := self._writing():
                return writing.execute(query, values, binary=True).fetchall()
            rows = self._asked(query, values)
        change, version, *_ = rows[0]
        if change is None or version is None:
            raise LibraryError(NO_LIBRARY, file=self.where(""))
        if version > VERSION:
            raise NewerError(NEWER, file=self.where(""), version=version)
        self._seen.note_change(change)
        return rows

    def _asked(self, query: str, values: Sequence[object]) -> Sequence[TupleRow]:
        """Return what the first server gives that has all that was seen before, else the last."""
        rows: Sequence[TupleRow] = ()
        why: Exception | None = None
        for server in self._servers.to_read():
            try:
                connection = server.connected()
                with connection.within(READING):
                    rows = connection.execute(query, values, binary=True).fetchall()
            except psycopg.OperationalError as error:
                server.leave_alone(error)
                why = error
                continue
            why = None
            if not server.standby or (rows[0][0] or 0) >= self._seen.change:
                break
        if why and not rows:
            raise why
        return rows

    def writing(self) -> bool:
        """Return whether this thread holds the lock."""
        return self._writing() is not None

    def _writing(self) -> Connection | None:
        """Return what this thread writes by, if it holds the lock."""
        writing: Connection | None = getattr(self._own, "writing", None)
        return writing

    @contextmanager
    def _change(self, name: str) -> Iterator[Connection]:
        """Give the connection to write by, which is one transaction outside of the lock, too."""
        with self._told(UNWRITTEN, name):
            if writing := self._writing():
                yield writing
                return
        with self.lock(), self._change(name) as writing:
            yield writing

    def _commit(self, server: Server, connection: Connection) -> None:
        try:
            row = connection.execute(statements.COMMIT).fetchone()
        except psycopg.OperationalError as error:
            server.leave_alone(error)
            raise UnsureError(UNSURE, file=self.where(""), why=first_line(error)) from error
        except psycopg.Error as error:
            _roll_back(connection)
            raise LibraryError(UNWRITTEN, file=self.where(""), why=first_line(error)) from error
        _writes.append(None)
        if row:
            self._seen.note_written(row[0])

    @contextmanager
    def _told(self, sentence: str, name: str) -> Iterator[None]:
        """Tell what the server says as an error of the library."""
        try:
            yield
        except (errors.UndefinedTable, errors.InvalidSchemaName) as error:
            raise LibraryError(NO_LIBRARY, file=self.where("")) from error
        except errors.InsufficientPrivilege as error:
            raise LibraryError(NOT_ALLOWED, file=self.where(name), why=first_line(error)) from error
        except psycopg.OperationalError as error:
            raise AwayError(sentence, file=self.where(name), why=first_line(error)) from error
        except psycopg.Error as error:
            raise LibraryError(sentence, file=self.where(name), why=first_line(error)) from error

    def _check(self, name: str, size: int, sentence: str = UNWRITTEN) -> None:
        """Raise LibraryError for a name that leads elsewhere, or a file that is too large."""
        try:
            opening.parts(name)
            if size > opening.bound(name):
                raise OSError(errno.EFBIG, opening.TOO_LARGE)
        except OSError as error:
            raise LibraryError(sentence, file=self.where(name), why=error) from error


def _roll_back(connection: Connection) -> None:
    """Undo what was begun; the server does that by itself once the connection ends."""
    try:
        connection.execute("ROLLBACK")
    except psycopg.Error:
        connection.close()


def leads_beneath(name: str) -> bool:
    """Return whether a file's name leads nowhere else: others may have written the tables."""
    try:
        opening.parts(name)
    except OSError:
        return False
    return True
