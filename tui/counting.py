"""How many articles are unread: counted once, and again where a mark has changed."""

from collections.abc import Mapping, Sequence, Set
from typing import Protocol

from store.models import CatalogueRow

Hits = Mapping[str, bytes]
"""Which articles, by issue: see `store.index.found.Hits`."""

MANY = 50
"""Beyond so many changed marks all is counted anew: one is looked for in a 50th of that time."""


class Marked(Protocol):
    """What is asked of a reader's marks."""

    def read_keys(self) -> Set[str]:
        """Return the keys of the articles that have been read."""

    def changes(self, since: int) -> tuple[int, Sequence[str]]:
        """Return how often an article was marked read or unread, and their keys `since`."""


class Unread:
    """How many articles are unread, of those that the filter leaves."""

    def __init__(self, marks: Marked) -> None:
        self._marks = marks
        self._masks: dict[str, tuple[CatalogueRow, int]] = {}
        """A byte for each article of an issue, 1 where it is unread: what filters narrow."""
        self._hits: Hits | None = None
        self._sums: dict[str, int] = {}
        self._read = marks.read_keys()
        self._seen = marks.changes(0)[0]

    def narrow(self, hits: Hits | None) -> None:
        """Count within `hits`, or all without them; papers may have other issues now."""
        self._hits = hits
        self._sums.clear()

    def follow(self) -> None:
        """Forget what was counted where a mark has changed since."""
        self._read = self._marks.read_keys()
        self._seen, keys = self._marks.changes(self._seen)
        if len(keys) > MANY:
            self._masks.clear()
            self._sums.clear()
            return
        for key in keys:
            for row, _ in [held for held in self._masks.values() if key in held[0].keyed]:
                del self._masks[row.id]
                self._sums.pop(row.paper, None)

    def of(self, row: CatalogueRow) -> int:
        """Return how many articles of an issue are unread."""
        held = self._masks.get(row.id)
        if held is None or held[0] is not row:
            unread = bytes([key not in self._read for key in row.keys])
            held = self._masks[row.id] = row, int.from_bytes(unread, "little")
        mask = held[1]
        if self._hits is not None:
            mask &= int.from_bytes(self._hits[row.id], "little")
        return mask.bit_count()

    def of_paper(self, paper: str, rows: Sequence[CatalogueRow]) -> int:
        """Return how many articles of all these issues of a paper are unread."""
        if paper not in self._sums:
            self._sums[paper] = sum(map(self.of, rows))
        return self._sums[paper]
