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
    for gutter in found:
        begin = gutters[-1].end if gutters else start
        side = [item for item in items if item.end <= gutter.begin and item.start >= begin]
        cross = any(map(is_cross, side))
        if cross or gutter.begin - begin >= _NARROWEST * size:
            gutters.append(gutter)
    while gutters and end - gutters[-1].end < _NARROWEST * size:
        rest = [item for item in items if item.start >= gutters[-1].end]
        if any(map(is_cross, rest)):
            break
        gutters.pop()
    return gutters if levels(items, size) > 1 else []


def columns_of(items: Sequence[Item], gutters: Sequence[Gap]) -> list[list[Item]]:
    """Return `items` by the columns between `gutters`."""
    columns: list[list[Item]] = [[] for _ in range(len(gutters) + 1)]
    middles = [gutter.middle for gutter in gutters]
    for item in items:
        columns[bisect_left(middles, item.start)].append(item)
    return columns
