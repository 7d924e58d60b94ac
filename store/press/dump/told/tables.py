"""Small tables and chronologies, told before lines are weighed.

A table has rows of as many cells, one column of numbers; a chronology has days one after another,
each with what came to pass on a line beside or below it.
"""

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from store.press.dump.lines.kinds import BODY
from store.press.dump.lines.lines import Line
from store.press.forms.patterns import DAY, YEAR
from store.press.text.numbers import parse_number

_Day = tuple[int, ...]

_BLANK = re.compile(r"[ \u3000|丨]+")
_LONGEST = 60
_CELLS, _ROWS = 3, 2
"""The fewest cells of a row, and rows with numbers."""
_EVENT = 40
"""Characters of a line of a chronology, at most."""
_DAYS, _BETWEEN = 3, 3
"""The fewest days of a chronology, and the most lines from one to the next."""
_MAY_BE_DAY = re.compile("[年月]")
_ON_DAY = re.compile(
    rf"(?:[^。，,:]{{0,14}} )??约? *(?:({YEAR}) *年 *(?:({DAY}) *月 *)?|({DAY}) *月 *)"
    rf"(?:({DAY}) *日)?.*"
)
_NUMBER = re.compile(r"\D{0,2}[0-9０-９]+(?:[.,:∶：%％-][0-9０-９]*)*\D{0,2}")


def tell_tables(lines: Sequence[Line]) -> list[Line]:
    """Return `lines` with those of tables and chronologies told as text, each by itself."""
    told = list(lines)
    for start, end in _chronologies(lines):
        told[start:end] = [replace(line, kind=BODY) for line in lines[start:end]]
    for start, end in _tables([_cells(line) for line in lines]):
        told[start:end] = [replace(line, kind=BODY) for line in lines[start:end]]
    return told


def _chronologies(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Yield the runs of short lines in which at least three days follow one another."""
    days = [_day(line) for line in lines]
    start = 0
    while start < len(lines):
        found = _run(lines, days, start)
        if len(found) >= _DAYS:
            last = found[-1]
            below = lines[last].text.endswith(("年", "月", "日")) and last + 1 < len(lines)
            yield start, last + 1 + (below and _is_event(lines[last + 1]))
            start = last
        start += 1


def _run(lines: Sequence[Line], days: Sequence[_Day], start: int) -> list[int]:
    """Return the places of the days that follow one another from `start` on, on short lines."""
    found: list[int] = []
    for at in range(start, len(lines)):
        if not _is_event(lines[at]) or at - (found[-1] if found else start) > _BETWEEN:
            break
        if days[at] and (not found or days[found[-1]] < days[at]):
            found.append(at)
        elif not found:
            break
    return found


def _is_event(line: Line) -> bool:
    return not line.kind and len(line.text) <= _EVENT


def _day(line: Line) -> _Day:
    """Return the year, month and day that a line begins with, or ends with; nothing if none."""
    found = (
        _ON_DAY.fullmatch(line.folded)
        if _is_event(line) and _MAY_BE_DAY.search(line.text)
        else None
    )
    return tuple(parse_number(part or "0") or 0 for part in found.groups()) if found else ()


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
