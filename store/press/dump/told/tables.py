"""Small tables, told before lines are weighed: rows of as many cells, one column of numbers."""

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from store.press.dump.lines.kinds import BODY
from store.press.dump.lines.lines import Line

_BLANK = re.compile(r"[ \u3000|丨]+")
_LONGEST = 60
_CELLS, _ROWS = 3, 2
"""The fewest cells of a row, and rows with numbers."""
_NUMBER = re.compile(r"\D{0,2}[0-9０-９]+(?:[.,:∶：%％-][0-9０-９]*)*\D{0,2}")


def tell_tables(lines: Sequence[Line]) -> list[Line]:
    """Return `lines` with the rows of small tables told as text, each a line of its own."""
    told = list(lines)
    for start, end in _tables([_cells(line) for line in lines]):
        told[start:end] = [replace(line, kind=BODY) for line in lines[start:end]]
    return told


def _cells(line: Line) -> list[str]:
    if line.kind or len(line.text) > _LONGEST:
        return []
    cells = _BLANK.split(line.text)
    return cells if len(cells) >= _CELLS else []


def _tables(rows: Sequence[list[str]]) -> Iterator[tuple[int, int]]:
    """Yield the runs of rows that are tables."""
    start = 0
    for at in range(1, len(rows) + 1):
        if at < len(rows) and rows[at] and len(rows[at]) == len(rows[start]):
            continue
        if rows[start] and _has_column(rows[start:at]):
            yield start, at
        start = at


def _has_column(rows: Sequence[list[str]]) -> bool:
    """Return whether a column holds numbers, in all rows but one that heads them."""
    for column in zip(*rows, strict=True):
        numbers = [bool(_NUMBER.fullmatch(cell)) for cell in column]
        if sum(numbers) >= _ROWS and all(numbers[1:]):
            return True
    return False
