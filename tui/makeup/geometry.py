"""Rectangles, and the one that best stands for a polygon."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from store.models import Area

FINE = 32
"""Steps into which a polygon of more corners is divided, across and down."""


class Rect(NamedTuple):
    """A rectangle: its left and upper edge, its width and height."""

    x: int
    y: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """The first column that is no longer in it."""
        return self.x + self.width

    @property
    def bottom(self) -> int:
        """The first row that is no longer in it."""
        return self.y + self.height

    @property
    def size(self) -> int:
        """How much it covers."""
        return self.width * self.height

    def common(self, other: "Rect") -> int:
        """Return how much of it `other` covers."""
        wide = min(self.right, other.right) - max(self.x, other.x)
        high = min(self.bottom, other.bottom) - max(self.y, other.y)
        return max(0, wide) * max(0, high)


NOWHERE = Rect(0, 0, 0, 0)


def around(rects: Sequence[Rect]) -> Rect:
    """Return the smallest rectangle around `rects`."""
    x, y = min(each.x for each in rects), min(each.y for each in rects)
    right, bottom = max(each.right for each in rects), max(each.bottom for each in rects)
    return Rect(x, y, right - x, bottom - y)


def largest_within(area: Area) -> Rect:
    """Return the largest rectangle within a polygon: of an L, its larger arm.

    One without any extent has `NOWHERE`.
    """
    xs = _steps([x for x, _ in area])
    ys = _steps([y for _, y in area])
    best = NOWHERE
    inside = [_spans(area, (above + below) / 2) for above, below in pairwise(ys)]
    for at, left in enumerate(xs):
        for right in xs[at + 1 :]:
            top = ys[0]
            for row, (above, below) in enumerate(pairwise(ys)):
                if not any(start <= left and right <= end for start, end in inside[row]):
                    top = below
                elif (right - left) * (below - top) > best.size:
                    best = Rect(left, top, right - left, below - top)
                del above
    return best


def _steps(edges: Sequence[int]) -> list[int]:
    """Return the edges in order, each once; of very many, those of a grid."""
    found = sorted(set(edges))
    if len(found) <= FINE:
        return found
    first, last = found[0], found[-1]
    return [first + (last - first) * step // FINE for step in range(FINE + 1)]


def _spans(area: Area, y: float) -> list[tuple[float, float]]:
    """Return what is within a polygon at a height that none of its corners has."""
    return _joined(_crossings(area, y))


def _joined(crossings: list[float]) -> list[tuple[float, float]]:
    spans: list[tuple[float, float]] = []
    for start, end in zip(crossings[::2], crossings[1::2], strict=False):
        if spans and start <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((start, end))
    return spans


def _crossings(area: Area, y: float) -> list[float]:
    """Return where the sides of a polygon cross this height, from the left."""

    def crossing() -> Iterator[float]:
        for (ax, ay), (bx, by) in zip(area, (*area[1:], *area[:1]), strict=True):
            if (ay < y) != (by < y):
                yield ax + (y - ay) * (bx - ax) / (by - ay)

    return sorted(crossing())
