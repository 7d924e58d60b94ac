"""The words of an issue as numbers: its ``keywords`` and ``names``, see `store.index.tables`."""

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from store.index.hits import Hits
from store.index.tables import Tables


def packed(numbers: Iterable[int]) -> bytes:
    """Return `numbers` in 32 bits each."""
    return array("I", numbers).tobytes()


def numbers_in(tables: Tables, hits: Hits, first_of: Mapping[str, int]) -> "array[int]":
    """Return the keywords of all articles in `hits`, one after another.

    `first_of` has the number of the first article of each issue.
    """
    found = array("I")
    issues = {first_of[issue]: issue for issue in hits}
    for first, articles, column in tables.keywords(issues):
        numbers, issue = array("I", column), issues[first]
        ends, words = numbers[:articles], numbers[articles:]
        if hits.holds_all(issue):
            found += words
            continue
        for begin, end in hits.select(issue, pairwise((0, *ends))):
            found += words[begin:end]
    return found


def each_of(
    tables: Tables, firsts: Mapping[str, int]
) -> Iterator[tuple[str, Iterator[frozenset[int]]]]:
    """Yield the keywords of each article, issue by issue; `firsts` are their first articles."""
    names = {first: name for name, first in firsts.items()}
    for first, articles, column in tables.keywords():
        if first in names:
            numbers = array("I", column)
            ends = pairwise((articles, *(articles + end for end in numbers[:articles])))
            yield names[first], (frozenset(numbers[begin:end]) for begin, end in ends)


def words_of(tables: Tables, first: int) -> tuple[Counter[int], Counter[int]]:
    """Return how many articles of an issue have each word as a keyword, and how often it is used.

    A word is used as a keyword or as a name.
    """
    return counted(*tables.words_in(first))


def counted(articles: int, keywords: bytes, names: bytes) -> tuple[Counter[int], Counter[int]]:
    """Return the same of the ``keywords`` and ``names`` of an issue of so many articles."""
    as_keyword = Counter(array("I", keywords)[articles:])
    return as_keyword, as_keyword + Counter(array("I", names))
