"""Finding what has moved and need not be sent again: rows up or down, parts of a row sideways."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeVar

T = TypeVar("T")

Row = Sequence[Sequence[str]]
"""Cells, each of them what stands in it and perhaps how."""

JUMP = 7
"""Bytes that it takes to go to another row or column, about."""

ENOUGH = 0.8
"""What a shift has to be sent for afterwards, of what had to be sent before: else the rows stand
still, as on a slow line one sees what stands beside them move and come back."""


MARGINS = 30
"""Bytes that it takes to give a terminal margins, and to take them away, about."""


class Shift(NamedTuple):
    """Rows `top` to `bottom` (exclusive) are to show what is now `by` rows below them.

    So many columns at the `left` and at the `right` of them stand still.
    """

    top: int
    bottom: int
    by: int
    left: int = 0
    right: int = 0

    @property
    def rows(self) -> range:
        """The rows that move or become blank."""
        return range(min(self.top, self.top + self.by), max(self.bottom, self.bottom + self.by))

    def row(self, shown: Sequence[Sequence[T]], y: int, blank: T) -> list[T]:
        """Return what row `y`, one of `rows`, shows after the shift."""
        here, width = shown[y], len(shown[y])
        end = width - self.right
        comes = self.top <= y < self.bottom
        band = shown[y + self.by][self.left : end] if comes else [blank] * (end - self.left)
        return [*here[: self.left], *band, *here[end:]]


FURTHEST = 12
"""Cells that part of a row may have moved: four columns of vertical text."""

ORDER = 4
"""Bytes of an order to insert or to delete cells."""


class Slide(NamedTuple):
    """What a row shows from column `left` to `right` is to stand `by` cells further right.

    So many cells are deleted at one end, and as many come blank at the other; what is beside stays.
    """

    left: int
    right: int
    by: int

    @property
    def gone(self) -> int:
        """The column at which cells are deleted, first."""
        return self.right - self.by if self.by > 0 else self.left

    @property
    def come(self) -> int:
        """The column at which blank ones are inserted then."""
        return self.left if self.by > 0 else self.right + self.by

    def is_whole(self, shown: Row) -> bool:
        """Return whether it halves no character of a row."""
        edges = (self.left, self.gone, self.gone + abs(self.by), self.right)
        return all(edge == len(shown) or shown[edge][0] for edge in edges)

    def row(self, shown: Sequence[T], blank: T) -> list[T]:
        """Return what a row shows after it."""
        row = list(shown)
        count = abs(self.by)
        del row[self.gone : self.gone + count]
        row[self.come : self.come] = [blank] * count
        return row


def slid(shown: Row, wanted: Row) -> Slide | None:
    """Return the slide after which so much less of a row has to be sent; None if there is none.

    So moves a text that is set vertically, by a column at a time, and what is typed in between.
    """
    columns = range(len(wanted))
    left = next((x for x in columns if shown[x] != wanted[x]), len(wanted))
    right = next((x + 1 for x in reversed(columns) if shown[x] != wanted[x]), left)
    while right < len(wanted) and not (shown[right][0] and wanted[right][0]):
        right += 1
    for count in range(1, min(FURTHEST, (right - left) // 2) + 1):
        for by, old, new in ((count, left, left + count), (-count, left + count, left)):
            if shown[old] == wanted[new]:  # which rules out most of them
                slide, kept = Slide(left, right, by), right - left - count
                same = shown[old : old + kept] == wanted[new : new + kept]
                if same and slide.is_whole(shown) and _is_cheaper(shown, wanted, slide):
                    return slide
    return None


def _is_cheaper(shown: Row, wanted: Row, slide: Slide) -> bool:
    after = _bytes(slide.row(shown, " "), wanted)
    return after + 2 * (JUMP + ORDER) < _bytes(shown, wanted)


def shifted(shown: Sequence[Row], wanted: Sequence[Row], *, margins: bool = False) -> Shift | None:
    """Return the shift that saves the most rows from being sent, or None if none saves two.

    What has moved is looked for in the columns that have changed. With `margins` these move alone,
    where that takes less. Else a terminal moves whole rows; what stands still beside them has to be
    sent again, and has to take less than what has moved. A shift by n leaves n rows blank; those of
    them that were right before have to be sent again.
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
    return _cheapest(shown, wanted, best, margins) if best else None


def _columns(shown: Sequence[Row], wanted: Sequence[Row]) -> tuple[int, int]:
    """Return from where to where rows have changed."""
    columns = range(min(map(len, wanted)))
    differ = [
        x for x in columns if any(row[x] != old[x] for row, old in zip(wanted, shown, strict=True))
    ]
    return differ[0], differ[-1] + 1


def _cheapest(
    shown: Sequence[Row], wanted: Sequence[Row], shift: Shift, margins: bool
) -> Shift | None:
    """Return `shift`, of whole rows or between margins, if it takes so much less to send it."""
    most = sum(_bytes(shown[y], wanted[y]) for y in shift.rows)
    best = None
    if _after(shown, wanted, shift) < ENOUGH * most:
        best, most = shift, _after(shown, wanted, shift)
    if margins:
        within = _between(shown, wanted, shift)
        if _after(shown, wanted, within) + MARGINS < most:
            best = within
    return best


def _between(shown: Sequence[Row], wanted: Sequence[Row], shift: Shift) -> Shift:
    """Return `shift` of those columns alone that have changed, and of no half of a character."""
    before = [shown[y] for y in shift.rows]
    left, end = _columns(before, [wanted[y] for y in shift.rows])
    width = len(shown[0])
    while any(row[left] and not row[left][0] for row in before):
        left -= 1
    while end < width and any(row[end] and not row[end][0] for row in before):
        end += 1
    return Shift(shift.top, shift.bottom, shift.by, left, width - end)


def _after(shown: Sequence[Row], wanted: Sequence[Row], shift: Shift) -> int:
    """Return about how many bytes make what is wanted of what is shown after `shift`."""
    return sum(_bytes(shift.row(shown, y, " "), wanted[y]) for y in shift.rows)


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
