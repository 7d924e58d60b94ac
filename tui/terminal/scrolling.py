"""Finding rows that have moved up or down together, and need not be sent again."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

Row = Sequence[Sequence[str]]
"""Cells, each of them what stands in it and perhaps how."""

JUMP = 7
"""Bytes that it takes to go to another row or column, about."""

ENOUGH = 0.8
"""What a shift has to be sent for afterwards, of what had to be sent before: else the rows stand
still, as on a slow line one sees what stands beside them move and come back."""


class Shift(NamedTuple):
    """Rows `top` to `bottom` (exclusive) are to show what is now `by` rows below them."""

    top: int
    bottom: int
    by: int


def shifted(shown: Sequence[Row], wanted: Sequence[Row]) -> Shift | None:
    """Return the shift that saves the most rows from being sent, or None if none saves two.

    A terminal moves whole rows. What has moved is looked for in the columns that have changed; what
    stands still beside them has to be sent again, and has to take less than what has moved. A shift
    by n leaves n rows blank; those of them that were right before have to be sent again.
    """
    changed = [row != old for row, old in zip(wanted, shown, strict=True)]
    if sum(changed) <= 2:
        return None
    left, right = _columns(shown, wanted)
    before, after = ([row[left:right] for row in rows] for rows in (shown, wanted))
    height = len(wanted)
    best, most = None, 1
    for by in range(1 - height, height):
        for top, bottom in _runs(before, after, by):
            blank = range(bottom, bottom + by) if by > 0 else range(top + by, top)
            saved = sum(changed[top:bottom]) - sum(not changed[y] for y in blank)
            if saved > most:
                best, most = Shift(top, bottom, by), saved
    return best if best and _pays(shown, wanted, best) else None


def _columns(shown: Sequence[Row], wanted: Sequence[Row]) -> tuple[int, int]:
    """Return from where to where rows have changed."""
    columns = range(min(map(len, wanted)))
    differ = [
        x for x in columns if any(row[x] != old[x] for row, old in zip(wanted, shown, strict=True))
    ]
    return differ[0], differ[-1] + 1


def _pays(shown: Sequence[Row], wanted: Sequence[Row], shift: Shift) -> bool:
    """Return whether it takes so much less to send what is wanted after `shift`."""
    top, bottom, by = shift
    stays = after = 0
    for y in range(min(top, top + by), max(bottom, bottom + by)):
        stays += _bytes(shown[y], wanted[y])
        after += _bytes(shown[y + by] if top <= y < bottom else " " * len(wanted[y]), wanted[y])
    return after < ENOUGH * stays


def _bytes(old: Row, new: Row) -> int:
    """Return about how many bytes make `new` of `old`."""
    texts = [cell[0] for cell, was in zip(new, old, strict=True) if cell[0] != was[0]]
    return JUMP * bool(texts) + len("".join(texts).encode())


def _runs(shown: Sequence[Row], wanted: Sequence[Row], by: int) -> Iterator[tuple[int, int]]:
    """Yield each maximal run of rows [top, bottom) that are now `by` rows below."""
    top = None
    last = min(len(wanted), len(wanted) - by)
    for y in range(max(0, -by), last):
        same = wanted[y] == shown[y + by]
        if same and top is None:
            top = y
        elif not same and top is not None:
            yield top, y
            top = None
    if top is not None:
        yield top, last
