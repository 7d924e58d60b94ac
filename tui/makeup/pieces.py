"""What stands in the boxes of a page: pieces of lines at their cells, and what each belongs to."""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from tui.makeup.geometry import Rect
from tui.state.front_page import Item
from tui.typeset import Line, Run, sign


class Piece(Struct, frozen=True):
    """Runs that begin at a cell; `target` is the number of what they belong to, -1 for none."""

    x: int
    y: int
    runs: tuple[Run, ...]
    target: int = -1


class Target(Struct, frozen=True):
    """Something to be chosen: a story, or an entry of the contents box, and where it stands.

    Without an `item` it is what the page has no room for. `head` is where its headline begins.
    """

    box: Rect
    head: tuple[int, int]
    item: Item | None = None


class Drawn(Struct, frozen=True):
    """What a block draws that belongs together: something to be chosen, if it has an `item`."""

    box: Rect
    pieces: Sequence[Piece]
    item: Item | None = None


def placed(lines: Iterable[Line], x: int, y: int) -> list[Piece]:
    """Return lines beneath each other from this cell on."""
    return [
        Piece(x + line.pad, y + down, line.runs) for down, line in enumerate(lines) if line.runs
    ]


def rule(box: Rect, *, double: bool = False) -> list[Piece]:
    """Return a rule of one row or one column."""
    if box.width == 1:
        run = (Run(sign("│", "|"), "rule", "", 0, 0),)
        return [Piece(box.x, y, run) for y in range(box.y, box.bottom)]
    drawn = sign("═", "=") if double else sign("─", "-")
    return [Piece(box.x, box.y, (Run(drawn * box.width, "rule", "", 0, 0),))]
