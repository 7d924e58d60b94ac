"""TinyDB over one of the library's files: read at once, and written once, when its block ends.

A document's number is its own name (an issue's id, an article's key), so that it is found without
a search and never collides. A file says in its table ``dubao`` which schema it has. Nothing of
TinyDB leaves `store`: documents are turned into models before they are handed on.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from types import GenericAlias
from typing import Any, TypeVar

from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Document, Table

from store.errors import LibraryError
from store.files import Files
from store.records import from_json, from_plain, to_json, to_plain

T = TypeVar("T")

SCHEMA = 1
"""The shape of the files that this dubao writes, and the newest that it reads."""

_Shape = dict[str, dict[str, dict[str, Any]]]
_MISSHAPEN = (AttributeError, LookupError, RecursionError, TypeError, ValueError)
_MARK = {"dubao": {"1": {"schema": SCHEMA}}}


class Tables(TinyDB):
    """The tables of one file as they were when first asked for; a missing file has none.

    Asking raises LibraryError if the file is damaged or of a newer dubao.
    """

    def __init__(self, files: Files, name: str) -> None:
        super().__init__(files, name, storage=_File)
        self.table_class = _ByName
        self.where = files.where(name)

    def records(self, table: str, kind: type[T]) -> tuple[T, ...]:
        """Return the documents of this table as models, in the order they were put in.

        Raises LibraryError when one has another shape.
        """
        documents = self.table(table).all()
        kinds: Any = GenericAlias(tuple, (kind, ...))
        try:
            # All at once: a hundred thousand marks take a fifth of the time.
            records: tuple[T, ...] = from_plain(documents, kinds)
        except LibraryError as error:
            raise damaged(self.where) from error
        return records

    def named(self, table: str, name: str, kind: type[T]) -> T | None:
        """Return the document of this name in `table` as a model, or None.

        Raises LibraryError when it has another shape.
        """
        document = self.table(table).get(doc_id=name)  # type: ignore[call-overload]
        try:
            return from_plain(document, kind) if document else None
        except LibraryError as error:
            raise damaged(self.where) from error

    def put(self, table: str, models: Mapping[str, object]) -> None:
        """Put `models` in `table`, each under its name: where its namesake is, else at the end."""
        held = self.table(table)
        there = {name for name in models if held.contains(doc_id=name)}  # type: ignore[arg-type]
        for name in there:
            held.update(_becomes(to_plain(models[name])), doc_ids=[name])  # type: ignore[list-item]
        new = [_document(name, model) for name, model in models.items() if name not in there]
        held.insert_multiple(new)

    def remove(self, table: str, *names: str) -> None:
        """Take the documents of these names away from `table`, those that are there."""
        held = self.table(table)
        there = [name for name in names if held.contains(doc_id=name)]  # type: ignore[arg-type]
        if there:
            held.remove(doc_ids=there)  # type: ignore[arg-type]


@contextmanager
def writing(files: Files, name: str) -> Iterator[Tables]:
    """Give the tables of this file to be changed, and save them when the block ends without error.

    The caller holds the lock of `files` around the block: what is read inside is fresh, and what
    is changed is changed by nobody else. Raises LibraryError.
    """
    tables = Tables(files, name)
    yield tables
    tables.close()


def damaged(where: str) -> LibraryError:
    """Return the error that the file at `where` cannot be what dubao wrote."""
    return LibraryError(f"{where}: damaged, or not written by dubao; restore it from a copy.")


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
        self._tables: _Shape | None = None
        self._changed = False

    def read(self) -> _Shape:
        """Return the tables; TinyDB asks for them at each of its steps."""
        if self._tables is None:
            self._tables = self._load()
        return self._tables

    def write(self, data: _Shape) -> None:
        """Take the tables as TinyDB has changed them."""
        self._tables = data
        self._changed = True

    def close(self) -> None:
        """Save the tables in their file if anything was changed."""
        if self._changed:
            self._files.write(self._name, to_json(_MARK | (self._tables or {})))

    def _load(self) -> _Shape:
        packed = self._files.read(self._name)
        if packed is None:
            return {}
        where = self._files.where(self._name)
        try:
            tables: _Shape = from_json(packed)
            schema = tables.pop("dubao")["1"]["schema"]
            documents = [document for table in tables.values() for document in table.values()]
        except (*_MISSHAPEN, LibraryError) as error:
            raise damaged(where) from error
        if schema != SCHEMA:
            raise LibraryError(
                f"{where}: written by a newer dubao (schema {schema}); update this one to read it."
            )
        if not all(isinstance(document, dict) for document in documents):
            raise damaged(where)
        return tables
