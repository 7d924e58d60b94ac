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
        if not self._holds(row):
            self._look(row, self._read)
        mask = self._masks[row.id][1]
        if self._hits is not None:
            mask &= int.from_bytes(self._hits[row.id], "little")
        return mask.bit_count()

    def of_paper(self, paper: str, rows: Sequence[CatalogueRow]) -> int:
        """Return how many articles of all these issues of a paper are unread."""
        if paper not in self._sums:
            new = [row for row in rows if not self._holds(row)]
            # Whoever asks of many articles asks a plain set: a fifth of the time.
            read = frozenset(self._read) if len(new) > MANY else self._read
            for row in new:
                self._look(row, read)
            self._sums[paper] = sum(map(self.of, rows))
        return self._sums[paper]

    def _holds(self, row: CatalogueRow) -> bool:
        held = self._masks.get(row.id)
        return held is not None and held[0] is row

    def _look(self, row: CatalogueRow, read: Set[str]) -> None:
        mask = bytes([key not in read for key in row.keys])
        self._masks[row.id] = row, int.from_bytes(mask, "little")
