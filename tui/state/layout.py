"""How the panes stand in a terminal: how many side by side, and how wide each is, in cells.

Between two panes stands a rule of one cell; the lowest line of the screen belongs to none.
"""

from collections.abc import Mapping

from msgspec import Struct

Breakpoints = list[tuple[int, str]]

LAYOUTS: Mapping[int, Breakpoints] = {
    0: [(0, "-narrow"), (80, "-middle"), (120, "-wide")],
    1: [(0, "-narrow")],
    2: [(0, "-narrow"), (60, "-middle")],
    3: [(0, "-narrow"), (60, "-middle"), (90, "-wide")],
}
"""From how many columns on what is shown: one pane, list and article, or the filter as well.

By how many panes a reader wants at most; 0 leaves it to the terminal's size.
"""

LEAST, LEFT = 16, 34
"""The list has so many cells at least, and leaves so many to what stands beside it."""

MIDDLE = 30
"""Cells of the list beside one other pane."""


class Widths(Struct, frozen=True):
    """The cells of the list and of the filter beside the article; 0 for what is not beside it."""

    list: int = 0
    filter: int = 0


def widths(terminal: int, panes: int = 0, chosen: int = 0) -> Widths:
    """Return the panes' widths in a terminal of so many columns.

    `panes` is how many a reader wants at most, `chosen` the width they want the list to have.
    """
    layout = [name for least, name in LAYOUTS.get(panes, LAYOUTS[0]) if terminal >= least][-1]
    if layout == "-narrow":
        return Widths()
    at_ease, right = MIDDLE, 0
    if layout == "-wide":
        room = terminal - 2
        at_ease = max(30, min(48, room * 2 // 7))
        right = max(24, min(34, (room - at_ease) // 5))
    return Widths(max(LEAST, min(chosen, terminal - LEFT)) if chosen else at_ease, right)


def window(top: int, cursor: int, height: int, count: int, *, by_halves: bool) -> int:
    """Return the first line that a window shows, its cursor in it, of `count` lines; it was `top`.

    It moves no further than it must, or, `by_halves`, half its height further.
    """
    margin = height // 2 if by_halves else 0
    if cursor < top:
        top = cursor - margin
    elif cursor >= top + height:
        top = cursor - height + 1 + margin
    return max(0, min(top, count - height))
