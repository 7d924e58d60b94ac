"""Finding rows that have moved up or down together, and need not be sent again."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeVar

Row = TypeVar("Row")


class Shift(NamedTuple):
    """Rows `top` to `bottom` (exclusive) are to show what is now `by` rows below them."""

    top: int
    bottom: int
    by: int


def shifted(shown: Sequence[Row], wanted: Sequence[Row]) -> Shift | None:
    """Return the shift that saves the most rows from being sent, or None if none saves two.

    Whole rows are compared, as a terminal moves whole rows. A shift by n leaves n rows blank; those
    of them that were right before have to be sent again.
    """
    changed = [row != old for row, old in zip(wanted, shown, strict=True)]
    height = len(wanted)
    best, most = None, 1
    for by in range(1 - height, height) if sum(changed) > 2 else ():
        for top, bottom in _runs(shown, wanted, by):
            blank = range(bottom, bottom + by) if by > 0 else range(top + by, top)
            saved = sum(changed[top:bottom]) - sum(not changed[y] for y in blank)
            if saved > most:
                best, most = Shift(top, bottom, by), saved
    return best


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
