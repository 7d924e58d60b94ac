"""Searching without the index, by reading the folded text of every issue."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import compress

from store.errors import DubaoError
from store.index.folded import FoldedArticle, fold_issue
from store.index.hits import Hits
from store.index.query.conditions import Scope
from store.index.query.query import Query
from store.index.results import LISTED, Budget, Facet, GivenUpError
from store.messages import Message
from store.models import CatalogueRow, Keyword, RowStamp
from store.protocols import CatalogueReader
from store.words.latin import fits

KEPT = 32_000_000
"""Characters of folded text kept in memory (64 MB): some 20,000 articles."""

READ, SPELT = 100_000, 100
"""Characters that are searched for one word, and words whose spelling is looked at, in a step."""


class Scan:
    """Some of a library's issues, read; folded text is kept for the next search."""

    def __init__(self, library: CatalogueReader) -> None:
        self._library = library
        self._kept: dict[RowStamp, tuple[FoldedArticle, ...]] = {}
        """Folded articles by the stamp of their issue's row."""
        self._size = 0

    def over(self, rows: Sequence[CatalogueRow], budget: Budget) -> "ReadThrough":
        """Return what reads through the issues in `rows`; what is kept of others is dropped."""
        for stamp in self._kept.keys() - {row.stamp for row in rows}:
            self._size -= _size(self._kept.pop(stamp))
        return ReadThrough(self, rows, budget)

    def folded(self, row: CatalogueRow) -> tuple[FoldedArticle, ...]:
        """Return the articles of an issue, kept while there is room and its row stays the same.

        When there is no room, the first issues stay: every search reads all, in the same order,
        so that what was used last would be dropped before it is met again. Raises DubaoError.
        """
        articles = self._kept.get(row.stamp)
        if articles is not None:
            return articles
        articles = fold_issue(self._library.issue(row.id))
        size = _size(articles)
        if self._size + size <= KEPT:
            self._kept[row.stamp] = articles
            self._size += size
        return articles


def _size(articles: tuple[FoldedArticle, ...]) -> int:
    return sum(len(article.text) for article in articles)


class ReadThrough:
    """Some issues, read one after another for each question.

    ``problems`` name those that the last question could not read. Methods raise GivenUpError.
    """

    def __init__(self, scan: Scan, rows: Sequence[CatalogueRow], budget: Budget) -> None:
        self._scan = scan
        self._rows = rows
        self._budget = budget
        self.problems: tuple[Message, ...] = ()

    @property
    def articles(self) -> int:
        """How many articles are read."""
        return sum(row.articles for row in self._rows)

    def _each(self) -> Iterator[tuple[str, tuple[FoldedArticle, ...]]]:
        """Yield the ids of the issues that can be read, and their articles."""
        self.problems = ()
        for row in self._rows:
            self._take(1)
            try:
                articles = self._scan.folded(row)
            except DubaoError as error:
                self.problems += (error.message,)
            else:
                yield row.id, articles

    def _take(self, steps: int) -> None:
        """Go on, unless the search is to be given up. Raises GivenUpError."""
        if self._budget.take(steps):
            raise GivenUpError

    def uses(self, term: str, *, fuzzy: bool = False) -> Counter[str]:
        """Return the words that a term fits (see `fits`), with how often each is used."""
        counts: Counter[str] = Counter()
        keys: dict[str, tuple[str, ...]] = {}
        for _, articles in self._each():
            for article in articles:
                for word, keyword in (*article.keywords, *article.names):
                    counts[word] += 1
                    keys[word] = keyword.keys
        found: Counter[str] = Counter()
        for at, (word, count) in enumerate(counts.items()):
            if at % SPELT == 0:
                self._take(1)
            if fits(term, word, keys[word], fuzzy=fuzzy):
                found[word] = count
        return found

    def find(self, query: Query, scope: Scope) -> tuple[Hits, Counter[str]]:
        """Return what `query` finds, and how often what Latin terms stand for."""
        matching: dict[str, list[bool]] = {}
        stood: Counter[str] = Counter()
        listed = [
            (words, word) for words in query.words for word in words.stands_for(scope)[:LISTED]
        ]
        asked = sum(1 for _ in query.conditions())
        for name, articles in self._each():
            self._take(asked * _size(articles) // READ)
            found = [query.matches(article, scope) for article in articles]
            matching[name] = found
            for article in compress(articles, found):
                stood.update({word for words, word in listed if word in words.within(article)})
        return Hits.of(matching), stood

    def words_of_each(self) -> list[tuple[str, int, frozenset[str]]]:
        """Return each article's issue, its place there, and its keywords in their folded form."""
        return [
            (name, at, frozenset(word for word, _ in article.keywords))
            for name, articles in self._each()
            for at, article in enumerate(articles)
        ]

    def keywords(self, hits: Hits) -> dict[str, Facet]:
        """Return the keywords of the articles found, by their folded form."""
        counts: Counter[str] = Counter()
        shown: dict[str, Keyword] = {}
        for name, articles in self._each():
            for article in hits.select(name, articles):
                keywords = dict(article.keywords)
                counts.update(keywords.keys())
                for word, keyword in keywords.items():
                    shown.setdefault(word, keyword)
        return {
            word: Facet(shown[word].word, shown[word].kind, count) for word, count in counts.items()
        }
