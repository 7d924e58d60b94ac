"""What the index finds for a query, in those issues of the catalogue that it holds as they are."""

import os
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

from msgspec import Meta

from store.backends.serialization import decode
from store.errors import LibraryError
from store.index.hits import Hits
from store.index.indexed_rows import IndexedRows, Numbered, indexed_rows
from store.index.numbers import words_of
from store.index.query.conditions import (
    Condition,
    Contains,
    Dated,
    Doubtful,
    Field,
    Marked,
    OfKind,
    OfPaper,
    OnPage,
    Scope,
    Tagged,
)
from store.index.query.query import Query
from store.index.results import LISTED, MOST, Budget, GivenUpError, IndexFailedError
from store.index.storage.database import open_empty, open_to_read
from store.index.storage.location import index_file
from store.index.storage.verification import DAMAGE, may_be_whole
from store.index.tokens import phrase, trait
from store.messages import Message, template
from store.models import CatalogueRow
from store.protocols import CatalogueOnDisk
from store.words.latin import fits, key_pattern, may_stand_for_words, spelt
from store.words.search_fold import search_fold

UNREADABLE = template(
    "{file}: the index cannot be read, so every issue is; dubao reindex makes it anew."
)

STEPS = 10_000
"""How many steps SQLite takes before it asks again whether to give up: some 0.2 ms."""

_COLUMNS = {"text": "", "head": "head : ", "byline": "byline : ", "column": '"column" : '}


_Number = Annotated[int, Meta(ge=0)]


class Index:
    """The index of a library, read by one thread at a time.

    While there is no index, nothing is found in it.
    """

    def __init__(self, library: CatalogueOnDisk | None = None) -> None:
        self._library = library
        self._path: Path | None = None
        self._inode = 0
        self._base: sqlite3.Connection | None = None
        self._version = 0
        self._rows: Sequence[CatalogueRow] = ()
        self._indexed = IndexedRows()
        self.trouble: Message | None = None
        """Why the index could not be read when it was last asked, if that was so."""

    @contextmanager
    def snapshot(self, rows: Sequence[CatalogueRow], budget: Budget) -> Iterator["Lookup"]:
        """Hold the index as it is now, to look up what it has of the issues in `rows`.

        Raises GivenUpError, and IndexFailedError.
        """
        try:
            base = self._open()
            base.set_progress_handler(budget, STEPS)
            base.execute("BEGIN")
            try:
                yield Lookup(base, self._match(base, rows), budget)
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
        return self._base

    def _close(self) -> None:
        if self._base is not None:
            self._base.close()
            self._base = None
        self._version = 0

    def _match(self, base: sqlite3.Connection, rows: Sequence[CatalogueRow]) -> "IndexedRows":
        """Return which of the issues in `rows` the index holds; looked up when either changes."""
        ((version,),) = base.execute("PRAGMA data_version")
        if (version, rows) != (self._version, self._rows):
            self._indexed = indexed_rows(base, rows)
            self._version, self._rows = version, rows
        return self._indexed


