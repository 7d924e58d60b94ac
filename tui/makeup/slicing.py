"""Rectangles that stand somewhere on a page, as a tree of cuts that parts them.

Newspapers are made up of such cuts. Where boxes overlap, the cut goes through the least of them.
"""

from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from tui.makeup.geometry import Rect, around
from tui.makeup.tree import Cut, Leaf, Node

Placed = tuple[int, Rect]
"""A block's number, and where it stands."""

ALMOST = 0.02
"""Cuts that go through boxes by a part that differs by less are alike."""


class _Cutting(NamedTuple):
    """A way to cut, the best being the least."""

    torn: int
    """How much it goes through, in steps of `ALMOST` of the whole."""
    beside: bool
    uneven: float
    at: float
    upper: int
    """How many boxes are in the first part."""


def sliced(placed: Sequence[Placed]) -> Node:
    """Return the tree of `placed`, of which there is at least one."""
    if len(placed) == 1:
        return Leaf(placed[0][0])
    frame = around([rect for _, rect in placed])
    cut = min(_cuttings(placed, frame, beside=False) + _cuttings(placed, frame, beside=True))
    ordered = _ordered(placed, cut.beside)
    share = min(max(cut.at, 0.01), 0.99)
    return Cut(cut.beside, share, sliced(ordered[: cut.upper]), sliced(ordered[cut.upper :]))


def _ordered(placed: Sequence[Placed], beside: bool) -> list[Placed]:
    """Return `placed` by their middles, from the left or from above."""

    def middle(each: Placed) -> tuple[int, int]:
        _, rect = each
        across, down = rect.x + rect.right, rect.y + rect.bottom
        return (across, down) if beside else (down, across)

    return sorted(placed, key=middle)


def _cuttings(placed: Sequence[Placed], frame: Rect, *, beside: bool) -> list[_Cutting]:
    """Return the ways to part `placed` in one direction, one for each place in their order."""
    rects = [rect for _, rect in _ordered(placed, beside)]
    spans = [(r.x, r.right) if beside else (r.y, r.bottom) for r in rects]
    begin, extent = (frame.x, frame.width) if beside else (frame.y, frame.height)
    across = [
        rect.size / max(1, end - start) for rect, (start, end) in zip(rects, spans, strict=True)
    ]
    reached = list(accumulate((end for _, end in spans), max))
    coming = list(accumulate((start for start, _ in reversed(spans)), min))[::-1]
    found = []
    for count in range(1, len(rects)):
        at = (reached[count - 1] + coming[count]) / 2
        torn = sum(
            breadth * max(0.0, end - at if number < count else at - start)
            for number, (breadth, (start, end)) in enumerate(zip(across, spans, strict=True))
        )
        share = (at - begin) / max(1, extent)
        steps = round(torn / max(1, frame.size) / ALMOST)
        found.append(_Cutting(steps, beside, round(abs(share - 0.5), 3), share, count))
    return found
