"""Articles like another one: they share its rare keywords, or print the same story."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from heapq import nlargest
from itertools import chain, pairwise
from math import fsum, log2, sqrt

from msgspec import Struct

from store.index.lookup import Lookup
from store.index.numbers import each_of
from store.models import Article
from store.protocols import CatalogueReader
from store.words.fold import fold

MOST_SIMILAR = 30
"""How many articles are returned by default."""

LIKE = 0.1
"""The least likeness that counts: two rare keywords of some fifteen."""

WEIGHED = 4
"""For each article asked for, this many that share the most are compared in full."""

SAME = 0.5
"""The share of the shorter text's pairs of characters that another print of the story has."""

SHORT = 40
"""Texts of fewer characters say too little: they are one story only if they are equal."""


class SimilarArticle(Struct, frozen=True):
    """An article by its issue and its place there from 0, and how like the other it is: 0 to 1."""

    issue: str
    at: int
    likeness: float


_Candidate = tuple[str, int, frozenset[int | str]]
"""An article by issue and place, and its keywords: numbers, or folded words where it was read."""

_Shared = tuple[float, str, int, frozenset[int | str]]

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
    that the index does not hold: issue, place, keywords. Raises GivenUpError, and IndexFailedError.
    """
    rarity = _Rarity(lookup, lookup.indexed.articles + len(read))
    weights = rarity.of_words(words)
    for word, weight in list(weights.items()):
        if word in rarity.numbers:
            weights[rarity.numbers[word]] = weight
    candidates: Iterable[_Candidate] = chain(_indexed(lookup), read)
    likely = nlargest(most * WEIGHED, _sharing(weights, candidates), key=_rough_likeness)
    theirs = {word for _, _, _, has in likely for word in has}
    rarity.of_numbers({word for word in theirs if isinstance(word, int)})
    rarity.of_words({word for word in theirs if isinstance(word, str)})
    norm = _norm(weights[word] for word in words)
    found = []
    for product, issue, at, has in likely:
        likeness = product / norm / _norm(rarity[word] for word in has)
        if likeness >= LIKE:
            found.append(SimilarArticle(issue, at, likeness))
    return tuple(nlargest(most, found, key=lambda each: (each.likeness, each.issue, each.at)))


def _sharing(
    weights: Mapping[int | str, float], candidates: Iterable[_Candidate]
) -> Iterator[_Shared]:
    """Yield those that share some of the weighed words, each after the product with them."""
    for issue, at, has in candidates:
        both = weights.keys() & has
        if both:
            # The exact sum: words come in another order wherever they have other numbers.
            yield fsum(weights[word] ** 2 for word in both), issue, at, has


def _rough_likeness(each: _Shared) -> tuple[float, str, int]:
    """Return what sorts articles before the weights of all their words are known."""
    product, issue, at, has = each
    return product / sqrt(len(has)), issue, at


def _indexed(lookup: Lookup) -> Iterator[tuple[str, int, frozenset[int]]]:
    """Yield the articles of the index: issue, place, keywords."""
    for issue, articles in each_of(lookup.tables, lookup.indexed.first_of):
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
        for known in self._lookup.tables.words(words):
            self.numbers[known.folded] = known.number
            self[known.folded] = self[known.number] = self._of(known.articles)
        return {word: self.setdefault(word, self._of(1)) for word in words}

    def of_numbers(self, numbers: Collection[int]) -> None:
        """Look up how rare the words of these numbers are."""
        for word in self._lookup.tables.numbered(numbers):
            self[word.number] = self._of(word.articles)

    def _of(self, articles: int) -> float:
        return log2(1 + self._total / max(articles, 1))


def _norm(weights: Iterable[float]) -> float:
    return sqrt(fsum(weight**2 for weight in weights))


def stories(library: CatalogueReader, article: Article, found: Iterable[SimilarArticle]) -> Stories:
    """Return `article` and what was `found` to be like it, by story: prints of one stand together.

    The article stands first, the others in their order. Two are one story when `SAME` of what the
    shorter one says stands in the other, as pairs of characters: agencies' reports are cut and
    given other headlines, but seldom written anew. Raises LibraryError.
    """
    others = (
        other
        for like in found
        # Where an issue is not what its catalogue says there may be none.
        for other in library.issue(like.issue).articles[like.at : like.at + 1]
    )
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
