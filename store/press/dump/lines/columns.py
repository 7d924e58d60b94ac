"""Columns that stand side by side, as ``pdftotext -layout`` prints a page: read one after another.

A page is cut where a gutter runs through all of its lines, and, where a headline or a masthead
spans the gutter, above and below that; and so on within each part (the XY cut of Nagy and Seth,
1984). It is cut only where both sides are running text, so that tables stay whole.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate, groupby, pairwise
from statistics import median
from typing import NamedTuple

from msgspec.structs import replace

from store.press.dump.lines.kinds import HEAD
from store.press.dump.lines.lines import PAGE_BREAK, Line
from store.press.text.characters import cells, ends_sentence

_BLANKS = re.compile(r"[ \u3000]{2,}|\u3000")
_GAP = re.compile(r"[ \u3000][ \u3000]+")
_SINGLE_BLANK = re.compile(r"(?<=[\u3001-\uffef”’…—]) (?=[\u3001-\uffef“‘])")
_WIDE_GAP = re.compile(r"[ \u3000][ \u3000]{2,}")
_SHORT, _LONG = 7, 60
"""Characters of what stands beside something else: a line of a column."""
_ROWS = 3
"""So many lines at least have text on both sides of a gutter."""
_WIDE_BLANK = 2
"""Blank lines that part what stands above each other."""
_SPANNING = 0.25
"""The share of lines that may span it."""
_NARROWEST = 14
"""Cells of a column's usual line; those of a table are shorter."""
_FILLED = 0.4
"""The share of a column's lines that reach its right edge, but for a few characters."""
_LACKING = 3
"""Cells that a full line may lack, where a mark would have begun the next one."""
_POINT, _POINTED = re.compile("[，。、；！？,.;]"), 0.3
"""What lines of text have, and how many of them at least."""


class _Piece(NamedTuple):
    """Text between blanks: the row it stands in, and where, in the text and in the measure."""

    row: int
    begin: int
    end: int
    left: int
    right: int
    text: str


class _Gutter(NamedTuple):
    at: int
    spanning: frozenset[int]
    """The rows that have text over it."""


def read_apart(lines: Sequence[Line]) -> list[Line]:
    """Return `lines`, those of columns side by side one column after another, where certain."""
    if sum(_beside(line.text) > 0 for line in lines) < _ROWS:
        return list(lines)
    found: list[Line] = []
    start = 0
    for at in range(1, len(lines) + 1):
        if at == len(lines) or lines[at].gap >= PAGE_BREAK:
            found += _sheet(lines[start:at])
            start = at
    return found


def stand_beside(lines: Iterable[Line]) -> bool:
    """Return whether columns still seem to stand side by side in `lines`, which were read apart."""
    return sum(_beside(line.text, cut=True) for line in lines) >= _ROWS


def _beside(text: str, *, cut: bool = False) -> int:
    """Return how often a line of a column stands beside another one in `text`; or a ``cut`` one."""
    if "  " not in text and "\u3000" not in text:
        return 0
    gap = _WIDE_GAP if cut else _GAP
    if not gap.search(text):
        return 0
    cells_of = gap.split(text)
    return sum(
        min(len(left), len(right)) >= _SHORT
        and max(len(left), len(right)) <= _LONG
        and not (cut and ends_sentence(left))
        for left, right in pairwise(cells_of)
    )


def _sheet(lines: Sequence[Line]) -> Sequence[Line]:
    """Read one sheet apart; its lines may be set by cells, or by characters of any width."""
    gaps = [line.gap for line in lines]
    found: Sequence[Line] = lines
    for measure in (cells, len):
        pieces = [piece for row, line in enumerate(lines) for piece in _pieces(row, line, measure)]
        gutter = _gutter(pieces)
        if gutter and gutter.spanning:
            pieces = [part for piece in pieces for part in _parted(piece, gutter.at, measure)]
        parts = list(_parts(pieces, gaps))
        apart = _in_order(parts, lines, 1 if measure is cells else 2)
        if len(apart) > len(found):
            found = apart
    return found


def _in_order(
    parts: Sequence[Sequence[_Piece]], lines: Sequence[Line], unit: int
) -> Sequence[Line]:
    """Return the lines of `parts`, one part after another; a blank is `unit` cells wide.

    Where all columns that begin in one row begin as stories do, each has its headline there.
    """
    whole: list[Line] = []
    begin: dict[int, list[int]] = {}
    for part in parts:
        begin.setdefault(part[0].row, []).append(len(whole))
        whole += _lines_of(part, lines, whole[-1] if whole else None, unit)
    for tops in begin.values():
        if len(tops) > 1 and all(_is_headline(whole, at) for at in tops):
            for at in tops:
                whole[at] = replace(whole[at], kind=HEAD)
    return whole


def _is_headline(lines: Sequence[Line], at: int) -> bool:
    """Return whether a line at a column's top stands over an indented paragraph, and is none."""
    line = lines[at]
    over = at + 1 < len(lines) and lines[at + 1].indent > line.indent
    return over and len(line.text) > 3 and not _POINT.search(line.text)


def _pieces(row: int, line: Line, measure: Callable[[str], int]) -> Iterator[_Piece]:
    text = line.text
    left = line.indent if measure is cells else (line.indent + 1) // 2
    begin = 0
    for blank in [*_BLANKS.finditer(text), None]:
        end = blank.start() if blank else len(text)
        right = left + measure(text[begin:end])
        yield _Piece(row, begin, end, left, right, text[begin:end])
        if blank:
            left = right + measure(blank[0])
            begin = blank.end()


