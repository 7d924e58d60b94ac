"""Which issues of a catalogue the index holds, and sets of their articles by number."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence, Set
from functools import cached_property

from msgspec import Struct

from store.index.hits import Hits
from store.index.results import IndexFailedError
from store.index.tables import Put
from store.models import CatalogueRow

MOST_NUMBERS = 1 << 26
"""Numbers of articles in an index: sixty times those of a library of a million."""

Numbered = int
"""A set of articles as an integer with one byte for each number, 1 for those in it.

To unite two of a million costs 30 µs.
"""


class IndexedRows(Struct, frozen=True, dict=True):
    """Where the index has the issues of a catalogue.

    ``rows`` are those that it holds, in the order of ``firsts``, the numbers of their first
    articles; ``rest`` are those that it does not. ``gone`` are the first numbers of issues whose
    words are still counted though the catalogue has them no more. ``size`` is the next number.
    """

    rows: Sequence[CatalogueRow] = ()
    firsts: Sequence[int] = ()
    rest: Sequence[CatalogueRow] = ()
    gone: Sequence[int] = ()
    size: int = 0

    @cached_property
    def first_of(self) -> dict[str, int]:
        """The number of the first article of each issue in the index."""
        return dict(zip((row.id for row in self.rows), self.firsts, strict=True))

    @cached_property
    def spans(self) -> Sequence[tuple[str, int, int]]:
        """Each issue's id, the number of its first article, and the next after its last."""
        return [
            (row.id, first, first + row.articles)
            for row, first in zip(self.rows, self.firsts, strict=True)
        ]

    @cached_property
    def articles(self) -> int:
        """How many articles of the catalogue the index holds."""
        return sum(row.articles for row in self.rows)

    @cached_property
    def everything(self) -> Numbered:
        """All articles of the catalogue that the index holds."""
        return self.in_issues(lambda _: True)

    def in_issues(self, wanted: Callable[[CatalogueRow], bool]) -> Numbered:
        """Return all articles of the issues that are `wanted`."""
        found = bytearray(self.size)
        for row, first in zip(self.rows, self.firsts, strict=True):
            if wanted(row):
                articles = row.articles
                found[first : first + articles] = b"\1" * articles
        return int.from_bytes(found, "little")

    def with_keys(self, keys: Set[str]) -> Numbered:
        """Return the articles that have one of these keys."""
        found = bytearray(self.size)
        for row, first in zip(self.rows, self.firsts, strict=True):
            found[first : first + row.articles] = bytes(map(keys.__contains__, row.keys))
        return int.from_bytes(found, "little")

    def with_numbers(self, numbers: Iterable[list[int]]) -> Numbered:
        """Return the articles that have a number in one of these lists."""
        found = bytearray(self.size)
        for some in numbers:
            for number in some:
                found[number] = 1
        return int.from_bytes(found, "little")

    def hits(self, articles: Numbered) -> Hits:
        """Return a set of articles by issue."""
        found = articles.to_bytes(self.size, "little")
        masks: dict[str, bytes] = {}
        at = found.find(1)
        while at >= 0:
            issue, first, end = self.spans[bisect_right(self.firsts, at) - 1]
            masks[issue] = found[first:end]
            at = found.find(1, end)
        return Hits(masks)


def indexed_rows(issues: Iterable[Put], rows: Iterable[CatalogueRow]) -> IndexedRows:
    """Return which of the issues in `rows` are among those that were put in, as they are.

    Raises IndexFailedError when two issues share a number.
    """
    wanted = {row.stamp: row for row in rows}
    there: list[CatalogueRow] = []
    firsts: list[int] = []
    gone: list[int] = []
    size = 0
    for put in issues:
        row = wanted.pop(put.stamp, None) if put.live else None
        if not size <= put.first <= MOST_NUMBERS or (row and row.articles != put.articles):
            raise IndexFailedError("the numbers of articles")
        if row is not None:
            there.append(row)
            firsts.append(put.first)
        elif put.live:
            gone.append(put.first)
        size = put.first + max(put.articles, 1)
    return IndexedRows(there, firsts, tuple(wanted.values()), gone, size)
