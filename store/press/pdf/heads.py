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
_ASKEW = 0.3
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
    text: float
    """Where what is beneath it begins."""


def _column(items: Sequence[Item], size: float) -> _Column:
    first = min(items, key=_TOP)
    start, end = min(item.start for item in items), max(item.end for item in items)
    head = first if first.size >= HEAD * size and not is_cross(first) else None
    foot = foot_of(first, items, size) if head else first.bottom
    text = min((item.top for item in items if item.top > foot - size / 2), default=foot)
    return _Column(items, start, end, first.top, head, foot, text)


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
            shares = range(len(between) - right, left + 1)
            left = _share(found, owners, (before, after), shares, size)
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
    found: Sequence[_Column],
    owners: Sequence[int],
    heads: tuple[int, int],
    shares: range,
    size: float,
) -> int:
    """Return how many columns go to the head to their left, and not to the one to their right.

    Those go to a head that begin where the text under it does. Where heads stand in the middle, so
    many go to one that it does; else all.
    """
    before, after = (found[at] for at in heads)
    between = found[heads[0] + 1 : heads[1]]
    start = found[owners.index(heads[0])].start
    middle = any(
        column.head and column.head.start - column.start > _ASIDE * size for column in found
    )

    def cost(share: int) -> tuple[int, float]:
        askew = sum(abs(each.top - before.text) > _ASKEW * size for each in between[:share])
        askew += sum(abs(each.top - after.text) > _ASKEW * size for each in between[share:])
        if not before.head or not middle:
            return askew, -share
        end = found[heads[0] + share].end
        return askew, abs(start + end - before.head.start - before.head.end)

    return min(shares, key=cost)
