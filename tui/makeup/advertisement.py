"""The place of an advertisement: it is named, and no more of it is known."""

from typing import ClassVar

from tui.makeup.geometry import Rect
from tui.makeup.heads import spaced_out
from tui.makeup.pieces import Drawn, placed
from tui.state.front_page import Item

MOST = 4
"""Rows that an advertisement takes at most, where stories need the others."""


class AdvertisementBlock:
    """An advertisement."""

    narrowest = 16
    items: ClassVar[tuple[Item, ...]] = ()

    def least(self, width: int) -> int:
        """Return the row of its name."""
        del width
        return 1

    def most(self, width: int) -> int:
        """Return the rows that it may take."""
        del width
        return MOST

    def draw(self, box: Rect) -> list[Drawn]:
        """Return its name in the middle of `box`."""
        name = spaced_out("广告", "kicker", "", box.width)[:1]
        return [Drawn(box, placed(name, box.x, box.y + (box.height - 1) // 2))]
