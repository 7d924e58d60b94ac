"""The saved filters at the head of the issue list."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import reduce

from store.index.hits import Hits, Spot
from store.models import CatalogueRow
from store.reader.saved_filters import SavedFilter
from tui.language import _
from tui.state.outline_rows import UNCOUNTED, OutlineRow
from tui.state.unread_counts import UnreadCounts

SHELF = "filter:"
"""The address of the saved filters; followed by a name, the address of one filter."""


class SavedFilterRows:
    """What saved filters find, and how much of it is unread."""

    def __init__(self, unread: UnreadCounts) -> None:
        self._unread = unread
        self._found: Mapping[str, Hits] = {}

    def take(self, saved: Sequence[SavedFilter], found: Mapping[str, Hits]) -> None:
        """Take what the filters find, by their names; what some hide, the others do not find."""
        hide = {each.name for each in saved if each.action == "hide"}
        hiding = [hits for name, hits in found.items() if name in hide]
        found = {
            name: hits if name in hide else reduce(Hits.without, hiding, hits)
            for name, hits in found.items()
        }
        for name in self._found.keys() | found.keys():
            if found.get(name) != self._found.get(name):
                self._unread.forget(name)
        self._found = found

    def rows(
        self, saved: Sequence[SavedFilter], papers: Mapping[str, list[CatalogueRow]], folded: bool
    ) -> Iterator[OutlineRow]:
        """Yield a row for each filter, beneath one that folds them; none where none is saved.

        `papers` are all issues by their papers; without them nothing is counted.
        """
        if saved:
            yield OutlineRow("shelf", SHELF, 0, _("Saved filters"), UNCOUNTED, not folded)
        for each in () if folded else saved:
            hits, count = self._found.get(each.name), self._unread.of_paper
            unread = UNCOUNTED
            if papers and hits is not None:
                unread = sum(count(paper, rows, hits, each.name) for paper, rows in papers.items())
            yield OutlineRow("filter", SHELF + each.name, 1, each.name, unread)

    def keys(self, row: OutlineRow, issues: Iterable[CatalogueRow]) -> tuple[str, ...]:
        """Return the keys of the articles that the filter of `row` finds."""
        found = self._found.get(row.label) if row.kind == "filter" else None
        return found.keys(issues) if found else ()

    def hiding(self, spot: Spot, saved: Iterable[SavedFilter]) -> tuple[str, ...]:
        """Return the names of the filters that hide the article there."""
        hide = [each.name for each in saved if each.action == "hide"]
        return tuple(name for name in hide if name in self._found and self._found[name].holds(spot))
