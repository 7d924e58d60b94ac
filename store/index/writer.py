"""Changes to the tables of the index: issues are put in, and their words counted."""

import sqlite3
from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from itertools import accumulate, chain

from store.index.folded import FoldedArticle, fold_issue
from store.index.numbers import counted, packed
from store.index.storage.verification import seal, unseal
from store.index.tables import Put
from store.index.tokens import tokens, traits
from store.models import CatalogueRow, Issue, Keyword, RowStamp
from store.words.latin import spelt

STEP = 1000
"""Pages that are merged, or given back, at a time."""


class IndexWriter(ABC):
    """The only writer of an index, wherever that is kept, of which these issues were put in."""

    def __init__(self, issues: Iterable[Put]) -> None:
        held = list(issues)
        self._first: dict[RowStamp, int] = {put.stamp: put.first for put in held}
        self._live: set[RowStamp] = {put.stamp for put in held if put.live}
        self.next = max((put.first + max(put.articles, 1) for put in held), default=0)
        """The number of the next article: how many were ever put in."""

    def settle(self, rows: Sequence[CatalogueRow]) -> list[CatalogueRow]:
        """Count the words of the issues in `rows` and no others; return those yet to be put in."""
        wanted = {row.stamp for row in rows}
        known = wanted & self._first.keys()
        if known != self._live:
            with self._changing():
                for issue in known ^ self._live:
                    self._turn(self._first[issue], issue in known)
        self._live = known
        return [row for row in rows if row.stamp not in known]

    def put(self, issues: Iterable[tuple[RowStamp, Issue]]) -> None:
        """Put `issues` in, all or none of them."""
        put: dict[RowStamp, int] = {}
        with self._changing():
            first = self.next
            for stamp, issue in issues:
                articles = fold_issue(issue)
                self._put_articles(first, articles)
                words = self._put_words(articles)
                self._put_issue(Put(first, len(articles), True, stamp), *words)
                put[stamp] = first
                first += max(len(articles), 1)  # one without articles has a number, too
        self._first |= put
        self._live |= put.keys()
        self.next = first

    def _put_words(self, articles: Iterable[FoldedArticle]) -> tuple[bytes, bytes]:
        """Count the words of one issue; return its ``keywords`` and ``names``."""
        keywords = [dict(article.keywords) for article in articles]
        names = [dict(article.names) for article in articles]
        as_keyword = Counter(chain.from_iterable(keywords))
        as_name = Counter(chain.from_iterable(names))
        words: dict[str, Keyword] = {}
        for held in (*keywords, *names):
            words = held | words
        numbers = self._count(words, as_keyword, as_keyword + as_name)
        ends = accumulate(map(len, keywords))
        return (
            packed([*ends, *(numbers[word] for held in keywords for word in held)]),
            packed([numbers[word] for held in names for word in held]),
        )

    def _turn(self, first: int, live: bool) -> None:
        """Count the words of an issue that was put in again, or count them no longer."""
        articles, uses = counted(*self._set_live(first, live))
        by = 1 if live else -1
        self._recount([(by * articles[number], by * uses[number], number) for number in uses])

    @abstractmethod
    def _changing(self) -> AbstractContextManager[None]:
        """Make the changes of the block in one transaction."""

    @abstractmethod
    def _put_articles(self, first: int, articles: Sequence[FoldedArticle]) -> None:
        """Put in what is looked for in the articles of one issue, from this number on."""

    @abstractmethod
    def _put_issue(self, put: Put, keywords: bytes, names: bytes) -> None:
        """Put in an issue, and its words by their numbers."""

    @abstractmethod
    def _count(
        self, words: Mapping[str, Keyword], articles: Counter[str], uses: Counter[str]
    ) -> Mapping[str, int]:
        """Put in what is new of these folded words, and add to the counts; return their numbers."""

    @abstractmethod
    def _set_live(self, first: int, live: bool) -> tuple[int, bytes, bytes]:
        """Note whether an issue's words are counted; return its articles, and its words."""

    @abstractmethod
    def _recount(self, changes: Sequence[tuple[int, int, int]]) -> None:
        """Add to the articles and uses of words, the last is each one's number."""


