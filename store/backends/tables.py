"""TinyDB over the library's files: changed in one go under the lock, and read straight into models.

A document's number is its own name (an issue's id, an article's key), so that it is found without
a search and never collides. `writing` gives a file to TinyDB to be changed, and saves it once, when
its block ends. What is only read is decoded from the file's bytes at once: of 100,000 marks in a
fifth of the time that TinyDB's documents take (measured). Nothing of TinyDB leaves `store`.

A file begins with its schema and a checksum of what follows. Most damage is no JSON any more; what
still is would pass for what was written, and is found by whoever asks for the file to be verified.
Files of older versions have no checksum, and are read as ever.
"""

import re
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from types import GenericAlias
from typing import Any, TypeVar

import msgspec
from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Document, Table

from store.backends.files import Files
from store.backends.incoming import checked
from store.backends.migrations import SCHEMA, Packed, Shape, forward
from store.backends.serialization import decode, from_plain, to_json, to_plain
from store.errors import DamagedError, LibraryError, NewerError

T = TypeVar("T")

_MISSHAPEN = (AttributeError, LookupError, RecursionError, TypeError, ValueError)
_HEAD = b'{"dubao":{"1":{"schema":%d,"sum":%d}}'
_SUMMED = re.compile(rb'\{"dubao":\{"1":\{"schema":([0-9]{1,9}),"sum":([0-9]{1,10})\}\}')


class Tables:
    """The tables of one file as they are now; a missing file has none.

    To `verify` its checksum, where it has one, takes 0.2 ms a MB (measured). Raises LibraryError if
    the file is damaged or of a newer dubao.
    """

    def __init__(self, files: Files, name: str, *, verify: bool = False) -> None:
        self.where = files.where(name)
        held = files.read(name)
        self._tables = {} if held is None else _current(held, self.where)
        if verify and held is not None and not _is_true(held):
            raise damaged(self.where)

    def records(self, table: str, kind: type[T]) -> dict[str, T]:
        """Return the documents of this table as models by name, in the order they were put in.

        Raises LibraryError when one has another shape.
        """
        shape: Any = GenericAlias(dict, (str, kind))
        records: dict[str, T] = self._decoded(table, shape)
        return records

    def named(self, table: str, name: str, kind: type[T]) -> T | None:
        """Return the document of this name in `table` as a model, or None.

        Raises LibraryError when it has another shape.
        """
        document = self._decoded(table, Packed).get(name)
        return None if document is None else self._model(document, kind)

    def _decoded(self, table: str, shape: type[T]) -> T:
        return self._model(self._tables.get(table, msgspec.Raw(b"{}")), shape)

    def _model(self, packed: msgspec.Raw, kind: type[T]) -> T:
        try:
            return decode(packed, kind)
        except LibraryError as error:
            raise damaged(self.where) from error


class Writing(TinyDB):
    """The tables of one file, to be changed under the lock of its files."""

    def __init__(self, files: Files, name: str) -> None:
        super().__init__(files, name, storage=_File)
        self.table_class = _ByName
        self._where = files.where(name)

    def named(self, table: str, name: str, kind: type[T]) -> T | None:
        """Return the document of this name in `table` as a model, or None.

        Raises LibraryError when it has another shape.
        """
        document = self.table(table).get(doc_id=name)  # type: ignore[call-overload]
        try:
            return from_plain(document, kind) if document is not None else None
        except LibraryError as error:
            raise damaged(self._where) from error

    def put(self, table: str, models: Mapping[str, object]) -> None:
        """Put `models` in `table`, each under its name: where its namesake is, else at the end."""
        held = self.table(table)
        there = {name for name in models if held.contains(doc_id=name)}  # type: ignore[arg-type]
        for name in there:
            held.update(_becomes(to_plain(models[name])), doc_ids=[name])  # type: ignore[list-item]
        new = [_document(name, model) for name, model in models.items() if name not in there]
        if new:
            held.insert_multiple(new)

    def remove(self, table: str, *names: str) -> None:
        """Take the documents of these names away from `table`, those that are there."""
        held = self.table(table)
        there = [name for name in names if held.contains(doc_id=name)]  # type: ignore[arg-type]
        if there:
            held.remove(doc_ids=there)  # type: ignore[arg-type]


