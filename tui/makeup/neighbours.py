"""Which of the things on a page stands next in a direction."""

from collections.abc import Sequence
from typing import Literal

from tui.makeup.geometry import Rect
from tui.makeup.pieces import Target

Direction = Literal["left", "right", "up", "down"]


def neighbour(targets: Sequence[Target], here: int, direction: Direction) -> int:
    """Return the number of the nearest target in a direction from `here`; else `here` itself.

    Of those that lie beside it, across the direction, the nearest one is taken; of several as near,
    the one that most lies beside its headline. Where none does, it is the nearest of all.
    """
    box, head = _turned(targets[here].box, direction), _turned_cell(targets[here].head, direction)
    best, found = None, here
    for number, target in enumerate(targets):
        other = _turned(target.box, direction)
        if number == here or other.x < box.right:
            continue
        beside = min(box.bottom, other.bottom) - max(box.y, other.y)
        off = max(other.y - head, head - other.bottom + 1, 0)
        key = (beside <= 0, other.x - box.right + (0 if beside > 0 else -beside), off, other.y)
        if best is None or key < best:
            best, found = key, number
    return found


def _turned(box: Rect, direction: Direction) -> Rect:
    """Return a box turned so that the direction is to the right."""
    x, y, width, height = box
    if direction == "left":
        return Rect(-x - width, y, width, height)
    if direction == "down":
        return Rect(y, x, height, width)
    if direction == "up":
        return Rect(-y - height, x, height, width)
    return box


def _turned_cell(cell: tuple[int, int], direction: Direction) -> int:
    """Return where a cell is across the direction."""
    return cell[0] if direction in ("up", "down") else cell[1]
