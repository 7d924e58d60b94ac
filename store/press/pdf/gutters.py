"""Gutters: the white space that runs between columns, from above to beneath."""

from bisect import bisect_left
from collections.abc import Sequence

from store.press.pdf.items import Gap, Item, gaps, is_cross, levels

GUTTER = 0.75
"""Its least width, in parts of a letter's size."""
_NARROWEST = 3.5
"""The least width of a column."""


def gutters_of(items: Sequence[Item], size: float) -> list[Gap]:
    """Return the gutters between columns: both sides are as wide as one, and one has rows."""
    found = gaps([(item.start, item.end) for item in items], GUTTER * size)
    start, end = min(item.start for item in items), max(item.end for item in items)
    gutters: list[Gap] = []
    begin = start
    for gutter in found:
        if gutter.begin - begin >= _NARROWEST * size or _is_upright(items, begin, gutter.begin):
            gutters.append(gutter)
            begin = gutter.end
    while gutters and end - gutters[-1].end < _NARROWEST * size:
        if _is_upright(items, gutters[-1].end, end):
            break
        gutters.pop()
    return gutters if levels(items, size) > 1 else []


def _is_upright(items: Sequence[Item], start: float, end: float) -> bool:
    """Return whether lines stand across those of the page in a column, which may be narrow then."""
    return any(is_cross(item) for item in items if item.start >= start and item.end <= end)


def columns_of(items: Sequence[Item], gutters: Sequence[Gap]) -> list[list[Item]]:
    """Return `items` by the columns between `gutters`."""
    columns: list[list[Item]] = [[] for _ in range(len(gutters) + 1)]
    middles = [gutter.middle for gutter in gutters]
    for item in items:
        columns[bisect_left(middles, item.start)].append(item)
    return columns
