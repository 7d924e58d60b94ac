"""Which articles are found, by issue: the one place that knows how such a set is kept.

The articles found of one issue are bytes, one for each of its articles in order: 1 where it is
found. They are united and subtracted as whole numbers, and select from sequences in C.
"""

from collections.abc import Container, Iterable, Iterator, Mapping
from itertools import chain, compress
from typing import TypeVar

from store.models import CatalogueRow

T = TypeVar("T")

Spot = tuple[str, int]
"""An article by its issue's id and the number of articles that stand before it there."""

NOWHERE: Spot = ("", 0)
"""The spot of no article."""

Flags = int
"""Some articles of one issue, to be counted among hits: a byte each, 1 for those meant."""


def flags(meant: Iterable[bool]) -> Flags:
    """Return those articles of an issue that are `meant`, which has a truth for each in order."""
    return _number(bytes(meant))


class Hits:
    """Articles found, by issue; a set that never changes.

    Iterating yields the ids of the issues that have a hit, newest first.
    """

    __slots__ = ("_masks",)

    def __init__(self, masks: Mapping[str, bytes] | None = None) -> None:
        """Take masks by issue id, each with a 1 in it: a byte an article, 1 where it is found."""
        self._masks: Mapping[str, bytes] = masks or {}

    @classmethod
    def of(cls, found: Mapping[str, Iterable[bool]]) -> "Hits":
        """Return the articles of which it is true; by issue id, a truth for each in order."""
        masks = {issue: bytes(each) for issue, each in found.items()}
        return cls({issue: mask for issue, mask in masks.items() if 1 in mask})

    @classmethod
    def all_of(cls, rows: Iterable[CatalogueRow]) -> "Hits":
        """Return all articles of the issues in `rows`."""
        return cls({row.id: b"\1" * row.articles for row in rows if row.articles})

    def __bool__(self) -> bool:
        return bool(self._masks)

    def __iter__(self) -> Iterator[str]:
        return iter(self._masks)

    def __contains__(self, issue: object) -> bool:
        """Tell whether the issue of this id has a hit."""
        return issue in self._masks

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Hits) and self._masks == other._masks

    def __repr__(self) -> str:
        return f"Hits({self._masks!r})"

    @property
    def count(self) -> int:
        """How many articles are found."""
        return sum(mask.count(1) for mask in self._masks.values())

    def count_among(self, issue: str, articles: Flags) -> int:
        """Return how many of these articles of an issue are found.

        Asked of every issue of a library whenever a filter changes: a third of a microsecond.
        """
        return (_number(self._masks.get(issue, b"")) & articles).bit_count()

    def holds(self, spot: Spot) -> bool:
        """Tell whether the article at `spot` is found."""
        issue, at = spot
        return self._masks.get(issue, b"")[at : at + 1] == b"\1"

    def holds_all(self, issue: str) -> bool:
        """Tell whether every article of an issue is found."""
        return 0 not in self._masks.get(issue, b"\0")

    def select(self, issue: str, items: Iterable[T]) -> Iterator[T]:
        """Yield those of `items`, one for each article of an issue in order, that are found."""
        return compress(items, self._masks.get(issue, b""))

    def keys(self, rows: Iterable[CatalogueRow]) -> tuple[str, ...]:
        """Return the keys of the articles found in the issues in `rows`."""
        found = (self.select(row.id, row.keys) for row in rows if row.id in self._masks)
        return tuple(chain.from_iterable(found))

    def only(self, spot: Spot) -> "Hits":
        """Return the article at `spot` alone, or nothing unless it is found."""
        if not self.holds(spot):
            return Hits()
        issue, at = spot
        alone = bytearray(len(self._masks[issue]))
        alone[at] = 1
        return Hits({issue: bytes(alone)})

    def within(self, issues: Container[str]) -> "Hits":
        """Return the hits in these issues, by id."""
        return Hits({issue: mask for issue, mask in self._masks.items() if issue in issues})

    def in_order(self, places: Mapping[str, int]) -> "Hits":
        """Return the same hits with the issues in the order of their places, by id."""
        return Hits({issue: self._masks[issue] for issue in sorted(self, key=places.__getitem__)})

    def union(self, others: "Hits") -> "Hits":
        """Return the articles that are found here or in `others`."""
        united = dict(self._masks)
        for issue, mask in others._masks.items():
            here = united.get(issue)
            if here is not None:
                mask = (_number(here) | _number(mask)).to_bytes(len(mask), "little")
            united[issue] = mask
        return Hits(united)

    def without(self, others: "Hits") -> "Hits":
        """Return the articles that are found here and not in `others`."""
        left = {}
        for issue, mask in self._masks.items():
            other = others._masks.get(issue)
            if other is None:
                left[issue] = mask
            elif other != mask:  # nothing is left of most where all was found
                rest = _number(mask) & ~_number(other)
                if rest:
                    left[issue] = rest.to_bytes(len(mask), "little")
        return Hits(left)


class Everything:
    """What is left where nothing narrows: all articles, of whatever issue there is or will be."""

    def __contains__(self, issue: object) -> bool:
        """Tell that the issue of this id is left."""
        return True

    def count_among(self, issue: str, articles: Flags) -> int:
        """Return how many articles of an issue these are."""
        return articles.bit_count()

    def holds(self, spot: Spot) -> bool:
        """Tell that the article at `spot` is left."""
        return True

    def select(self, issue: str, items: Iterable[T]) -> Iterator[T]:
        """Yield all of `items`."""
        return iter(items)

    def keys(self, rows: Iterable[CatalogueRow]) -> tuple[str, ...]:
        """Return the keys of all articles of the issues in `rows`."""
        return tuple(chain.from_iterable(row.keys for row in rows))

    def only(self, spot: Spot) -> Hits:
        """Return nothing: what is left does not depend on one article."""
        return Hits()


EVERYTHING = Everything()

Left = Hits | Everything
"""What a filter leaves."""


def _number(mask: bytes) -> int:
    return int.from_bytes(mask, "little")