class Lookup:
    """The index at one moment: nothing changes in it meanwhile.

    Methods may raise GivenUpError, and sqlite3.Error.
    """

    def __init__(self, base: sqlite3.Connection, indexed: IndexedRows, budget: Budget) -> None:
        self.base = base
        self.indexed = indexed
        self._budget = budget

    def uses(self, term: str, *, fuzzy: bool = False) -> Counter[str]:
        """Return the words that a term fits (see `fits`), with how often each is used.

        If there are more than `MOST`, these are the ones used most.
        """
        gone: Counter[int] = Counter()
        for first in self.indexed.gone:
            gone += words_of(self.base, first)[1]
        found: Counter[str] = Counter()
        for number, word, key, uses in self._asked(term, fuzzy):
            if fits(term, word, [key], fuzzy=fuzzy):
                found[word] = uses - gone[number]
                if len(found) == MOST:
                    break
        return found

    def _asked(self, term: str, fuzzy: bool) -> sqlite3.Cursor:
        """Return the words that `term` may fit: number, folded form, key and uses, used most first.

        They are found by their first character or letter; a word comes once for each of its keys.
        """
        if not may_stand_for_words(term):
            return self._begun(term)
        pattern = key_pattern(term, fuzzy=fuzzy)
        column, first = ("key", spelt(term)[:1]) if "a" <= term[:1] <= "ü" else ("folded", term[:1])
        last = first
        if fuzzy and column == "key" and first in "nl":
            first, last = "l", "n"
        return self.base.execute(
            "SELECT number, folded, key, uses FROM spellings JOIN words USING (number)"
            f" WHERE {column} >= ? AND {column} < ? AND key GLOB ? AND uses > 0"
            " ORDER BY uses DESC, folded",
            (first, chr(ord(last) + 1), pattern),
        )

    def _begun(self, term: str) -> sqlite3.Cursor:
        return self.base.execute(
            "SELECT number, folded, '', uses FROM words"
            " WHERE folded >= ? AND folded < ? AND uses > 0 ORDER BY uses DESC, folded",
            (term, term + chr(0x10FFFF)),
        )

    def find(self, query: Query, scope: Scope) -> tuple[Hits, Counter[str]]:
        """Return what `query` finds, and how often what Latin terms stand for."""
        left = self._found(query, scope)
        stood: dict[str, Numbered] = {}
        for words in query.words if left else ():
            for word in words.stands_for(scope)[:LISTED]:
                found = self._with_words([word], words.where)
                stood[word] = stood.get(word, 0) | found & left
        counts = Counter({word: articles.bit_count() for word, articles in stood.items()})
        return self.indexed.hits(left), counts

    def _found(self, query: Query, scope: Scope) -> Numbered:
        """Return the set of articles that `query` finds."""
        everything = left = self.indexed.everything
        for group in query.groups:
            any_of = 0
            for condition, wanted in group:
                found = self._articles(condition, scope)
                any_of |= found if wanted else everything & ~found
            left &= any_of
        for other in query.hiding:
            left &= ~self._found(other, scope)
        return left

    def go_on(self) -> None:
        """Raise GivenUpError if the search has been given up."""
        if self._budget():
            raise GivenUpError

    def _articles(self, condition: Condition, scope: Scope) -> Numbered:
        """Return the articles of which the condition holds, and perhaps some of other issues."""
        match condition:
            case Contains():
                return self._with_words(condition.needles(scope).words, condition.where)
            case OfKind() | OnPage() | Doubtful():
                return self._with_trait(trait(condition.trait))
            case Marked() | Tagged():
                return self.indexed.with_keys(condition.keys(scope))
            case Dated():
                return self.indexed.in_issues(lambda row: condition.covers(row.date))
            case OfPaper():
                papers = {row.paper for row in self.indexed.rows}
                folded = {paper: search_fold(paper) for paper in papers}
                return self.indexed.in_issues(lambda row: condition.fits(folded[row.paper], row.id))
        raise TypeError(condition)

    def _with_words(self, words: Iterable[str], where: Field) -> Numbered:
        """Return the articles that hold one of these folded words there."""
        return self.indexed.with_numbers(self._containing(word, where) for word in words)

    def _with_trait(self, expression: str) -> Numbered:
        """Return the articles that have a trait."""
        return self.indexed.with_numbers([self._matching("traits", expression)])

    def _containing(self, word: str, where: Field) -> list[int]:
        """Return the numbers of the articles that hold a folded word there."""
        if where == "text" and len(word) == 1:
            return self._matching("traits", trait(word))
        return self._matching("texts", _COLUMNS[where] + phrase(word))

    def _matching(self, table: str, expression: str) -> list[int]:
        """Return the numbers of the articles that match an FTS5 expression."""
        self.go_on()
        # One text of all numbers is made and read in C: a row for each takes three times as long.
        ((numbers,),) = self.base.execute(
            f"SELECT group_concat(rowid) FROM {table} WHERE {table} MATCH ?", (expression,)
        )
        return decode(f"[{numbers or ''}]".encode(), list[_Number])
