"""What the index finds for a query, in those issues of the catalogue that it holds as they are."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

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
from store.index.results import LISTED, MOST, Budget, GivenUpError
from store.index.tables import Kept, Tables, Used
from store.messages import Message
from store.models import CatalogueRow
from store.words.latin import fits, key_pattern, may_stand_for_words, spelt
from store.words.search_fold import search_fold


class Index:
    """The index of a library, wherever it is kept, read by one thread at a time."""

    def __init__(self, kept: Kept) -> None:
        self._kept = kept
        self._version: object = None
        self._rows: Sequence[CatalogueRow] = ()
        self._indexed = IndexedRows()

    @property
    def trouble(self) -> Message | None:
        """Why the index could not be read when it was last asked, if that was so."""
        return self._kept.trouble

    @contextmanager
    def snapshot(self, rows: Sequence[CatalogueRow], budget: Budget) -> Iterator["Lookup"]:
        """Hold the index as it is now, to look up what it has of the issues in `rows`.

        Raises GivenUpError, and IndexFailedError.
        """
        with self._kept.moment(budget) as (version, tables):
            if (version, rows) != (self._version, self._rows):
                self._indexed = indexed_rows(tables.issues(), rows)
                self._version, self._rows = version, rows
            yield Lookup(tables, self._indexed, budget)


class Lookup:
    """The index at one moment: nothing changes in it meanwhile.

    Methods may raise GivenUpError, and IndexFailedError.
    """

    def __init__(self, tables: Tables, indexed: IndexedRows, budget: Budget) -> None:
        self.tables = tables
        self.indexed = indexed
        self._budget = budget

    def uses(self, term: str, *, fuzzy: bool = False) -> Counter[str]:
        """Return the words that a term fits (see `fits`), with how often each is used.

        If there are more than `MOST`, these are the ones used most.
        """
        gone: Counter[int] = Counter()
        for first in self.indexed.gone:
            gone += words_of(self.tables, first)[1]
        found: Counter[str] = Counter()
        for word in self._asked(term, fuzzy):
            if fits(term, word.folded, [word.key], fuzzy=fuzzy):
                found[word.folded] = word.uses - gone[word.number]
                if len(found) == MOST:
                    break
        return found

    def _asked(self, term: str, fuzzy: bool) -> Iterable[Used]:
        """Return the words that `term` may fit, used most first.

        They are found by their first character or letter; a word comes once for each of its keys.
        """
        if not may_stand_for_words(term):
            return self.tables.beginning(term)
        pattern = key_pattern(term, fuzzy=fuzzy)
        by_key = "a" <= term[:1] <= "ü"
        first = last = spelt(term)[:1] if by_key else term[:1]
        if fuzzy and by_key and first in "nl":
            first, last = "l", "n"
        return self.tables.spelt(first, last, pattern, by_key=by_key)

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
                return self._with_trait(condition.trait)
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
        return self.indexed.with_numbers(self.tables.holding(words, where))

    def _with_trait(self, name: str) -> Numbered:
        """Return the articles that have a trait."""
        return self.indexed.with_numbers([self.tables.having(name)])
