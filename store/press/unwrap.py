"""Unwrapping: a dump set to a fixed width gets its paragraphs back.

A line is full when the first word of the next would not have fitted behind it; this needs no
particular width and serves Chinese and English alike.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from store.press.cues import STARTS_ANEW
from store.press.lines import INDENT, Line, cells, finished, folded
from store.press.mend import join

_WIDEST = 110
"""Cells; lines wider than a typewriter's have been broken by their author."""
_NARROWEST = 12
_HANGING = re.compile(r"[，。、；：！？,.;:!?）)】》”’」』]+$")
_FIRST_WORD = re.compile(
    r"""["“‘「『（(《〈【\[]*(?:[0-9A-Za-z'’.,%\-]+|.)[，。、；：！？）)】》”’」』]*"""
)
_STOP = re.compile(r"[。！？!?；;]|\.(?:\s|$)")
_HEAD_LINES = 4


def unwrap(lines: Sequence[Line]) -> list[Line]:
    """Return `lines`, those of a hard-wrapped dump set as whole paragraphs and headlines."""
    width = wrap_width(lines)
    if not width:
        return list(lines)
    full = [_full(a, b, width) for a, b in pairwise(lines)] + [
        lines[-1].indent + cells(lines[-1].text) >= width - 1
    ]
    indented = sum(line.indent >= INDENT for line in lines) * 20 >= len(lines)
    whole: list[Line] = []
    start = 0
    for at in range(1, len(lines) + 1):
        if at < len(lines) and full[at - 1] and _goes_on(lines, full, at, indented):
            continue
        whole.append(_joined(lines[start:at], full[at - 1]))
        start = at
    return whole


def wrap_width(lines: Sequence[Line]) -> int:
    """Return the width in cells to which the lines were broken, or 0 when they were not."""
    if len(lines) < 8:
        return 0
    widths = sorted(line.indent + cells(_HANGING.sub("", line.text)) for line in lines)
    width = widths[-1 - len(widths) // 10]
    if not _NARROWEST <= width <= _WIDEST or widths[-1 - len(widths) // 20] > width + 6:
        return 0
    pairs = [(a, b) for a, b in pairwise(lines) if not b.gap]
    filled = sum(_full(a, b, width) for a, b in pairs)
    return width if len(pairs) * 3 > len(lines) and filled * 2 > len(pairs) else 0


def _full(line: Line, following: Line, width: int) -> bool:
    word = _FIRST_WORD.match(following.text[:40])
    needed = cells(word.group()) if word else 2
    blank = line.text[-1].isascii() and following.text[0].isascii()
    return line.indent + cells(line.text) + blank + needed > width


def _goes_on(lines: Sequence[Line], full: Sequence[bool], at: int, indented: bool) -> bool:
    """Return whether line `at` continues the full line before it."""
    line = lines[at]
    if line.gap or line.indent >= INDENT or STARTS_ANEW.match(folded(line.text[:40])):
        return False
    if not finished(lines[at - 1].text):
        return True
    # A sentence ends with its line: a headline may follow. It holds no sentence, it is short, and
    # the paragraph after it is indented or begins at a full line.
    for after in range(at, min(at + _HEAD_LINES, len(lines))):
        if _STOP.search(lines[after].text):
            return True
        ends = after + 1 == len(lines)
        if ends or lines[after + 1].gap or lines[after + 1].indent >= INDENT:
            return False
        if not indented and not full[after]:
            return False
    return True


def _joined(lines: Sequence[Line], full: bool) -> Line:
    first = lines[0]
    if len(lines) == 1:
        return first._replace(full=full)
    text = first.text
    for line in lines[1:]:
        text = join(text, " " + line.text if line.indent else line.text)
    return Line(text, first.first, lines[-1].last, first.indent, first.gap, full)
