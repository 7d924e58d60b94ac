"""What a page is cut into: rows and frames, as they are moved about, and the space between them.

Gutters are the white space that runs between columns, from above to beneath.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import pairwise
from operator import attrgetter
from statistics import median
from typing import NamedTuple

from store.press.pdf.rows import Row
from store.press.pdf.shapes import Box

HEAD = 1.2
"""The size of a head's letters at least, beside that of the text."""
AT_EDGE = -1
"""The frame of what stands beside all stories, as mastheads and running heads do."""
_FEWEST = 3
"""So many pieces of text make a frame one around text."""
GUTTER = 0.75
"""The least width of a gutter, in parts of a letter's size."""
_NARROWEST = 3.5
"""The least width of a column."""
_LEVEL = 0.5
_ALONG, _DOWN = attrgetter("start", "end"), attrgetter("top", "bottom")


class Measure(NamedTuple):
    """How the text of a page is set."""

    size: float
    """Of most letters."""
    gap: float
    """Between its lines."""


class Item(NamedTuple):
    """A row, or a frame with what stands in it, as it is moved about as a whole."""

    start: float
    top: float
    end: float
    bottom: float
    size: float
    rows: Sequence[Row] = ()
    inner: Sequence["Item"] = ()


def in_frames(items: Sequence[Item], frames: Iterable[Box]) -> list[Item]:
    """Return `items` with those that stand in a frame as one, the innermost frames first."""
    found = list(items)
    for frame in sorted(frames, key=lambda box: (box.end - box.start) * (box.bottom - box.top)):
        inner = [item for item in found if _stands_in(item, frame)]
        if len(inner) < _FEWEST or len(inner) == len(found):
            continue
        taken = set(map(id, inner))
        found = [item for item in found if id(item) not in taken]
        found.append(_whole(inner))
    return found


def _whole(items: Sequence[Item]) -> Item:
    """Return what fills the space of `items`; the frame itself may stand close to other text."""
    return Item(
        min(item.start for item in items),
        min(item.top for item in items),
        max(item.end for item in items),
        max(item.bottom for item in items),
        median(item.size for item in items),
        (),
        items,
    )


def _stands_in(item: Item, frame: Box) -> bool:
    along, down = (item.start + item.end) / 2, (item.top + item.bottom) / 2
    return frame.start <= along <= frame.end and frame.top <= down <= frame.bottom


class Gap(NamedTuple):
    """White space between two edges; the widest of several is the greatest."""

    width: float
    begin: float
    end: float

    @property
    def middle(self) -> float:
        """Where it is to be cut."""
        return (self.begin + self.end) / 2


def gaps(spans: Iterable[tuple[float, float]], least: float) -> list[Gap]:
    """Return the gaps between `spans` that are wider than `least`, in their order."""
    found: list[Gap] = []
    ordered = iter(sorted(spans))
    _, end = next(ordered, (0.0, 0.0))
    for begin, until in ordered:
        if begin - end > least:
            found.append(Gap(begin - end, end, begin))
        if until > end:
            end = until
    return found


def spaces(items: Sequence[Item], least: float) -> list[Gap]:
    """Return the gaps from side to side between `items`, from above."""
    return gaps(map(_DOWN, items), least)


def gaps_along(items: Iterable[Item], least: float) -> list[Gap]:
    """Return the gaps from above to beneath between `items`, from where lines begin."""
    return gaps(map(_ALONG, items), least)


def is_cross(item: Item) -> bool:
    """Return whether lines stand in it across those of the page."""
    return bool(item.rows) and item.rows[0].cross


def levels(items: Sequence[Item], size: float) -> int:
    """Return at how many heights `items` stand."""
    heights = sorted(item.top for item in items)
    return 1 + sum(b - a > _LEVEL * size for a, b in pairwise(heights))


def gutters_of(items: Sequence[Item], size: float) -> list[Gap]:
    """Return the gutters between columns: both sides are as wide as one, and one has rows."""
    found = gaps_along(items, GUTTER * size)
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
