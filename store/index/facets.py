"""The keywords of what was found, counted as numbers: of what was found or of what was not."""

from collections import Counter
from collections.abc import Iterator, Mapping
from heapq import heappush, heappushpop

from store.index.found import Facet
from store.index.lookup import Lookup
from store.index.numbers import keywords_of, words_of

SHOWN = 500
"""Keywords that are told of if nothing else is asked for."""

_TURNED = bytes([1, 0, *range(2, 256)])


def facets(
    lookup: Lookup, hits: Mapping[str, bytes], read: Mapping[str, Facet], most: int = SHOWN
) -> tuple[Facet, ...]:
    """Return the keywords of the articles in `hits`, most frequent first, so many at `most`.

    `read` are those of articles that the index does not hold, by their folded form. Raises
    GivenUpError, and sqlite3.Error.
    """
    numbers = dict(_numbers(lookup, read))
    beside = Counter(
        {numbers[word]: facet.count for word, facet in read.items() if word in numbers}
    )
    held = {name: mask for name, mask in hits.items() if name in lookup.held.first_of}
    found = sum(mask.count(1) for mask in held.values())
    if 2 * found > sum(row.articles for row in lookup.held.rows):
        best = _most_of_all(lookup, _counted(lookup, _others(lookup, held)), beside, most)
    else:
        counts = _counted(lookup, held)
        counts.update(beside)
        best = counts.most_common(most)
    shown = [_facet(lookup, number, count) for number, count in best]
    shown += (facet for word, facet in read.items() if word not in numbers)
    shown.sort(key=lambda facet: -facet.count)
    return tuple(shown[:most])


def _numbers(lookup: Lookup, words: Mapping[str, Facet]) -> Iterator[tuple[str, int]]:
    for word in words:
        for (number,) in lookup.base.execute("SELECT number FROM words WHERE folded = ?", (word,)):
            yield word, number


def _facet(lookup: Lookup, number: int, count: int) -> Facet:
    ((word, kind),) = lookup.base.execute(
        "SELECT word, kind FROM words WHERE number = ?", (number,)
    )
    return Facet(word, kind, count)


def _others(lookup: Lookup, hits: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the articles that the index holds beside those in `hits`."""
    others = {
        row.id: hits[row.id].translate(_TURNED) if row.id in hits else b"\1" * row.articles
        for row in lookup.held.rows
    }
    return {name: mask for name, mask in others.items() if 1 in mask}


def _counted(lookup: Lookup, hits: Mapping[str, bytes]) -> Counter[int]:
    """Return how many of these articles have each keyword."""
    counts: Counter[int] = Counter()
    for name, mask in hits.items():
        lookup.go_on()
        counts.update(keywords_of(lookup.base, lookup.held.first_of[name], mask))
    return counts


def _most_of_all(
    lookup: Lookup, others: Counter[int], beside: Counter[int], most: int
) -> list[tuple[int, int]]:
    """Return the most frequent keywords of all articles but the `others`, with `beside` added."""
    for first in lookup.held.gone:
        others.update(words_of(lookup.base, first)[0])
    best: list[tuple[int, int]] = []

    def offer(number: int, total: int) -> None:
        count = total - others[number] + beside[number]
        if count > 0:
            (heappush if len(best) < most else heappushpop)(best, (count, -number))

    for number in beside:
        for (total,) in lookup.base.execute(
            "SELECT articles FROM words WHERE number = ?", (number,)
        ):
            offer(number, total)
    for number, total in lookup.base.execute(
        "SELECT number, articles FROM words WHERE articles > 0 ORDER BY articles DESC"
    ):
        if len(best) == most and total <= best[0][0]:
            break  # those that follow have no more
        if number not in beside:
            offer(number, total)
    return [(-number, count) for count, number in sorted(best, reverse=True)]
