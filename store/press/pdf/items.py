"""What a page is cut into: rows and frames, as they are moved about, and the space between them."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
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
_LEVEL = 0.5


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
    return gaps([(item.top, item.bottom) for item in items], least)


def is_cross(item: Item) -> bool:
    """Return whether lines stand in it across those of the page."""
    return bool(item.rows) and item.rows[0].cross


def levels(items: Sequence[Item], size: float) -> int:
    """Return at how many heights `items` stand."""
    heights = sorted(item.top for item in items)
    return 1 + sum(b - a > _LEVEL * size for a, b in pairwise(heights))
