"""A setting laid out in newspaper columns, page by page: the head above, the columns balanced.

A column never ends with a crosshead, and leaves no widow or orphan (one line of a paragraph alone)
where a somewhat shorter column avoids it.
"""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from tui.typeset.breaking import Span
from tui.typeset.setting import Line, Setting

GAP = 4
"""Cells between two columns: two characters, as the gutter of a printed page."""

SHORTEST, LONGEST = 48, 76
"""The measures that read best, in cells: 24 to 38 characters (clreq, section 5.1)."""

_NARROWEST = 10
"""No column is narrower than five characters, however many are asked for."""


ColumnRow = tuple[tuple[int, Line], ...]
"""Lines side by side, each with the cell at which its column begins."""


class Page(Struct, frozen=True):
    """The rows of a page from the top; `first` is the setting's number of its first line."""

    first: int
    rows: tuple[ColumnRow, ...]


def fit_columns(width: int, columns: int = 0, *, gap: int = GAP) -> tuple[int, int]:
    """Return how many columns fit in `width` cells, and the measure of each.

    There are as many as can have 24 characters, or `columns` if so many are asked for and fit.
    """
    if not columns:
        columns = max(1, (width + gap) // (SHORTEST + gap))
        return columns, min(LONGEST, (width - gap * (columns - 1)) // columns)
    columns = max(1, min(columns, (width + gap) // (_NARROWEST + gap)))
    return columns, (width - gap * (columns - 1)) // columns


def lay_columns(
    setting: Setting, height: int = 0, *, columns: int = 1, gap: int = GAP
) -> Iterator[Page]:
    """Yield the pages of `setting`, each of at most `height` rows; without a height, one page.

    The setting's head should be as wide as all columns with their gaps. Of the setting no more is
    asked for than a page needs.
    """
    height = height or len(setting.lines)
    at = 0
    while at < len(setting.at_least(at + 1)):
        first = at
        at += min(height, max(0, setting.head - at))
        room = height - (at - first)
        # A column may skip a blank at its top.
        lines = setting.at_least(at + columns * (room + 2) + 2)
        rows: list[ColumnRow] = [((0, line),) if line.runs else () for line in lines[first:at]]
        if room >= min(2, height) and at < len(lines):
            spans = _balance(lines, at, room, columns)
            depth = max(end - start for start, end in spans)
            rows += [_row(lines, spans, row, setting.measure + gap) for row in range(depth)]
            at = _skip_blank(lines, spans[-1][1])
        yield Page(first, tuple(rows))


def _row(lines: Sequence[Line], spans: list[Span], row: int, step: int) -> ColumnRow:
    return tuple(
        (column * step, lines[start + row])
        for column, (start, end) in enumerate(spans)
        if start + row < end and lines[start + row].runs
    )


def _balance(lines: Sequence[Line], at: int, rows: int, columns: int) -> list[Span]:
    """Return the lines of each column: full columns, or on the last page the shortest possible."""
    left = len(lines) - at
    for depth in range(min(rows, -(-left // columns)), rows):
        spans = _fill(lines, at, depth, columns)
        if spans[-1][1] == len(lines):
            return spans
    return _fill(lines, at, rows, columns)


def _fill(lines: Sequence[Line], at: int, rows: int, columns: int) -> list[Span]:
    spans = []
    for _ in range(columns):
        start = _skip_blank(lines, at)
        at = _column_end(lines, start, rows)
        spans.append((start, at))
    return spans


def _column_end(lines: Sequence[Line], start: int, rows: int) -> int:
    """Return where a column from `start` ends; it may give up half its rows for a good break."""
    full = start + rows
    if full >= len(lines):
        return len(lines)
    for end in range(full, start + rows // 2, -1):
        if _may_end(lines, end):
            return end
    return full


def _may_end(lines: Sequence[Line], end: int) -> bool:
    """Return whether a column may end before line `end`."""
    above, below = lines[end - 1], lines[end]
    if above.role == "crosshead" or below.role in ("credit", "jump"):
        return False
    if above.role != "body" or above.field != below.field:
        return True
    orphan = end < 2 or lines[end - 2].field != above.field
    widow = end + 1 == len(lines) or lines[end + 1].field != below.field
    return not (orphan or widow)


def _skip_blank(lines: Sequence[Line], at: int) -> int:
    while at < len(lines) and not lines[at].runs:
        at += 1
    return at
