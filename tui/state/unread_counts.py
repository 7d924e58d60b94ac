"""How many articles are unread: counted once, and again where a mark has changed."""

from collections.abc import Sequence

from store.index.hits import EVERYTHING, Flags, Left, flags
from store.models import CatalogueRow
from store.protocols import ReadersMarks

MANY = 50
"""With more changed marks than this all is counted anew; finding one takes a 50th of that time."""


class UnreadCounts:
    """How many articles are unread, of those that the filter leaves or a saved filter finds."""

    def __init__(self, marks: ReadersMarks) -> None:
        self._marks = marks
        self._articles: dict[str, tuple[CatalogueRow, Flags]] = {}
        """The unread articles of each issue."""
        self._sums: dict[tuple[str, str], int] = {}
        """By the filter's name (``""``: the one that narrows) and the paper."""
        self._read = marks.read_keys()
        self._seen = marks.changes(0)[0]

    def forget(self, name: str | None = None) -> None:
        """Count anew within the filter of this name, which now finds others; without one, all."""
        self._sums = {of: n for of, n in self._sums.items() if name not in (None, of[0])}

    def follow(self) -> None:
        """Forget what was counted where a mark has changed since."""
        self._read = self._marks.read_keys()
        self._seen, keys = self._marks.changes(self._seen)
        if len(keys) > MANY:
            self._articles.clear()
            self._sums.clear()
            return
        papers = set()
        for key in keys:
            for row, _ in [held for held in self._articles.values() if key in held[0].keyed]:
                del self._articles[row.id]
                papers.add(row.paper)
        if papers:
            self._sums = {of: n for of, n in self._sums.items() if of[1] not in papers}

    def of(self, row: CatalogueRow, hits: Left = EVERYTHING) -> int:
        """Return how many articles of an issue are unread, of those in `hits`."""
        held = self._articles.get(row.id)
        if held is None or held[0] is not row:
            held = row, flags(key not in self._read for key in row.keys)
            self._articles[row.id] = held
        return hits.count_among(row.id, held[1])

    def of_paper(
        self,
        paper: str,
        rows: Sequence[CatalogueRow],
        hits: Left = EVERYTHING,
        name: str = "",
    ) -> int:
        """Return how many articles of these issues of a paper are unread.

        `hits` are what the filter of this name finds.
        """
        if (name, paper) not in self._sums:
            self._sums[name, paper] = sum(self.of(row, hits) for row in rows)
        return self._sums[name, paper]