def _parted(piece: _Piece, at: int, measure: Callable[[str], int]) -> Iterator[_Piece]:
    """Yield a piece that spans a gutter in two where a single blank stands in it, before `at`."""
    for blank in _SINGLE_BLANK.finditer(piece.text):
        begin = blank.end()
        if piece.left + measure(piece.text[:begin]) == at:
            right = at - measure(blank[0])
            yield piece._replace(end=piece.begin + blank.start(), right=right,
                                 text=piece.text[: blank.start()])  # fmt: skip
            yield piece._replace(begin=piece.begin + begin, left=at, text=piece.text[begin:])
            return
    yield piece


def _parts(pieces: Sequence[_Piece], gaps: Sequence[int]) -> Iterator[Sequence[_Piece]]:
    """Yield the parts of a page in the order in which they are read."""
    gutter = _gutter(pieces)
    if gutter is None:
        yield pieces
    elif gutter.spanning:
        for _, rows in groupby(pieces, key=lambda piece: piece.row in gutter.spanning):
            yield from _parts(list(rows), gaps)
    else:
        for band in _bands(pieces, gutter.at, gaps):
            left = [piece for piece in band if piece.right <= gutter.at]
            right = [piece for piece in band if piece.left >= gutter.at]
            if left and right:
                yield from _parts(left, gaps)
                yield from _parts(right, gaps)
            else:
                yield band


def _bands(pieces: Sequence[_Piece], at: int, gaps: Sequence[int]) -> list[Sequence[_Piece]]:
    """Return what stands one below the other: what is over both columns, and where both begin anew.

    Both do where a wide blank runs through them, with text enough beside each other on either side.
    """
    left = {piece.row for piece in pieces if piece.right <= at}
    both = sorted(left & {piece.row for piece in pieces if piece.left >= at})
    cuts = [both[0]]
    for place, row in enumerate(both):
        around = (place - both.index(cuts[-1]), len(both) - place)
        if gaps[row] >= _WIDE_BLANK and min(around) >= _ROWS:
            cuts.append(row)
    bands = [
        [piece for piece in pieces if above <= piece.row < below]
        for above, below in pairwise([0, *cuts, pieces[-1].row + 1])
    ]
    return [band for band in bands if band]


def _gutter(pieces: Sequence[_Piece]) -> _Gutter | None:
    """Return the gutter that most lines have, if both of its sides are running text."""
    if len(pieces) < 2 * _ROWS:
        return None
    width = max(piece.right for piece in pieces) + 1
    opened, covered = Counter[int](), Counter[int]()
    for _, row in groupby(pieces, key=lambda piece: piece.row):
        _count(list(row), opened, covered)
    open_at = list(accumulate(opened[x] for x in range(width)))
    over = list(accumulate(covered[x] for x in range(width)))
    fit = [x for x in range(1, width) if open_at[x] >= _ROWS and over[x] <= open_at[x] * _SPANNING]
    for x in sorted(fit, key=lambda x: (over[x] - open_at[x], -x))[:1]:
        spanning = frozenset(p.row for p in pieces if p.left < x < p.right)
        sides = [p for p in pieces if p.row not in spanning]
        left = [p for p in sides if p.right <= x]
        if _is_text(left) and _is_text([p for p in sides if p.left >= x]):
            return _Gutter(x, spanning)
    return None


def _count(row: Sequence[_Piece], opened: Counter[int], covered: Counter[int]) -> None:
    """Count where a row's gaps and its texts begin and end."""
    for piece in row:
        covered[piece.left + 1] += 1
        covered[piece.right] -= 1
    for before, after in pairwise(row):
        opened[before.right] += 1
        opened[after.left + 1] -= 1


def _is_text(side: Sequence[_Piece]) -> bool:
    """Return whether one side of a gutter, of one column or more, has lines as text has."""
    rows = [list(row) for _, row in groupby(side, key=lambda piece: piece.row)]
    if len(rows) < _ROWS:
        return False
    widths = [max(cells(piece.text) for piece in row) for row in rows]
    rights = [row[-1].right for row in rows]
    edge = _edge(rights)
    filled = sum(right >= edge - 4 for right in rights)
    pointed = sum(any(_POINT.search(piece.text) for piece in row) for row in rows)
    return (
        median(widths) >= _NARROWEST
        and filled >= len(rows) * _FILLED
        and pointed >= len(rows) * _POINTED
    )


def _edge(rights: Sequence[int]) -> int:
    """Return where a column ends, given where its rows do; a masthead over it may be wider."""
    return sorted(rights)[-1 - len(rights) // 6]


def _lines_of(
    part: Sequence[_Piece], lines: Sequence[Line], before: Line | None, unit: int
) -> Iterator[Line]:
    """Yield the lines of one part; what runs on from the part before has no blank between."""
    edge = min(piece.left for piece in part)
    last = before
    rows = [(row, list(group)) for row, group in groupby(part, key=lambda piece: piece.row)]
    full = _edge([pieces[-1].right for _, pieces in rows]) - _LACKING
    for row, pieces in rows:
        line = lines[row]
        if last is None or last.last < line.first:
            gap = line.first - last.last - 1 if last else line.gap
        else:  # at the top of a column
            gap = 1 if ends_sentence(last.text) else 0
        text = line.text[pieces[0].begin : pieces[-1].end]
        indent = (pieces[0].left - edge) * unit
        fills = pieces[-1].right >= full
        last = replace(line, text=text, indent=indent, gap=gap, full=fills)
        yield last
