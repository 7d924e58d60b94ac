"""Searching a library: what the index holds is looked up in it, and the rest is read through.

Both ways find exactly the articles that hold what is asked for; a library without an index is
searched by reading alone. While issues are read the index is released, for its writer would have to
wait: the issues read are those that it lacked when it was asked.
"""

from collections import Counter
from collections.abc import Callable, Collection
from functools import partial
from threading import Lock
from typing import TypeVar, overload

from msgspec.structs import replace

from store.index.facets import SHOWN, facets
from store.index.hits import Hits
from store.index.lookup import Index
from store.index.meant import parts_spelt, ranked, words_meant
from store.index.query.conditions import Scope
from store.index.query.query import Query
from store.index.results import (
    LISTED,
    Budget,
    Cancelled,
    Facet,
    GivenUpError,
    IndexFailedError,
    Results,
    never,
)
from store.index.scan import Scan
from store.index.server.chosen import is_on_server
from store.index.similar import MOST_SIMILAR, SimilarArticle, most_similar
from store.index.storage.local import LocalIndex
from store.index.tables import Kept
from store.messages import Message, template
from store.models import Article, CatalogueRow
from store.protocols import CatalogueOnDisk, CatalogueReader, ReadersMarks
from store.words.search_fold import search_fold

GIVEN_UP = template(
    "The search was given up: it took more steps than a library of a million articles."
)

T = TypeVar("T")
Rows = tuple[CatalogueRow, ...]


def open_searcher(
    library: CatalogueOnDisk, marks: ReadersMarks, *, fuzzy: bool = False
) -> "Searcher":
    """Return what searches `library` for the reader of `marks`, by the index that lies with it."""
    return Searcher(library, marks, _kept(library), fuzzy=fuzzy)


def _kept(library: CatalogueOnDisk) -> Kept:
    if is_on_server(library):
        from store.index.server.kept import ServerIndex

        return ServerIndex(library.address)
    return LocalIndex(library)


