"""Changes to the tables of the index: issues are put in, and their words counted."""

import sqlite3
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from itertools import accumulate

from msgspec import Struct

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
        folded = [(stamp, fold_issue(issue)) for stamp, issue in issues]
        put, first = [], self.next
        for stamp, articles in folded:
            put.append(Put(first, len(articles), True, stamp))
            first += max(len(articles), 1)  # one without articles has a number, too
        with self._changing():
            self._put_articles(
                (number, article)
                for issue, (_, articles) in zip(put, folded, strict=True)
                for number, article in enumerate(articles, issue.first)
            )
            numbers = self._count(_met(articles for _, articles in folded))
            self._put_issues(
                (issue, *_numbered(articles, numbers))
                for issue, (_, articles) in zip(put, folded, strict=True)
            )
        self._first |= {issue.stamp: issue.first for issue in put}
        self._live |= {issue.stamp for issue in put}
        self.next = first

    def _turn(self, first: int, live: bool) -> None:
        """Count the words of an issue that was put in again, or count them no longer."""
        articles, uses = counted(*self._set_live(first, live))
        by = 1 if live else -1
        self._recount([(by * articles[number], by * uses[number], number) for number in uses])

    @abstractmethod
    def _changing(self) -> AbstractContextManager[None]:
        """Make the changes of the block in one transaction."""

    @abstractmethod
    def _put_articles(self, articles: Iterator[tuple[int, FoldedArticle]]) -> None:
        """Put in what is looked for in these articles, by number."""

    @abstractmethod
    def _put_issues(self, issues: Iterator[tuple[Put, bytes, bytes]]) -> None:
        """Put in issues, each with its ``keywords`` and ``names``."""

    @abstractmethod
    def _count(self, words: Mapping[str, "Met"]) -> Mapping[str, int]:
        """Put in what is new of these folded words, and add to the counts; return their numbers."""

    @abstractmethod
    def _set_live(self, first: int, live: bool) -> tuple[int, bytes, bytes]:
        """Note whether an issue's words are counted; return its articles, and its words."""

    @abstractmethod
    def _recount(self, changes: Sequence[tuple[int, int, int]]) -> None:
        """Add to the articles and uses of words, the last is each one's number."""


class Met(Struct):
    """A word as it was met first, with the keys that it had anywhere.

    ``articles`` have it as a keyword, ``uses`` as a keyword or a name.
    """

    word: Keyword
    keys: set[str]
    articles: int = 0
    uses: int = 0

    def add(self, keys: Iterable[str], articles: int, uses: int) -> None:
        """Count it so many times more, and remember these keys."""
        self.keys.update(keys)
        self.articles += articles
        self.uses += uses


def _met(issues: Iterable[Sequence[FoldedArticle]]) -> dict[str, Met]:
    """Return the words of issues by their folded form: of each its keywords, then its names."""
    found: dict[str, Met] = {}
    for articles in issues:
        keywords = [(dict(article.keywords), 1) for article in articles]
        for held, as_keyword in (*keywords, *((dict(each.names), 0) for each in articles)):
            for folded, word in held.items():
                met = found.get(folded) or found.setdefault(folded, Met(word, set()))
                met.add(word.keys, as_keyword, 1)
    return found


def _numbered(articles: Sequence[FoldedArticle], numbers: Mapping[str, int]) -> tuple[bytes, bytes]:
    """Return the ``keywords`` and ``names`` of an issue, whose words have these numbers."""
    keywords = [dict(article.keywords) for article in articles]
    names = [dict(article.names) for article in articles]
    ends = accumulate(map(len, keywords))
    return (
        packed([*ends, *(numbers[word] for held in keywords for word in held)]),
        packed([numbers[word] for held in names for word in held]),
    )


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

    def _put_articles(self, articles: Iterator[tuple[int, FoldedArticle]]) -> None:
        for number, article in articles:
            texts = map(tokens, (article.rest, article.head, article.byline, article.column))
            self._base.execute(
                'INSERT INTO texts (rowid, rest, head, byline, "column") VALUES (?, ?, ?, ?, ?)',
                (number, *texts),
            )
            self._base.execute(
                "INSERT INTO traits (rowid, trait) VALUES (?, ?)",
                (number, traits(article.text, article.traits)),
            )

    def _put_issues(self, issues: Iterator[tuple[Put, bytes, bytes]]) -> None:
        for put, keywords, names in issues:
            name, revision, own = put.stamp
            values = (put.first, put.articles, name, revision, put.live, keywords, names, own)
            self._base.execute("INSERT INTO issues VALUES (?, ?, ?, ?, ?, ?, ?, ?)", values)

    def _count(self, words: Mapping[str, Met]) -> Mapping[str, int]:
        return {folded: self._put_word(folded, met) for folded, met in words.items()}

    def _put_word(self, folded: str, met: Met) -> int:
        ((number,),) = self._base.execute(
            "INSERT INTO words (folded, word, kind, articles, uses) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT (folded) DO UPDATE"
            " SET articles = articles + excluded.articles, uses = uses + excluded.uses"
            " RETURNING number",
            (folded, met.word.word, met.word.kind, met.articles, met.uses),
        ).fetchall()
        self._base.executemany(
            "INSERT OR IGNORE INTO spellings VALUES (?, ?)",
            [(spelt(key), number) for key in met.keys],
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
