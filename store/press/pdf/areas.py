"""The space that an article fills on its page, from the lines that it is printed in."""

import itertools
from collections.abc import Sequence

from store.models import Area
from store.press.area import polygon
from store.press.pdf.shapes import Box

_NEAR = 0.03
"""Edges that lie so near, in parts of the page's width, are one: of a gutter, or of an indent."""


def area_of(boxes: Sequence[Box], width: float, height: float) -> Area:
    """Return the outline around `boxes`: along their upper edges, and back along the lower ones.

    At each place across the page it goes from the highest of them to the lowest.
    """
    edges = _edges(boxes, _NEAR * width)
    upper: list[tuple[float, float]] = []
    lower: list[tuple[float, float]] = []
    for begin, end in itertools.pairwise(edges):
        middle = (begin + end) / 2
        here = [box for box in boxes if box.start <= middle <= box.end]
        if here:
            _draw(upper, begin, end, min(box.top for box in here))
            _draw(lower, begin, end, max(box.bottom for box in here))
    return polygon([*upper, *reversed(lower)], width, height)


def _edges(boxes: Sequence[Box], near: float) -> list[float]:
    """Return where boxes begin or end from the left, edges that lie `near` each other as one."""
    found = sorted({edge for box in boxes for edge in (box.start, box.end)})
    groups: list[list[float]] = []
    for edge in found:
        if groups and edge - groups[-1][0] < near:
            groups[-1].append(edge)
        else:
            groups.append([edge])
    inner = [(group[0] + group[-1]) / 2 for group in groups[1:-1]]
    return [found[0], *inner, found[-1]] if len(groups) > 1 else []


def _draw(line: list[tuple[float, float]], begin: float, end: float, down: float) -> None:
    """Go on with a `line` at this height; where it stays, its last point is moved on."""
    if line and line[-1][1] == down:
        line[-1] = (end, down)
    else:
        line += [(begin, down), (end, down)]
