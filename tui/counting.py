"""How many articles are unread: counted once, and again where a mark has changed."""

from collections.abc import Callable, Sequence, Set
from typing import Protocol

from store.models import CatalogueRow

MANY = 50
"""Beyond so many changed marks all is counted anew: one is looked for in a 50th of that time."""


class Marked(Protocol):
    """What is asked of a reader's marks."""

    def read_keys(self) -> Set[str]:
        """Return the keys of the articles that have been read."""

    def changes(self, since: int) -> tuple[int, Sequence[str]]:
        """Return how often an article was marked read or unread, and their keys `since`."""


class Unread:
    """How many articles are unread, of those that `left` names by the keys of an issue's row."""

    def __init__(self, marks: Marked, left: Callable[[CatalogueRow], Sequence[str]]) -> None:
        self._marks = marks
        self._left = left
        self._counted: dict[str, tuple[CatalogueRow, int]] = {}
        self._summed: dict[str, int] = {}
        self._read = marks.read_keys()
        self._seen = marks.changes(0)[0]

    def follow(self) -> None:
        """Forget what was counted where a mark has changed since."""
        self._read = self._marks.read_keys()
        self._seen, keys = self._marks.changes(self._seen)
        if len(keys) > MANY:
            self._counted.clear()
            self._summed.clear()
            return
        for key in keys:
            for row, _ in [held for held in self._counted.values() if key in held[0].keyed]:
                del self._counted[row.id]
                self._summed.pop(row.paper, None)

    def forget_sums(self) -> None:
        """Add up anew: papers have other issues now."""
        self._summed.clear()

    def of(self, row: CatalogueRow) -> int:
        """Return how many articles of an issue are unread."""
        if not self._holds(row):
            self._count(row, self._read)
        return self._counted[row.id][1]

    def of_paper(self, paper: str, rows: Sequence[CatalogueRow]) -> int:
        """Return how many articles of all issues of a paper are unread."""
        if paper not in self._summed:
            new = [row for row in rows if not self._holds(row)]
            # Whoever asks of many articles asks a plain set: a fifth of the time.
            read = frozenset(self._read) if len(new) > MANY else self._read
            for row in new:
                self._count(row, read)
            self._summed[paper] = sum(self._counted[row.id][1] for row in rows)
        return self._summed[paper]

    def _holds(self, row: CatalogueRow) -> bool:
        held = self._counted.get(row.id)
        return held is not None and held[0] is row

    def _count(self, row: CatalogueRow, read: Set[str]) -> None:
        keys = self._left(row)
        self._counted[row.id] = row, len(keys) - sum(map(read.__contains__, keys))
