"""The keywords of what was found, counted as numbers; of what was not found, if that is less."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from heapq import heappush, heappushpop
from math import log2

from store.index.hits import Hits
from store.index.lookup import Lookup
from store.index.numbers import numbers_in, words_of
from store.index.results import Facet

SHOWN = 500
"""How many keywords are returned by default."""

ENOUGH = 200
"""Fewer articles, two weeks of a local paper, do not tell how rare a word is."""


def facets(
    lookup: Lookup,
    hits: Hits,
    read: Mapping[str, Facet],
    most: int = SHOWN,
    *,
    weighed: bool = False,
) -> tuple[Facet, ...]:
    """Return the most frequent keywords of the articles in `hits`, at most `most`.

    The most frequent stands first; or, `weighed` in a library of `ENOUGH` articles, what is more
    frequent here than there: a word's count times log2(1 + lift), its lift being its share of the
    articles here over its share of all. Where everything is left each lift is 1.

    `read` are those of articles that the index does not hold, by their folded form. Raises
    GivenUpError, and IndexFailedError.
    """
    hits = hits.within(lookup.indexed.first_of)
    numbers = {word.folded: word.number for word in lookup.tables.words(read)}
    beside = Counter({number: read[word].count for word, number in numbers.items()})
    if 2 * hits.count > lookup.indexed.articles:
        others = Hits.all_of(lookup.indexed.rows).without(hits)
        best = _most_of_all(lookup, _counted(lookup, others), beside, most)
    else:
        counts = _counted(lookup, hits)
        counts.update(beside)
        best = _most(counts, most)
    shown = list(_facets(lookup, best))
    shown += ((facet, facet.count) for word, facet in read.items() if word not in numbers)
    share = 0.0
    if weighed and lookup.indexed.articles >= ENOUGH:
        share = hits.count / lookup.indexed.articles
    shown.sort(key=lambda word: _weight(word[0], word[1], share), reverse=True)
    return tuple(facet for facet, _ in shown[:most])


def _weight(facet: Facet, of_all: int, share: float) -> float:
    """Return what sorts a keyword that `of_all` articles of the index have.

    `share` is that of the articles counted in all of the index, 0 where only the count matters.
    """
    lift = facet.count / of_all / share if share else 1.0
    return facet.count * log2(1 + lift)


def _counted(lookup: Lookup, hits: Hits) -> Counter[int]:
    """Return how many of these articles have each keyword."""
    lookup.go_on()
    return Counter(numbers_in(lookup.tables, hits, lookup.indexed.first_of))


def _most(counts: Counter[int], most: int) -> list[tuple[int, int]]:
    """Return the `most` frequent, with their counts.

    A bound by the counts alone first: of 33,000 a tenth of what `Counter.most_common` takes.
    """
    bound = sorted(counts.values(), reverse=True)[:most][-1:]
    likely = ((number, count) for number, count in counts.items() if count >= bound[0])
    return sorted(likely, key=lambda each: (-each[1], each[0]))[:most]


def _most_of_all(
    lookup: Lookup, others: Counter[int], beside: Counter[int], most: int
) -> list[tuple[int, int]]:
    """Return the most frequent keywords of all articles but the `others`, with `beside` added."""
    for first in lookup.indexed.gone:
        others.update(words_of(lookup.tables, first)[0])
    best: list[tuple[int, int]] = []

    def offer(number: int, total: int) -> None:
        count = total - others[number] + beside[number]
        if count > 0:
            (heappush if len(best) < most else heappushpop)(best, (count, -number))

    for word in lookup.tables.numbered(beside):
        offer(word.number, word.articles)
    for number, total in lookup.tables.most_met():
        if len(best) == most and total <= best[0][0]:
            break  # those that follow have no more
        if number not in beside:
            offer(number, total)
    return [(-number, count) for count, number in sorted(best, reverse=True)]


def _facets(lookup: Lookup, counts: Iterable[tuple[int, int]]) -> Iterator[tuple[Facet, int]]:
    """Yield these words with their counts, and in how many articles of the index each is."""
    shown = dict(counts)
    words = {word.number: word for word in lookup.tables.numbered(shown)}
    for number, count in shown.items():
        word = words[number]
        yield Facet(word.word, word.kind, count), max(word.articles, count)
