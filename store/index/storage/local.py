"""The index in a file, looked at: the one door through which SQLite's errors become ours."""

import os
import sqlite3
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

from msgspec import Meta

from store.backends.serialization import decode, to_json
from store.errors import LibraryError
from store.index.query.conditions import Field
from store.index.results import Budget, GivenUpError, IndexFailedError
from store.index.storage.database import open_empty, open_to_read
from store.index.storage.location import index_file
from store.index.storage.verification import DAMAGE, may_be_whole
from store.index.tables import Put, Used, Word
from store.index.tokens import phrase, trait
from store.messages import Message, template
from store.protocols import CatalogueOnDisk

UNREADABLE = template(
    "{file}: the index cannot be read, so every issue is; dubao reindex makes it anew."
)

STEPS = 10_000
"""How many steps SQLite takes before it asks again whether to give up: some 0.2 ms."""

_COLUMNS = {"text": "", "head": "head : ", "byline": "byline : ", "column": '"column" : '}

_Number = Annotated[int, Meta(ge=0)]


class LocalIndex:
    """The index file of a library; without a library, an index that holds nothing."""

    def __init__(self, library: CatalogueOnDisk | None = None) -> None:
        self._library = library
        self._path: Path | None = None
        self._inode = 0
        self._base: sqlite3.Connection | None = None
        self._opened = 0
        self.trouble: Message | None = None

    @contextmanager
    def moment(self, budget: Budget) -> Iterator[tuple[object, "LocalTables"]]:
        """Hold the index as it is now, with what changes when it does."""
        try:
            base = self._open()
            base.set_progress_handler(budget, STEPS)
            base.execute("BEGIN")
            try:
                ((version,),) = base.execute("PRAGMA data_version")
                yield (self._opened, version), LocalTables(base, budget)
            finally:
                base.set_progress_handler(None, 0)
                base.execute("COMMIT")
        except (OSError, LibraryError, *DAMAGE) as error:
            self._close()
            if budget():
                raise GivenUpError from error
            if not may_be_whole(error):
                self.trouble = Message(UNREADABLE, {"file": str(self._path)})
            raise IndexFailedError from error
        self.trouble = None

    def _open(self) -> sqlite3.Connection:
        """Return the connection, a new one if the file has been replaced."""
        path = self._path = index_file(self._library) if self._library else None
        inode = path.lstat().st_ino if path and os.path.lexists(path) else 0
        if self._base is None or inode != self._inode:
            self._close()
            self._base = open_to_read(path) if path else None
            self._inode = inode if self._base else 0  # look again at one of another format
            self._base = self._base or open_empty()
            self._opened += 1
        return self._base

    def _close(self) -> None:
        if self._base is not None:
            self._base.close()
            self._base = None


class LocalTables:
    """The tables of an index in `base`, see `store.index.storage.database`."""

    def __init__(self, base: sqlite3.Connection, budget: Budget) -> None:
        self._base = base
        self._budget = budget

    def issues(self) -> Iterator[Put]:
        """Yield the issues that were put in, by number."""
        with self._asking() as base:
            for first, articles, live, *stamp in base.execute(
                "SELECT first, articles, live, id, revision, own FROM issues ORDER BY first"
            ):
                yield Put(first, articles, live, tuple(stamp))

    def holding(self, words: Iterable[str], where: Field) -> Iterator[list[int]]:
        """Yield the articles that hold one of these folded words there, for each word."""
        for word in words:
            if where == "text" and len(word) == 1:
                yield self.having(word)
            else:
                yield self._matching("texts", _COLUMNS[where] + phrase(word))

    def having(self, name: str) -> list[int]:
        """Return the articles that have a trait."""
        return self._matching("traits", trait(name))

    def _matching(self, table: str, expression: str) -> list[int]:
        """Return the numbers of the articles that match an FTS5 expression."""
        if self._budget():
            raise GivenUpError
        # One text of all numbers is made and read in C: a row for each takes three times as long.
        asked = f"SELECT group_concat(rowid) FROM {table} WHERE {table} MATCH ?"
        with self._asking() as base:
            ((numbers,),) = base.execute(asked, (expression,))
        return decode(f"[{numbers or ''}]".encode(), list[_Number])

    def beginning(self, folded: str) -> Iterator[Used]:
        """Yield the words whose folded form begins so, used most first."""
        with self._asking() as base:
            for row in base.execute(
                "SELECT number, folded, '', uses FROM words"
                " WHERE folded >= ? AND folded < ? AND uses > 0 ORDER BY uses DESC, folded",
                (folded, folded + chr(0x10FFFF)),
            ):
                yield Used(*row)

    def spelt(self, first: str, last: str, pattern: str, *, by_key: bool) -> Iterator[Used]:
        """Yield words by each of their keys that fits the pattern, used most first."""
        column = "key" if by_key else "folded"
        with self._asking() as base:
            for row in base.execute(
                "SELECT number, folded, key, uses FROM spellings JOIN words USING (number)"
                f" WHERE {column} >= ? AND {column} < ? AND key GLOB ? AND uses > 0"
                " ORDER BY uses DESC, folded",
                (first, chr(ord(last) + 1), pattern),
            ):
                yield Used(*row)

    def words(self, folded: Collection[str]) -> Iterator[Word]:
        """Yield those of these words that the index knows."""
        return self._words("folded", to_json(list(folded)).decode())

    def numbered(self, numbers: Collection[int]) -> Iterator[Word]:
        """Yield the words of these numbers."""
        return self._words("number", to_json(list(numbers)).decode())

    def _words(self, column: str, listed: str) -> Iterator[Word]:
        with self._asking() as base:
            for row in base.execute(
                "SELECT number, folded, word, kind, articles FROM words"
                f" WHERE {column} IN (SELECT value FROM json_each(?))",
                (listed,),
            ):
                yield Word(*row)

    def most_met(self) -> Iterator[tuple[int, int]]:
        """Yield the number of each word, and how many articles have it, most first."""
        with self._asking() as base:
            yield from base.execute(
                "SELECT number, articles FROM words WHERE articles > 0 ORDER BY articles DESC"
            )

    def keywords(self, firsts: Collection[int] | None = None) -> Iterator[tuple[int, int, bytes]]:
        """Yield the number, articles and ``keywords`` of the issues with these numbers, or all."""
        asked, values = "SELECT first, articles, keywords FROM issues", []
        if firsts is not None:
            asked += " WHERE first IN (SELECT value FROM json_each(?))"
            values.append(to_json(list(firsts)).decode())
        with self._asking() as base:
            yield from base.execute(asked, values)

    def words_in(self, first: int) -> tuple[int, bytes, bytes]:
        """Return the articles, ``keywords`` and ``names`` of an issue that was put in."""
        with self._asking() as base:
            ((articles, keywords, names),) = base.execute(
                "SELECT articles, keywords, names FROM issues WHERE first = ?", (first,)
            )
        return articles, keywords, names

    @contextmanager
    def _asking(self) -> Iterator[sqlite3.Connection]:
        """Give what is asked; whatever SQLite raises in the block is told as an error of ours."""
        try:
            yield self._base
        except sqlite3.Error as error:
            if self._budget():
                raise GivenUpError from error
            raise IndexFailedError(str(error)) from error
