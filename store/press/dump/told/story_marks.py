"""Page lines by stories: ``《paper》（date, page）`` under a headline, or behind a story's end.

Such a line begins its page above itself. Where it stands is a habit of the whole source: behind
stories if nothing but furniture follows the last, under headlines if short lines stand over each.
"""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from store.press.dump.lines.kinds import BYLINE, FURNITURE, HEAD, INDEX
from store.press.dump.lines.lines import Line
from store.press.forms.bylines import names_author
from store.press.forms.patterns import NAMES, unspaced
from store.press.text.characters import ends_sentence

_LONGEST_HEAD = 45
_TALLEST_HEAD = 4
_PEN_NAMES = re.compile(NAMES)
_FURNITURE_BEHIND = 2
"""So many short lines may follow the last story's page line."""


def stand_behind(lines: Sequence[Line], marks: Sequence[int]) -> bool:
    """Return whether the page lines at the places `marks` each close a story of `lines`."""
    before = lines[: marks[0]]
    behind = lines[marks[-1] + 1 :]
    return (
        (len(before) > _TALLEST_HEAD or any(_is_text(line) for line in before[1:]))
        and len(behind) <= _FURNITURE_BEHIND
        and not any(_is_text(line) for line in behind)
    )


def heads_over(
    lines: Sequence[Line], marks: Sequence[int], aside: Sequence[bool]
) -> dict[int, list[int]]:
    """Return the places of the head lines over each page line at `marks` that has any."""
    found: dict[int, list[int]] = {}
    habit, signed = 2, False
    for number, mark in enumerate(marks):
        over = _lines_over(lines, mark, aside)
        # Verse runs into the headline after it: the first headline says how tall they are.
        in_verse = bool(over) and not ends_sentence(lines[over[0] - 1].text)
        tallest = habit + 1 if number and signed and in_verse else _TALLEST_HEAD
        if len(over) > tallest:
            unsigned = signed and not _is_author(lines[over[-1]])
            over = over[-max(1, habit - unsigned) :]
        if number == 0 and over:
            habit, signed = len(over), len(over) > 1 and _is_author(lines[over[-1]])
        if over:
            found[mark] = over
    return found


def _lines_over(lines: Sequence[Line], mark: int, aside: Sequence[bool]) -> list[int]:
    """Return the places of the short lines over a page line, up to a blank that parts them.

    Names alone are no head: theirs is above the blank, or above what stands at a sheet's edge.
    """
    over: list[int] = []
    signed = False
    for at in range(mark - 1, -1, -1):
        line = lines[at]
        if signed and line.kind == FURNITURE:
            continue
        if aside[at] or not _may_be_head(line) or len(over) > _TALLEST_HEAD:
            break
        over.insert(0, at)
        signed = len(over) == 1 and names_author(line.folded)
        parted = line.gap > lines[mark].gap or (at > 1 and line.gap > lines[at - 1].gap)
        if parted and not signed:
            break
    return over


def with_heads(lines: Sequence[Line], heads: dict[int, list[int]]) -> list[Line]:
    """Return `lines` with what stands over each page line known as a head, or as an author."""
    told = list(lines)
    for over in heads.values():
        for at in over:
            told[at] = replace(lines[at], kind=HEAD)
        last = lines[over[-1]]
        if len(over) > 1 and _is_author(last):
            told[over[-1]] = replace(last, kind=BYLINE)
    return told


def _is_author(line: Line) -> bool:
    """Return whether `line` may be who wrote; pen names have no surname, but here their place."""
    plain = unspaced(line.folded)
    return _PEN_NAMES.fullmatch(plain) is not None or names_author(plain)


def _is_text(line: Line) -> bool:
    return len(line.text) > 12 and ends_sentence(line.text)


def _may_be_head(line: Line) -> bool:
    short = len(line.text) <= _LONGEST_HEAD and line.kind != INDEX
    return short and not line.text.endswith(("。", "，", "；", "、", "：“"))