class Searcher:
    """Searches one library for one reader; threads take turns.

    With `fuzzy`, pinyin that sounds alike is one (see `store.words.latin`).
    """

    def __init__(
        self,
        library: CatalogueReader,
        marks: ReadersMarks,
        index: Kept | None = None,
        *,
        fuzzy: bool = False,
    ) -> None:
        self._fuzzy = fuzzy
        self._library = library
        self._marks = marks
        self._indexes = (Index(index or LocalIndex()), Index(LocalIndex()))
        self._scan = Scan(library)
        self._turn = Lock()
        self._ordered: tuple[Rows, dict[str, int]] = ((), {})

    @overload
    def search(self, query: Query) -> Results: ...
    @overload
    def search(self, query: Query, *, cancelled: Cancelled) -> Results | None: ...
    def search(self, query: Query, *, cancelled: Cancelled = never) -> Results | None:
        """Return what `query` finds, or None once `cancelled` turns true.

        An empty query finds everything. Raises LibraryError when the catalogue cannot be read.
        """
        rows = self._library.rows()
        if query.empty:
            return Results(Hits.all_of(rows))
        budget = Budget(cancelled)
        found = self._asked(lambda index: self._find(query, index, rows, budget))
        if found is None:
            return Results(problems=(Message(GIVEN_UP),)) if budget.spent else None
        trouble = self._indexes[0].trouble
        return replace(found, notes=(trouble,)) if trouble else found

    @overload
    def facets(
        self, found: Results, *, most: int = SHOWN, weighed: bool = False
    ) -> tuple[Facet, ...]: ...
    @overload
    def facets(
        self, found: Results, *, cancelled: Cancelled, most: int = SHOWN, weighed: bool = False
    ) -> tuple[Facet, ...] | None: ...
    def facets(
        self,
        found: Results,
        *,
        cancelled: Cancelled = never,
        most: int = SHOWN,
        weighed: bool = False,
    ) -> tuple[Facet, ...] | None:
        """Return the most frequent keywords of what was found, or None once `cancelled` turns true.

        So many at `most`, most frequent first, or as `weighed` by how rare they are in the library.
        Raises LibraryError when the catalogue cannot be read.
        """
        rows = self._library.rows()
        ask = partial(self._facets, found.hits, most, weighed)
        budget = Budget(cancelled)
        counted = self._asked(lambda index: ask(index, rows, budget))
        return () if counted is None and budget.spent else counted

    def words(self, begun: str, *, most: int = LISTED) -> tuple[str, ...]:
        """Return folded words that begin with `begun` or are spelt so, the likeliest first.

        Raises LibraryError when the catalogue cannot be read.
        """
        rows, term, budget = self._library.rows(), search_fold(begun), Budget()
        uses = self._asked(lambda index: self._uses([term], index, rows, budget)) or {}
        words = uses.get(term, Counter())
        return tuple(ranked(term, words)[:most])

    def like(
        self, article: Article, *, cancelled: Cancelled = never, most: int = MOST_SIMILAR
    ) -> tuple[SimilarArticle, ...]:
        """Return the articles most like `article`, itself among them; nothing once given up.

        Raises LibraryError when the catalogue cannot be read.
        """
        rows, budget = self._library.rows(), Budget(cancelled)
        words = {search_fold(keyword.word) for keyword in article.keywords}

        def ask(index: Index) -> tuple[SimilarArticle, ...]:
            with index.snapshot(rows, budget) as lookup:
                rest = lookup.indexed.rest
            read = self._scan.over(rest, budget).words_of_each()
            with index.snapshot(rows, budget) as lookup:
                return most_similar(lookup, read, words, most)

        return self._asked(ask) or ()

    def lacking(self) -> int:
        """Return how many articles the index does not hold.

        Raises LibraryError when the catalogue cannot be read.
        """
        rows = self._library.rows()

        def count(index: Index) -> int:
            with index.snapshot(rows, Budget()) as lookup:
                return sum(row.articles for row in lookup.indexed.rest)

        return self._asked(count) or 0

    def _asked(self, ask: Callable[[Index], T]) -> T | None:
        """Return the answer with the index, or without when it fails; None if it is given up."""
        with self._turn:
            for index in self._indexes:
                try:
                    return ask(index)
                except GivenUpError:
                    return None
                except IndexFailedError:
                    continue
        return None

    def _find(self, query: Query, index: Index, rows: Rows, budget: Budget) -> Results:
        scope = self._scope(query, index, rows, budget)
        with index.snapshot(rows, budget) as lookup:
            hits, stood = lookup.find(query, scope)
            read = self._scan.over(lookup.indexed.rest, budget)
        also, words = read.find(query, scope)
        stood += words
        return Results(
            hits.union(also).in_order(self._order(rows)),
            scope.stands_for,
            tuple(sorted(stood.items(), key=lambda item: (-item[1], item[0]))[:LISTED]),
            read.articles,
            read.problems,
        )

    def _order(self, rows: Rows) -> dict[str, int]:
        """Return where in the catalogue each issue stands."""
        if rows is not self._ordered[0]:
            self._ordered = rows, {row.id: at for at, row in enumerate(rows)}
        return self._ordered[1]

    def _scope(self, query: Query, index: Index, rows: Rows, budget: Budget) -> Scope:
        spelt = {part for term in query.latin for part in parts_spelt(term)}
        uses = self._uses(spelt, index, rows, budget)
        stands_for = {term: words_meant(term, uses) for term in query.latin}
        tags = (
            {search_fold(tag): keys for tag, keys in self._marks.tags().items()}
            if query.tagged
            else {}
        )
        if not query.of_marks:
            return Scope(stands_for=stands_for)
        return Scope(self._marks.read_keys(), self._marks.starred_keys(), tags, stands_for)

    def _uses(
        self, terms: Collection[str], index: Index, rows: Rows, budget: Budget
    ) -> dict[str, Counter[str]]:
        """Return for each term the words that it fits, with how often each is used."""
        if not terms:
            return {}
        with index.snapshot(rows, budget) as lookup:
            uses = {term: lookup.uses(term, fuzzy=self._fuzzy) for term in terms}
            read = self._scan.over(lookup.indexed.rest, budget)
        return {term: words + read.uses(term, fuzzy=self._fuzzy) for term, words in uses.items()}

    def _facets(
        self,
        hits: Hits,
        most: int,
        weighed: bool,
        index: Index,
        rows: Rows,
        budget: Budget,
    ) -> tuple[Facet, ...]:
        with index.snapshot(rows, budget) as lookup:
            rest = lookup.indexed.rest
        keywords = self._scan.over(rest, budget).keywords(hits)
        with index.snapshot(rows, budget) as lookup:
            return facets(lookup, hits.without(Hits.all_of(rest)), keywords, most, weighed=weighed)
