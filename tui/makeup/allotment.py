"""A page's tree of cuts spread over cells: every block gets a box of its own, and none overlap.

Boxes beside each other have a rule in the gutter between them, boxes beneath each other a cut-off
rule. Where two do not fit beside each other, one stands beneath the other.
"""

from collections.abc import Sequence
from typing import Protocol

from tui.makeup.geometry import Rect
from tui.makeup.tree import Cut, Leaf, Node

GUTTER = 3
"""Cells between two columns, the rule in the middle."""

NARROWEST = 16
"""Cells that a column has at least: eight characters."""


class Block(Protocol):
    """What stands in a box."""

    @property
    def narrowest(self) -> int:
        """The cells across that it needs."""

    def least(self, width: int) -> int:
        """Return the rows that it needs, so many cells wide."""

    def most(self, width: int) -> int:
        """Return the rows that it can fill."""


class Allotment:
    """The boxes of `blocks` on a page, and the rules between them.

    Each has `more` rows than it needs at least, if it can fill them.
    """

    def __init__(self, blocks: Sequence[Block], more: int = 0) -> None:
        self._blocks = blocks
        self._more = more
        self._least: dict[tuple[Node, int], int] = {}
        self._most: dict[tuple[Node, int], int] = {}
        self.boxes: dict[int, Rect] = {}
        self.rules: list[Rect] = []
        """Rectangles of one row or one column."""

    def least(self, node: Node, width: int) -> int:
        """Return the rows that `node` needs, so many cells wide."""
        if isinstance(node, Leaf):
            block = self._blocks[node.block]
            least = block.least(width)
            return max(1, least, min(least + self._more, block.most(width)))
        found = self._least.get((node, width))
        if found is None:
            widths = self._side_by_side(node, width)
            if widths:
                found = max(self.least(node.first, widths[0]), self.least(node.second, widths[1]))
            else:
                found = self.least(node.first, width) + 1 + self.least(node.second, width)
            self._least[node, width] = found
        return found

    def most(self, node: Node, width: int) -> int:
        """Return the rows that `node` can fill."""
        if isinstance(node, Leaf):
            return max(1, self._blocks[node.block].most(width))
        found = self._most.get((node, width))
        if found is None:
            widths = self._side_by_side(node, width)
            if widths:
                found = max(self.most(node.first, widths[0]), self.most(node.second, widths[1]))
            else:
                found = self.most(node.first, width) + 1 + self.most(node.second, width)
            self._most[node, width] = found
        return found

    def spread(self, node: Node, rect: Rect) -> None:
        """Give every block of `node` its box within `rect`."""
        if isinstance(node, Leaf):
            self.boxes[node.block] = rect
            return
        x, y, width, height = rect
        widths = self._side_by_side(node, width)
        if widths:
            first, second = widths
            self.spread(node.first, Rect(x, y, first, height))
            self.rules.append(Rect(x + first + GUTTER // 2, y, 1, height))
            self.spread(node.second, Rect(x + width - second, y, second, height))
        else:
            above = self._above(node, width, height)
            self.spread(node.first, Rect(x, y, width, above))
            self.rules.append(Rect(x, y + above, width, 1))
            self.spread(node.second, Rect(x, y + above + 1, width, height - above - 1))

    def _narrowest(self, node: Node) -> int:
        if isinstance(node, Leaf):
            return self._blocks[node.block].narrowest
        first, second = self._narrowest(node.first), self._narrowest(node.second)
        return first + GUTTER + second if node.beside else max(first, second)

    def _side_by_side(self, node: Cut, width: int) -> tuple[int, int] | None:
        """Return the widths of two parts beside each other; None where they are not."""
        room = width - GUTTER
        if not node.beside or room < 2 * NARROWEST:
            return None
        left, right = self._narrowest(node.first), self._narrowest(node.second)
        if left + right > room:
            left = right = NARROWEST
        first = round((width + GUTTER) * node.share) - GUTTER
        first = max(left, min(first, room - right))
        return first, room - first

    def _above(self, node: Cut, width: int, height: int) -> int:
        """Return the rows of the upper of two parts: its share, but what both need and can fill."""
        room = height - 1
        least = self.least(node.first, width), self.least(node.second, width)
        most = self.most(node.first, width), self.most(node.second, width)
        above = min(round((height + 1) * node.share) - 1, most[0])
        above = max(above, min(most[0], room - most[1]))
        return max(least[0], min(above, room - least[1]))
