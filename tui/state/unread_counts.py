"""How many articles are unread: counted once, and again where a mark has changed."""

from collections.abc import Mapping, Sequence, Set
from typing import Protocol

from store.models import CatalogueRow

Hits = Mapping[str, bytes]
"""Which articles, by issue: see `store.index.results.Hits`."""

MANY = 50
"""Beyond so many changed marks all is counted anew: one is looked for in a 50th of that time."""


class Marked(Protocol):
    """What is asked of a reader's marks."""

    def read_keys(self) -> Set[str]:
        """Return the keys of the articles that have been read."""

    def changes(self, since: int) -> tuple[int, Sequence[str]]:
        """Return how often an article was marked read or unread, and their keys `since`."""


class UnreadCounts:
    """How many articles are unread, of those that the filter leaves or a saved filter finds."""

    def __init__(self, marks: Marked) -> None:
        self._marks = marks
        self._masks: dict[str, tuple[CatalogueRow, int]] = {}
        """A byte for each article of an issue, 1 where it is unread: what filters narrow."""
        self._sums: dict[tuple[str, str], int] = {}
        """By the filter's name (``""``: the one that narrows) and the paper."""
        self._read = marks.read_keys()
        self._seen = marks.changes(0)[0]

    def forget(self, name: str | None = None) -> None:
        """Count within this filter anew, for it finds others now; or all, for issues are others."""
        self._sums = {of: n for of, n in self._sums.items() if name not in (None, of[0])}

    def follow(self) -> None:
        """Forget what was counted where a mark has changed since."""
        self._read = self._marks.read_keys()
        self._seen, keys = self._marks.changes(self._seen)
        if len(keys) > MANY:
            self._masks.clear()
            self._sums.clear()
            return
        papers = set()
        for key in keys:
            for row, _ in [held for held in self._masks.values() if key in held[0].keyed]:
                del self._masks[row.id]
                papers.add(row.paper)
        if papers:
            self._sums = {of: n for of, n in self._sums.items() if of[1] not in papers}

    def of(self, row: CatalogueRow, hits: Hits | None = None) -> int:
        """Return how many articles of an issue are unread, of `hits` or, without them, of all."""
        held = self._masks.get(row.id)
        if held is None or held[0] is not row:
            unread = bytes([key not in self._read for key in row.keys])
            held = self._masks[row.id] = row, int.from_bytes(unread, "little")
        mask = held[1]
        if hits is not None:
            mask &= int.from_bytes(hits.get(row.id, b""), "little")
        return mask.bit_count()

    def of_paper(
        self,
        paper: str,
        rows: Sequence[CatalogueRow],
        hits: Hits | None = None,
        name: str = "",
    ) -> int:
        """Return how many articles of these issues of a paper are unread.

        `hits` are what the filter of this name finds.
        """
        if (name, paper) not in self._sums:
            self._sums[name, paper] = sum(self.of(row, hits) for row in rows)
        return self._sums[name, paper]
