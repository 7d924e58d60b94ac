"""What is like an article: others that share its rare keywords, and other prints of its story."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from heapq import nlargest
from itertools import chain, pairwise
from math import log2, sqrt

from msgspec import Struct

from store.backends.serialization import to_json
from store.index.lookup import Lookup
from store.index.numbers import each_of
from store.models import Article
from store.protocols import CatalogueReader
from store.words.fold import fold

MOST_SIMILAR = 30
"""Articles that are told of if nothing else is asked for."""

LIKE = 0.1
"""The least likeness that is told of: two rare keywords of some fifteen."""

WEIGHED = 4
"""For each article asked for so many are compared in full; the others share less."""

SAME = 0.5
"""The share of the shorter text's pairs of characters that another print of the story has."""

SHORT = 40
"""Texts of fewer characters say too little: they are one story only when they are equal."""


class SimilarArticle(Struct, frozen=True):
    """An article by its issue and its place there from 0, and how like the other it is: 0 to 1."""

    issue: str
    at: int
    likeness: float


Stories = tuple[tuple[Article, ...], ...]
"""Articles, those of one story together."""


def most_similar(
    lookup: Lookup,
    read: Sequence[tuple[str, int, frozenset[str]]],
    words: Collection[str],
    most: int,
) -> tuple[SimilarArticle, ...]:
    """Return the articles whose keywords are most like `words`, which are folded.

    The likeness is the cosine of both, each word weighing what it is rare. `read` are the articles
    that the index does not hold: issue, place, keywords. Raises GivenUpError, and sqlite3.Error.
    """
    rarity = _Rarity(lookup, lookup.indexed.articles + len(read))
    own = rarity.of_words(words)
    own |= {rarity.numbers[word]: weight for word, weight in own.items() if word in rarity.numbers}
    candidates: Iterable[tuple[str, int, frozenset[int | str]]] = chain(_indexed(lookup), read)
    shared = ((own.keys() & has, issue, at, has) for issue, at, has in candidates)
    products = (
        (sum(own[word] ** 2 for word in both), issue, at, has)
        for both, issue, at, has in shared
        if both
    )
    likely = nlargest(most * WEIGHED, products, key=lambda each: each[0] / sqrt(len(each[3])))
    rarity.of_numbers({n for *_, has in likely for n in has if isinstance(n, int)})
    rarity.of_words({word for *_, has in likely for word in has if isinstance(word, str)})
    norm = _norm(own[word] for word in words)
    found = (
        SimilarArticle(issue, at, product / norm / _norm(rarity[word] for word in has))
        for product, issue, at, has in likely
    )
    return tuple(nlargest(most, (f for f in found if f.likeness >= LIKE), key=lambda f: f.likeness))


def _indexed(lookup: Lookup) -> Iterator[tuple[str, int, frozenset[int]]]:
    """Yield the articles of the index: issue, place, keywords."""
    for issue, articles in each_of(lookup.base, lookup.indexed.first_of):
        lookup.go_on()
        for at, has in enumerate(articles):
            yield issue, at, has


class _Rarity(dict[int | str, float]):
    """How rare words are, by number or folded form: 1 for one that all articles have."""

    def __init__(self, lookup: Lookup, total: int) -> None:
        super().__init__()
        self._lookup = lookup
        self._total = total
        self.numbers: dict[str, int] = {}

    def of_words(self, words: Collection[str]) -> dict[int | str, float]:
        """Return how rare these words are; one that the index does not know is met once."""
        for number, word, articles in self._lookup.base.execute(
            "SELECT number, folded, articles FROM words"
            " WHERE folded IN (SELECT value FROM json_each(?))",
            (to_json(list(words)).decode(),),
        ):
            self.numbers[word] = number
            self[word] = self[number] = self._of(articles)
        return {word: self.setdefault(word, self._of(1)) for word in words}

    def of_numbers(self, numbers: Collection[int]) -> None:
        """Look up how rare the words of these numbers are."""
        for number, articles in self._lookup.base.execute(
            "SELECT number, articles FROM words WHERE number IN (SELECT value FROM json_each(?))",
            (to_json(list(numbers)).decode(),),
        ):
            self[number] = self._of(articles)

    def _of(self, articles: int) -> float:
        return log2(1 + self._total / max(articles, 1))


def _norm(weights: Iterable[float]) -> float:
    return sqrt(sum(weight**2 for weight in weights))


def stories(library: CatalogueReader, article: Article, found: Iterable[SimilarArticle]) -> Stories:
    """Return `article` and what was `found` to be like it, by story: prints of one stand together.

    The article stands first, the others in their order. Two are one story when `SAME` of what the
    shorter one says stands in the other, as pairs of characters: agencies' reports are cut and
    given other headlines, but seldom written anew. Raises LibraryError.
    """
    others = (library.issue(like.issue).articles[like.at] for like in found)
    groups: list[tuple[frozenset[str], list[Article]]] = [(_pairs(article), [article])]
    for other in others:
        pairs = _pairs(other)
        group = next((group for held, group in groups if _same(pairs, held)), None)
        if group is None:
            groups.append((pairs, [other]))
        elif other.id != article.id:
            group.append(other)
    return tuple(tuple(group) for _, group in groups)


def _same(one: frozenset[str], other: frozenset[str]) -> bool:
    shorter = min(len(one), len(other))
    return one == other or (shorter >= SHORT and len(one & other) >= SAME * shorter)


def _pairs(article: Article) -> frozenset[str]:
    text = fold("".join((article.headline, *article.paragraphs)))
    return frozenset(map("".join, pairwise(text)))
