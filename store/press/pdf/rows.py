"""Rows: what stands in one line of a column, put together from the runs in which it is drawn.

Programs draw a line in one run, letter by letter, or row by row across the columns of a page, and
some set single letters higher than the rest. Long runs tell where lines are; a letter or two belong
to the line that has room for them.
"""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Sequence
from operator import attrgetter

from msgspec import Struct
from msgspec.structs import replace

from store.press.pdf.runs import MARKS, Run

_LONG = 3
"""Letters of a run that tells where a line is."""
_LEVEL = 0.3
"""By how much of their size runs of one line may stand above each other."""
_RAISED = 0.75
"""By how much a letter may be raised."""
_ALIKE = 1.34
_NEAR = 0.8
"""The widest gap within a line, in parts of its size."""
_LARGE, _NEAR_LARGE = 1.2, 0.45
"""The same of lines that are so much larger than text."""
_BESIDE = 1.0
"""The widest gap between two lines of a vertical head, in parts of its size."""
_START, _MIDDLE = attrgetter("start"), attrgetter("middle")


class Row(Struct, gc=False):
    """A line of a column, or a piece of it between wide blanks."""

    runs: list[Run]
    start: float
    top: float
    end: float
    bottom: float
    size: float
    cross: bool = False
    """Its runs are lines that stand across those of the page."""

    @property
    def middle(self) -> float:
        """How far down it stands."""
        return (self.top + self.bottom) / 2

    @property
    def inked(self) -> float:
        """Where its ink ends: a mark, which may hang over the edge, fills half of its cell."""
        hangs = not self.cross and self.runs[-1].text[-1] in MARKS
        return self.end - self.size / 2 if hangs else self.end


class _Line(Struct, gc=False):
    """Runs at one height."""

    middle: float
    size: float
    runs: list[Run]


def read_rows(runs: Sequence[Run], size: float, *, vertical: bool) -> list[Row]:
    """Return the rows that a page's `runs` make; the page is written downward if `vertical`.

    `size` is that of most letters.
    """
    along, cross = [run for run in runs if not run.cross], [run for run in runs if run.cross]
    rows = [row for line in _all_lines(along) for row in _rows(line, size)]
    return [*rows, *_across(cross, vertical=vertical)]


def _all_lines(runs: Sequence[Run]) -> list[_Line]:
    long = [run for run in runs if len(run.text) >= _LONG]
    letters = sum(len(run.text) for run in runs)
    if sum(len(run.text) for run in long) * 2 < letters:
        long = list(runs)
    lines = _lines(long)
    _fill(lines, [run for run in runs if len(run.text) < _LONG] if len(long) < len(runs) else [])
    return lines


def _lines(runs: Iterable[Run]) -> list[_Line]:
    lines: list[_Line] = []
    recent: list[_Line] = []
    for run in sorted(runs, key=_MIDDLE):
        middle, size = run.middle, run.size
        for line in recent:
            if middle - line.middle < _LEVEL * size and _alike(size, line.size):
                line.runs.append(run)
                break
        else:
            line = _Line(middle, size, [run])
            lines.append(line)
            recent = [each for each in recent if middle - each.middle < 2 * size]
            recent.insert(0, line)
    for line in lines:
        line.runs.sort(key=_START)
    return lines


def _fill(lines: list[_Line], small: Iterable[Run]) -> None:
    """Put `small` runs into the lines that have room for them; others make lines of their own."""
    lines.sort(key=_MIDDLE)
    left = [run for run in small if not _find_room(lines, run)]
    left = [run for run in left if not _find_room(lines, run)]
    lines += _lines(left)


def _find_room(lines: Sequence[_Line], run: Run) -> bool:
    """Put `run` into the nearest line in which it stands beside another run, and on none."""
    reach = _RAISED * run.size
    begin = bisect_left(lines, run.middle - reach, key=_MIDDLE)
    end = bisect_right(lines, run.middle + reach, key=_MIDDLE)
    near = sorted(lines[begin:end], key=lambda line: abs(line.middle - run.middle))
    for line in near:
        if not _alike(run.size, line.size):
            continue
        if _has_room(line, run):
            insort(line.runs, run, key=_START)
            return True
        if run.text in MARKS and _put_within(line, run):
            return True
    return False


def _put_within(line: _Line, run: Run) -> bool:
    """Put a mark into the run of `line` on which it was drawn; return whether there is one.

    Programs draw marks apart that stand close to others: ”， is as wide as one letter.
    """
    at = bisect_left(line.runs, run.start, key=_START) - 1
    if at < 0 or abs(run.middle - line.middle) > _LEVEL * run.size:
        return False
    over = line.runs[at]
    width = (over.end - over.start) / len(over.text)
    before = round((run.start - over.start) / width)
    if not 0 < before < len(over.text):
        return False
    edge = over.start + before * width
    line.runs[at : at + 1] = [
        replace(over, text=over.text[:before], end=edge),
        run,
        replace(over, text=over.text[before:], start=edge, at=over.at + before),
    ]
    return True


def _has_room(line: _Line, run: Run) -> bool:
    at = bisect_left(line.runs, run.start, key=_START)
    before = run.start - line.runs[at - 1].end if at else None
    after = line.runs[at].start - run.end if at < len(line.runs) else None
    gaps = [gap / run.size for gap in (before, after) if gap is not None]
    return all(gap > -_LEVEL for gap in gaps) and any(gap < _NEAR for gap in gaps)


def _alike(one: float, other: float) -> bool:
    return one < _ALIKE * other and other < _ALIKE * one


def _rows(line: _Line, size: float) -> list[Row]:
    """Return the pieces of a line between wide blanks; heads stand close beside other heads."""
    near = _NEAR if line.size < _LARGE * size else _NEAR_LARGE
    rows: list[Row] = []
    for run in line.runs:
        row = rows[-1] if rows else None
        if row is None or run.start - row.inked >= near * row.size:
            rows.append(Row([run], run.start, run.top, run.end, run.bottom, run.size))
        elif not _drawn_again(row.runs[-1], run):
            row.runs.append(run)
            row.end = max(row.end, run.end)
    return rows


def _drawn_again(before: Run, run: Run) -> bool:
    """Return whether `run` is the one `before`, drawn once more as a shadow or to be bold."""
    near = run.start - before.start < before.size / 2
    return near and len(run.text) > 1 and run.text == before.text


def _across(runs: Iterable[Run], *, vertical: bool) -> list[Row]:
    """Return the blocks of lines that stand across the page's: vertical heads, right to left."""
    blocks: list[Row] = []
    for run in sorted(runs, key=_START, reverse=not vertical):
        for block in blocks:
            near = _BESIDE * max(run.size, block.size)
            aside = max(run.start - block.end, block.start - run.end)
            if aside < near and run.top < block.bottom and run.bottom > block.top:
                block.runs.append(run)
                block.start, block.end = min(block.start, run.start), max(block.end, run.end)
                block.top, block.bottom = min(block.top, run.top), max(block.bottom, run.bottom)
                block.size = max(block.size, run.size)
                break
        else:
            box = (run.start, run.top, run.end, run.bottom)
            blocks.append(Row([run], *box, run.size, True))
    return blocks
