"""Searching a library: exact, by reading through the folded text of every issue."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Set
from dataclasses import dataclass, field
from typing import Literal, Protocol, overload

from store.errors import DubaoError
from store.index.conditions import Scope
from store.index.folded import FoldedArticle, Needles, fold_issue
from store.index.query import Query
from store.models import CatalogueRow, Issue, KeywordKind
from store.words.latin import matches

KEPT = 32_000_000
"""Characters of folded text kept in memory (64 MB): some 20,000 articles."""


class Shelf(Protocol):
    """What is asked of a library."""

    def rows(self) -> tuple[CatalogueRow, ...]:
        """Return the catalogue, newest issue first."""

    def issue(self, name: str) -> Issue:
        """Return the issue of this id."""


class Marked(Protocol):
    """What is asked of a reader's marks."""

    def read_keys(self) -> Set[str]:
        """Return the keys of the articles that have been read."""

    def starred_keys(self) -> Set[str]:
        """Return the keys of the articles that are starred."""


@dataclass(frozen=True, slots=True)
class Facet:
    """A keyword of what was found, and how many of the articles found have it."""

    word: str
    kind: KeywordKind
    count: int


@dataclass(frozen=True, slots=True)
class Found:
    """What a query finds.

    ``hits`` are ids of articles, newest issue first and in its order, with the number of places
    where the query's words stand. ``facets`` come most frequent first. ``stands_for`` are the words
    that Latin terms stand for, with the number of articles found that hold each. ``problems`` name
    the issues that could not be read.
    """

    hits: dict[str, int] = field(default_factory=dict)
    facets: tuple[Facet, ...] = ()
    stands_for: tuple[tuple[str, int], ...] = ()
    problems: tuple[str, ...] = ()


def never() -> Literal[False]:
    """Go on to the end."""
    return False


class Searcher:
    """Searches one library for one reader; folded text is kept for the next search."""

    def __init__(self, library: Shelf, marks: Marked) -> None:
        self._library = library
        self._marks = marks
        self._kept: dict[str, tuple[CatalogueRow, tuple[FoldedArticle, ...]]] = {}
        self._size = 0

    @overload
    def search(self, query: Query) -> Found: ...
    @overload
    def search(self, query: Query, *, cancelled: Callable[[], bool]) -> Found | None: ...
    def search(self, query: Query, *, cancelled: Callable[[], bool] = never) -> Found | None:
        """Return what `query` finds, or None once `cancelled` turns true.

        An empty query finds everything. Raises LibraryError when the catalogue cannot be read.
        """
        issues: list[tuple[FoldedArticle, ...]] = []
        problems: list[str] = []
        for row in self._rows():
            if cancelled():
                return None
            try:
                issues.append(self._folded(row))
            except DubaoError as error:
                problems.append(str(error))
        scope = self._scope(query, issues)
        found: list[FoldedArticle] = []
        for articles in issues:
            if cancelled():
                return None
            found += (article for article in articles if query.matches(article, scope))
        return Found(
            {article.id: query.hits(article, scope) for article in found},
            _facets(found),
            _stood_for(query, scope, found),
            tuple(problems),
        )

    def _rows(self) -> tuple[CatalogueRow, ...]:
        """Return the catalogue, and forget issues that it no longer has."""
        rows = self._library.rows()
        for name in self._kept.keys() - {row.id for row in rows}:
            self._forget(name)
        return rows

    def _folded(self, row: CatalogueRow) -> tuple[FoldedArticle, ...]:
        """Return the articles of an issue, kept while there is room and its row stays the same.

        When there is no room, the first issues stay: every search reads all, in the same order,
        and of those used last none would be met again in time.
        """
        row_kept, articles = self._kept.get(row.id, (None, ()))
        if row_kept == row:
            return articles
        self._forget(row.id)
        articles = fold_issue(self._library.issue(row.id))
        size = sum(len(article.text) for article in articles)
        if self._size + size <= KEPT:
            self._kept[row.id] = row, articles
            self._size += size
        return articles

    def _forget(self, name: str) -> None:
        _, articles = self._kept.pop(name, (None, ()))
        self._size -= sum(len(article.text) for article in articles)

    def _scope(self, query: Query, issues: Iterable[tuple[FoldedArticle, ...]]) -> Scope:
        stands_for = {}
        if query.latin:
            keys = {
                word: keyword.keys
                for articles in issues
                for article in articles
                for word, keyword in (*article.keywords, *article.names)
            }
            for term in query.latin:
                words = (word for word, spelt in keys.items() if matches(term, spelt))
                stands_for[term] = Needles((term, *words))
        return Scope(self._marks.read_keys(), self._marks.starred_keys(), stands_for)


def _facets(found: Iterable[FoldedArticle]) -> tuple[Facet, ...]:
    """Return the keywords of the articles found: most frequent first, then heaviest."""
    counts: Counter[str] = Counter()
    weights: dict[str, float] = defaultdict(float)
    shown: dict[str, tuple[str, KeywordKind]] = {}
    for article in found:
        for word, keyword in article.keywords:
            counts[word] += 1
            weights[word] += keyword.weight
            shown.setdefault(word, (keyword.word, keyword.kind))
    ordered = sorted(counts, key=lambda word: (-counts[word], -weights[word], word))
    return tuple(Facet(*shown[word], counts[word]) for word in ordered)


def _stood_for(
    query: Query, scope: Scope, found: Iterable[FoldedArticle]
) -> tuple[tuple[str, int], ...]:
    """Return the words that the Latin terms of `query` were found as, most frequent first."""
    latin = [words for words in query.words if words.latin]
    if not latin:
        return ()
    counts: Counter[str] = Counter()
    for article in found:
        held = {w for words in latin for w in words.needles(scope).find_all(words.within(article))}
        counts.update(held.difference(words.term for words in latin))
    return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