class Writer(IndexWriter):
    """The only writer of the index in `base`; every method may raise sqlite3.Error."""

    def __init__(self, base: sqlite3.Connection) -> None:
        self._base = base
        held = base.execute("SELECT first, articles, live, id, revision, own FROM issues")
        super().__init__(
            Put(first, articles, bool(live), tuple(stamp)) for first, articles, live, *stamp in held
        )

    def tidy(self) -> None:
        """Merge what was put in piece by piece, and give back the space that this frees.

        It is done in steps that keep nobody waiting, and saves a tenth of the index and some of the
        time of each search.
        """
        for table in ("texts", "traits"):
            pages = -STEP  # at first: all pieces into one
            changes = -2
            while self._base.total_changes - changes >= 2:  # as FTS5's documentation has it
                changes = self._base.total_changes
                self._base.execute(
                    f"INSERT INTO {table} ({table}, rank) VALUES ('merge', ?)", (pages,)
                )
                pages = STEP
        while self._free() > STEP:
            self._base.executescript(f"PRAGMA incremental_vacuum({STEP})")

    def seal(self) -> None:
        """Say in the index that all is there: whoever opens it sees whether it still is."""
        seal(self._base)

    def _free(self) -> int:
        """Return how many pages are not in use."""
        ((pages,),) = self._base.execute("PRAGMA freelist_count")
        return int(pages)

    def _put_articles(self, first: int, articles: Sequence[FoldedArticle]) -> None:
        for number, article in enumerate(articles, first):
            texts = map(tokens, (article.rest, article.head, article.byline, article.column))
            self._base.execute(
                'INSERT INTO texts (rowid, rest, head, byline, "column") VALUES (?, ?, ?, ?, ?)',
                (number, *texts),
            )
            self._base.execute(
                "INSERT INTO traits (rowid, trait) VALUES (?, ?)",
                (number, traits(article.text, article.traits)),
            )

    def _put_issue(self, put: Put, keywords: bytes, names: bytes) -> None:
        name, revision, own = put.stamp
        values = (put.first, put.articles, name, revision, put.live, keywords, names, own)
        self._base.execute("INSERT INTO issues VALUES (?, ?, ?, ?, ?, ?, ?, ?)", values)

    def _count(
        self, words: Mapping[str, Keyword], articles: Counter[str], uses: Counter[str]
    ) -> Mapping[str, int]:
        return {
            folded: self._put_word(folded, word, articles[folded], uses[folded])
            for folded, word in words.items()
        }

    def _put_word(self, folded: str, word: Keyword, articles: int, uses: int) -> int:
        ((number,),) = self._base.execute(
            "INSERT INTO words (folded, word, kind, articles, uses) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT (folded) DO UPDATE"
            " SET articles = articles + excluded.articles, uses = uses + excluded.uses"
            " RETURNING number",
            (folded, word.word, word.kind, articles, uses),
        ).fetchall()
        self._base.executemany(
            "INSERT OR IGNORE INTO spellings VALUES (?, ?)",
            [(spelt(key), number) for key in word.keys],
        )
        return int(number)

    def _set_live(self, first: int, live: bool) -> tuple[int, bytes, bytes]:
        self._base.execute("UPDATE issues SET live = ? WHERE first = ?", (live, first))
        ((articles, keywords, names),) = self._base.execute(
            "SELECT articles, keywords, names FROM issues WHERE first = ?", (first,)
        )
        return articles, keywords, names

    def _recount(self, changes: Sequence[tuple[int, int, int]]) -> None:
        self._base.executemany(
            "UPDATE words SET articles = articles + ?, uses = uses + ? WHERE number = ?", changes
        )

    @contextmanager
    def _changing(self) -> Iterator[None]:
        """Make the changes of the block in one transaction."""
        self._base.execute("BEGIN IMMEDIATE")
        try:
            unseal(self._base)
            yield
        except BaseException:
            self._base.execute("ROLLBACK")
            raise
        self._base.execute("COMMIT")
