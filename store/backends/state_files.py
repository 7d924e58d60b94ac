"""One reader's own files: what cannot be read of them is set aside, and holds nobody up.

All that lies in a reader's state is read and written through `StateRecords`. A file that cannot be
what dubao wrote gets another name, ``place.json.damaged-1``, and what is whole in it stays. One
that a newer dubao has written is left where it is, and is not written. Either is told of in one
sentence, once, and the reader goes on as if it held nothing.
"""

import errno
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from itertools import count
from typing import Generic, TypeVar

from store.backends.files import Files, Stamp
from store.backends.locking import quietly
from store.backends.tables import Tables, Writing, packed, write, writing
from store.errors import LibraryError, NewerError
from store.messages import Message

T = TypeVar("T", covariant=True)
U = TypeVar("U")

Told = Callable[[Message], None]
"""Is told in one sentence what could not be read."""

_PASSING = {errno.EIO, errno.EMFILE, errno.ENFILE, errno.ENOMEM, errno.ESTALE}
"""Failures that say nothing about the file: it is not set aside."""


class StateRecords(Generic[T]):
    """The records of one `kind`: those of `table` in the file `place`, or in the files beneath it.

    Reading never fails. Writing raises LibraryError when it cannot be kept.
    """

    def __init__(
        self, files: Files, place: str, table: str, kind: type[T], told: Told = quietly
    ) -> None:
        self.files = files
        self.place = place
        self.table = table
        self.kind = kind
        self._told = told
        self._unread: dict[str, Stamp | None] = {}
        """The stamps of files that stay where they are, though they cannot be read."""

    def names(self) -> list[str]:
        """Return the names of the files that there are."""
        if self.place.endswith(".json"):
            return [self.place] if self.stamp(self.place) else []
        return sorted(self.stamps())

    def stamp(self, name: str) -> Stamp | None:
        """Return this file's stamp, or None where there is none to be had."""
        try:
            return self.files.stamp(name)
        except LibraryError as error:
            self._tell_once(name, None, error)
            return None

    def stamps(self) -> dict[str, Stamp]:
        """Return the names and stamps of the files beneath the place."""
        try:
            return self.files.stamps(self.place)
        except LibraryError as error:
            self._tell_once(self.place, None, error)
            return {}

    def read(self, name: str) -> dict[str, T]:
        """Return the records in this file by name, in their order; what cannot be read is none."""
        return self.read_as(name, self.kind)

    def read_as(self, name: str, shape: type[U]) -> dict[str, U]:
        """Return as `read` does, of each record what `shape` asks for."""
        try:
            return Tables(self.files, name).records(self.table, shape)
        except LibraryError as error:
            return self._rest(name, shape, error)

    def get(self, name: str, record: str) -> T | None:
        """Return this record of this file, or None."""
        try:
            return Tables(self.files, name).named(self.table, record, self.kind)
        except LibraryError as error:
            return self._rest(name, self.kind, error).get(record)

    @contextmanager
    def writing(self, name: str) -> Iterator[Writing]:
        """Give this file's tables to be changed; the caller holds the lock of the files.

        Raises LibraryError when it cannot be kept, NewerError when it is not to be touched.
        """
        self.mend(name)
        with writing(self.files, name) as tables:
            yield tables

    def fresh(self, name: str) -> dict[str, T]:
        """Return the records in this file, to be changed; the caller holds the lock of the files.

        A file that cannot be read is set aside first. Raises LibraryError, NewerError as `writing`.
        """
        try:
            return Tables(self.files, name, verify=True).records(self.table, self.kind)
        except LibraryError:
            self.mend(name)
            return self.read(name)

    def put_all(self, records: Mapping[str, Mapping[str, object]]) -> None:
        """Put these records, by name, in the place of all that these files hold, in one go.

        The caller holds the lock of the files. Raises LibraryError.
        """
        self.files.write_all({n: packed({self.table: held}) for n, held in records.items()})

    def mend(self, name: str) -> None:
        """Set this file aside if it cannot be read, and tell of it; see `set_aside`."""
        if sentence := self.set_aside(name):
            self._told(sentence)

    def wrong(self, name: str) -> LibraryError | None:
        """Return why this file cannot be read whole; None if it can."""
        try:
            Tables(self.files, name, verify=True).records(self.table, self.kind)
        except LibraryError as error:
            return error
        return None

    def set_aside(self, name: str) -> Message | None:
        """Set this file aside if it cannot be read, and say so; what is whole in it stays.

        The caller holds the lock of the files. Raises LibraryError when it cannot be done, and for
        a file that is not to be touched: one of a newer dubao, or on a disk that fails.
        """
        error = self.wrong(name)
        if error is None:
            return None
        if isinstance(error, NewerError) or getattr(error.__cause__, "errno", 0) in _PASSING:
            raise error
        aside = next(
            each for n in count(1) if self.files.stamp(each := f"{name}.damaged-{n}") is None
        )
        whole = self._whole(name)
        if whole:
            self.files.write(aside, self.files.read(name) or b"")
            write(self.files, name, {self.table: whole})
        else:
            self.files.move(name, aside)
        return Message(
            "{file}: cannot be read, and is set aside as {aside}; dubao goes on with what could.",
            {"file": self.files.where(name), "aside": aside.rpartition("/")[2]},
        )

    def _whole(self, name: str) -> dict[str, T]:
        """Return the records of a damaged file that can be read."""
        whole: dict[str, T] = {}
        try:
            tables = Tables(self.files, name)
            for record in tables.records(self.table, object):
                try:
                    found = tables.named(self.table, record, self.kind)
                except LibraryError:
                    continue
                if found is not None:
                    whole[record] = found
        except LibraryError:
            pass
        return whole

    def _rest(self, name: str, shape: type[U], error: LibraryError) -> dict[str, U]:
        """Return what is left of a file that could not be read, once that has been dealt with."""
        stamp = self.stamp(name)
        if name in self._unread and self._unread[name] == stamp:
            return {}
        try:
            with self.files.lock():
                self.mend(name)
            return Tables(self.files, name).records(self.table, shape)
        except LibraryError:
            self._tell_once(name, stamp, error)
            return {}

    def _tell_once(self, name: str, stamp: Stamp | None, error: LibraryError) -> None:
        if name not in self._unread or self._unread[name] != stamp:
            self._unread[name] = stamp
            self._told(error.message)
