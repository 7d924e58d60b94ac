"""Heads over columns: which columns of a row are under which head.

A head is set over the first of its columns, or over the middle of them, and may be too short to
reach over all.
"""

from collections.abc import Sequence
from itertools import groupby, pairwise, takewhile
from operator import attrgetter
from typing import NamedTuple

from store.press.pdf.items import HEAD, Item, is_cross

_BENEATH = 4.0
"""So near beneath a head all columns of its story begin, in parts of a letter's size."""
_ASIDE = 1.5
"""So far from a column's edge a head begins that stands over the middle."""
_TOP = attrgetter("top")


def foot_of(head: Item, items: Sequence[Item], size: float) -> float:
    """Return where a head ends, with the lines that belong to it."""
    foot = head.bottom
    for item in sorted(items, key=lambda each: each.top):
        within = head.start - size <= item.start and item.end <= head.end + size
        if within and item.size >= HEAD * size and head.top <= item.top <= foot + item.size:
            foot = max(foot, item.bottom)
    return foot


class _Column(NamedTuple):
    """What stands between two gutters, and the head on top of it, if there is one."""

    items: Sequence[Item]
    start: float
    end: float
    top: float
    head: Item | None
    foot: float
    """Where the head ends."""


def _column(items: Sequence[Item], size: float) -> _Column:
    first = min(items, key=_TOP)
    start, end = min(item.start for item in items), max(item.end for item in items)
    head = first if first.size >= HEAD * size and not is_cross(first) else None
    return _Column(items, start, end, first.top, head, foot_of(first, items, size))


def under_heads(columns: Sequence[Sequence[Item]], size: float) -> list[list[Item]]:
    """Return `columns` in their order, those together that begin beneath one head."""
    found = [_column(items, size) for items in columns]
    heads = [at for at, column in enumerate(found) if column.head]
    owners = list(range(len(found)))
    for before, after in pairwise([-1, *heads, len(found)]):
        between = range(before + 1, after)
        left = _beneath(found, between, before, size)
        right = _beneath(found, between[::-1], after, size)
        if left + right > len(between):
            left = _share(found, owners, before, range(len(between) - right, left + 1), size)
        for at in between[:left]:
            owners[at] = before
        for at in between[max(left, len(between) - right) :]:
            owners[at] = after
    groups = groupby(range(len(found)), key=owners.__getitem__)
    return [[item for at in group for item in found[at].items] for _, group in groups]


def _beneath(found: Sequence[_Column], columns: Sequence[int], head: int, size: float) -> int:
    """Return how many of `columns`, from the first on, begin close beneath the head of another."""
    if not 0 <= head < len(found):
        return 0
    foot = found[head].foot

    def begins(at: int) -> bool:
        return foot - size / 2 < found[at].top < foot + _BENEATH * size

    return len(list(takewhile(begins, columns)))


def _share(
    found: Sequence[_Column], owners: Sequence[int], at: int, shares: range, size: float
) -> int:
    """Return how many columns go to the head to their left, and not to the one to their right.

    Where heads stand in the middle, that is so many that this one does; else all.
    """
    head = found[at].head
    middle = any(
        column.head and column.head.start - column.start > _ASIDE * size for column in found
    )
    if head is None or not middle:
        return shares[-1]
    start = found[owners.index(at)].start
    return min(
        shares,
        key=lambda share: abs(start + found[at + share].end - head.start - head.end),
    )
