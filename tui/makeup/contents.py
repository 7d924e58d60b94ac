"""The contents box (导读): titles of stories on other pages, each of which can be chosen."""

from collections.abc import Sequence

from store.models import IndexEntry
from tui.language import _
from tui.makeup.body import BETWEEN, text_columns
from tui.makeup.geometry import Rect
from tui.makeup.heads import at_left, cut_short, spaced_out
from tui.makeup.pieces import Drawn, placed
from tui.state.front_page import Item
from tui.state.outline import entry_text
from tui.typeset import Line, set_text

TITLE_LINES = 2
"""Lines of an entry at most."""


class ContentsBlock:
    """The contents box; what has no room is left out, and is on its own page all the same."""

    narrowest = 16

    def __init__(self, entries: Sequence[IndexEntry]) -> None:
        self._entries = entries
        self.items = [Item(entry.page, entry=entry) for entry in entries]
        self._set: dict[int, list[list[list[Line]]]] = {}

    def least(self, width: int) -> int:
        """Return the rows of its title and of its first entries."""
        return min(self.most(width), 4)

    def most(self, width: int) -> int:
        """Return the rows of all entries."""
        return 1 + max(sum(map(len, column)) for column in self._columns(width))

    def draw(self, box: Rect) -> list[Drawn]:
        """Return the title, and the entries that fit."""
        title = spaced_out(_("Inside"), "crosshead", "", box.width)[:1]
        drawn = [Drawn(box, placed(title, box.x, box.y))]
        measure = text_columns(box.width)[1]
        items = iter(self.items)
        for number, column in enumerate(self._columns(box.width)):
            x, y = box.x + number * (measure + BETWEEN), box.y + len(title)
            for lines, item in zip(column, items, strict=False):
                if y + len(lines) <= box.bottom:
                    top = box.y if y == box.y + len(title) else y
                    rows = Rect(x, top, measure, y + len(lines) - top)
                    drawn.append(Drawn(rows, placed(lines, x, y), item))
                y += len(lines)
        return drawn

    def _columns(self, width: int) -> list[list[list[Line]]]:
        """Return the lines of the entries, in columns of as many entries."""
        if width in self._set:
            return self._set[width]
        count, measure = text_columns(width)
        told = [self._lines(entry, measure) for entry in self._entries]
        depth = -(-len(told) // count)
        self._set[width] = [told[at : at + depth] for at in range(0, len(told), depth)]
        return self._set[width]

    def _lines(self, entry: IndexEntry, width: int) -> list[Line]:
        lines = at_left(list(set_text(entry_text(entry), "caption", "", width)))
        return cut_short(lines, TITLE_LINES, width)
