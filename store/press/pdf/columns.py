"""From the rows of a column to its lines as they are printed, and where the column's edges are."""

import itertools
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from msgspec import Struct

from store.press.pdf.items import Measure
from store.press.pdf.rows import Row
from store.press.pdf.runs import BLANK, MARKS, Run, least_blank
from store.press.pdf.shapes import Box
from store.press.text.characters import is_cjk

_LEVEL, _ALIKE = 0.5, 1.34
_STRETCHED = 4
"""A line in so many pieces of a letter or two is stretched to fill its column."""
_DROPPED = 1.7
_MANY = 4
"""Lines of a column whose edges are sure."""
_INDENT = 2.6


class Edges(NamedTuple):
    """Where the lines of a column begin and end."""

    start: float = 0.0
    end: float = 0.0


class TextRow(Struct, gc=False):
    """A printed line of a column."""

    text: str
    start: float
    top: float
    end: float
    bottom: float
    size: float
    bold: bool = False
    cross: bool = False
    edges: Edges = Edges()
    """Those of its column."""


Bold = Callable[[Run], bool]


def text_rows(rows: Iterable[Row], measure: Measure, bold: Bold) -> list[TextRow]:
    """Return the printed lines that the `rows` of a column make, from above."""
    rows = sorted(rows, key=lambda row: row.middle)
    lines: list[list[Row]] = []
    for row in rows:
        last = lines[-1][0] if lines else None
        if last and not row.cross and not last.cross and _level(last, row):
            lines[-1].append(row)
        else:
            lines.append([row])
    found: list[TextRow] = []
    for line in lines:
        found += _upright(line[0], bold) if line[0].cross else [_text_row(line, bold)]
    return _without_dropped(found, measure)


def _level(one: Row, other: Row) -> bool:
    least, most = (one, other) if one.size < other.size else (other, one)
    near = abs(one.middle - other.middle) < _LEVEL * least.size
    return near and most.size < _ALIKE * least.size


def _upright(row: Row, bold: Bold) -> list[TextRow]:
    """Return the lines of a block that stands across the page's, each of which is one run."""
    return [
        TextRow(run.text, run.start, run.top, run.end, run.bottom, run.size, bold(run), True)
        for run in row.runs
    ]


def _text_row(line: Sequence[Row], bold: Bold) -> TextRow:
    first = line[0]
    if len(line) == len(first.runs) == 1:
        one = first.runs[0]
        box = (first.start, first.top, first.end, first.bottom)
        return TextRow(one.text, *box, first.size, bold(one))
    line = sorted(line, key=lambda row: row.start)
    runs = [run for row in line for run in row.runs]
    longest = max(runs, key=lambda run: len(run.text))
    stretched = len(line) >= _STRETCHED and all(
        len(run.text) <= 2 for row in line[1:-1] for run in row.runs
    )
    return TextRow(
        _text(runs, blanks=not stretched),
        line[0].start,
        min(row.top for row in line),
        max(row.end for row in line),
        max(row.bottom for row in line),
        longest.size,
        bold(longest),
    )


def _text(runs: Sequence[Run], *, blanks: bool) -> str:
    pieces = [runs[0].text]
    for before, run in itertools.pairwise(runs):
        gap = (run.start - before.end) / run.size
        left, right = before.text[-1], run.text[0]
        if not (is_cjk(left) or is_cjk(right)):
            pieces.append(" " * (gap > BLANK / 3))
        elif blanks:
            stretch = (before.end - before.start) / (len(before.text) * before.size) - 1
            pieces.append(" " * (gap > least_blank(left, right) + max(0.0, stretch)))
        pieces.append(run.text)
    return "".join(pieces)


def _without_dropped(rows: list[TextRow], measure: Measure) -> list[TextRow]:
    """Return `rows` with dropped capitals, which stand beside several lines, in the first of them.

    Such is a single large letter at the start of a text.
    """
    large = [row for row in rows if len(row.text) == 1 and row.size > _DROPPED * measure.size]
    for letter in large:
        beside = [
            row
            for row in rows
            if row is not letter
            and -0.5 < (row.start - letter.end) / measure.size < 2
            and letter.top - measure.size < row.top < letter.bottom - _LEVEL * measure.size
        ]
        if len(beside) > 1:
            beside[0].text = letter.text + beside[0].text
            for row in beside:
                row.start = letter.start
            rows = [row for row in rows if row is not letter]
    return rows


def set_edges(columns: Sequence[Sequence[TextRow]], boxes: Sequence[Box], measure: Measure) -> None:
    """Tell each line the edges of its column; short columns have those of others in their line.

    A line beside one of these `boxes`, which reaches into its column, ends or begins there.
    """
    size = measure.size
    sure = [_edges(rows, size) for rows in columns if len(rows) >= _MANY]
    for rows in columns:
        own = _edges(rows, size)
        if len(rows) < _MANY:
            fitting = [
                each
                for each in sure
                if -0.5 * size < own.start - each.start < _INDENT * size
                and own.end < each.end + size
            ]
            own = min(fitting, key=lambda each: each.end - each.start, default=own)
        near = [box for box in boxes if box.start < own.end and box.end > own.start]
        for row in rows:
            row.edges = _beside(row, own, near)


def _beside(row: TextRow, edges: Edges, boxes: Iterable[Box]) -> Edges:
    """Return the edges of a line, of which these `boxes` may have a part."""
    for box in boxes:
        if box.top < (row.top + row.bottom) / 2 < box.bottom:
            if box.start > row.end - row.size:
                edges = Edges(edges.start, min(edges.end, box.start))
            elif box.end < row.start + row.size:
                edges = Edges(max(edges.start, box.end), edges.end)
    return edges


def _edges(rows: Sequence[TextRow], size: float) -> Edges:
    """Return where most lines begin and end, but for one in ten that stands out."""
    text = [row for row in rows if row.size < 1.2 * size and not row.cross] or rows
    starts = sorted(row.start for row in text)
    # Marks may hang over the edge.
    ends = sorted(row.end for row in text if row.text[-1] not in MARKS) or starts
    return Edges(starts[len(starts) // 10], ends[-1 - len(ends) // 10])