@contextmanager
def writing(files: Files, name: str) -> Iterator[Writing]:
    """Give the tables of this file to be changed, and save them when the block ends without error.

    The caller holds the lock of `files` around the block: what is read inside is fresh, and what
    is changed is changed by nobody else. Raises LibraryError.
    """
    tables = Writing(files, name)
    yield tables
    tables.close()


def write(files: Files, name: str, tables: Mapping[str, Mapping[str, object]]) -> None:
    """Write the file `name` anew, with the models of `tables` by table and name.

    The caller holds the lock of `files`. Raises LibraryError.
    """
    files.write(name, packed(tables))


def packed(tables: Mapping[str, Mapping[str, object]]) -> bytes:
    """Return the bytes of a file that holds these models, by table and name."""
    return _summed(to_json(tables))


def refuse_newer(files: Files, names: Iterable[str]) -> None:
    """Raise NewerError when a newer dubao has written one of these files.

    One that is missing or damaged is passed over: what would read it says so.
    """
    for name in names:
        packed = files.read(name)
        if packed is None:
            continue
        try:
            _, schema = _opened(packed)
        except (*_MISSHAPEN, LibraryError):
            continue
        if schema > SCHEMA:
            raise newer(files.where(name), schema)


def newer(where: str, schema: int) -> NewerError:
    """Return the error that a newer dubao, of this `schema`, has written the file at `where`."""
    return NewerError(
        "{file}: written by a newer dubao (schema {schema}); update this one to read it.",
        file=where,
        schema=schema,
    )


def damaged(where: str) -> DamagedError:
    """Return the error that the file at `where` cannot be what dubao wrote."""
    return DamagedError(
        "{file}: damaged, or not written by dubao; dubao check --repair mends what can be "
        "made again and sets the rest aside.",
        file=where,
    )


def _document(name: str, model: object) -> Document:
    return Document(to_plain(model), name)  # type: ignore[arg-type]


def _becomes(plain: dict[str, Any]) -> Callable[[Any], None]:
    def change(held: Any) -> None:
        held.clear()
        held.update(plain)

    return change


class _ByName(Table):
    """A table whose documents have names for numbers."""

    document_id_class = str  # type: ignore[assignment]


class _File(Storage):
    """The tables of one file, in memory between one reading and one writing."""

    def __init__(self, files: Files, name: str) -> None:
        self._files = files
        self._name = name
        self._tables: Shape | None = None
        self._changed = False

    def read(self) -> Shape:
        """Return the tables; TinyDB asks for them at each of its steps."""
        if self._tables is None:
            self._tables = self._load()
        return self._tables

    def write(self, data: Shape) -> None:
        """Take the tables as TinyDB has changed them."""
        self._tables = data
        self._changed = True

    def close(self) -> None:
        """Save the tables in their file if anything was changed."""
        if self._changed:
            write(self._files, self._name, self._tables or {})

    def _load(self) -> Shape:
        packed = self._files.read(self._name)
        if packed is None:
            return {}
        where = self._files.where(self._name)
        tables = _current(packed, where)
        try:
            return {table: decode(raw, dict[str, dict[str, Any]]) for table, raw in tables.items()}
        except LibraryError as error:
            raise damaged(where) from error


def _summed(packed: bytes) -> bytes:
    """Return the JSON of some tables with the schema and their checksum before them."""
    rest = b"," + packed[1:] if len(packed) > len(b"{}") else packed[1:]
    return _HEAD % (SCHEMA, zlib.crc32(rest, SCHEMA)) + rest


def _is_true(packed: bytes) -> bool:
    """Return whether a file's checksum is that of what it holds, if it has one."""
    head = _SUMMED.match(packed)
    if head is None:
        return True
    return zlib.crc32(memoryview(packed)[head.end() :], int(head[1])) == int(head[2])


def _current(packed: bytes, where: str) -> Packed:
    """Return the tables in a file's bytes, each still packed, in the shape of today."""
    try:
        tables, schema = _opened(checked(packed))
        if schema < SCHEMA:
            tables = forward(tables, schema)
    except (*_MISSHAPEN, LibraryError) as error:
        raise damaged(where) from error
    if schema > SCHEMA:
        raise newer(where, schema)
    return tables


def _opened(packed: bytes) -> tuple[Packed, int]:
    """Return the tables in a file's bytes, and the schema that they have."""
    tables = decode(packed, Packed)
    mark = decode(tables.pop("dubao"), dict[str, dict[str, int]])
    return tables, mark["1"]["schema"]
