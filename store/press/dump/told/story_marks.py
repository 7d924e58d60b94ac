"""Page lines by stories: ``《paper》（date, page）`` under a headline, or behind a story's end.

Such a line begins its page above itself. Where it stands is a habit of the whole source: behind
stories if nothing but furniture follows the last, under headlines if short lines stand over each.
"""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from store.press.dump.lines.kinds import BYLINE, HEAD
from store.press.dump.lines.lines import Line
from store.press.forms.bylines import is_byline
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
        len(before) > 1
        and any(_is_text(line) for line in before)
        and len(behind) <= _FURNITURE_BEHIND
        and not any(_is_text(line) for line in behind)
    )


def heads_over(
    lines: Sequence[Line], marks: Sequence[int], aside: Sequence[bool]
) -> dict[int, list[int]]:
    """Return the places of the head lines over each page line at `marks` that has any."""
    found: dict[int, list[int]] = {}
    habit = 2
    for number, mark in enumerate(marks):
        over: list[int] = []
        at = mark - 1
        while at >= 0 and not aside[at] and _may_be_head(lines[at]) and len(over) <= _TALLEST_HEAD:
            over.insert(0, at)
            if lines[at].gap > lines[mark].gap or (at > 1 and lines[at].gap > lines[at - 1].gap):
                break
            at -= 1
        # Verse runs into the headline after it: the first headline says how tall they are.
        over = over[-habit:] if len(over) > _TALLEST_HEAD else over
        if number == 0 and over:
            habit = len(over)
        if over:
            found[mark] = over
    return found


def with_heads(lines: Sequence[Line], heads: dict[int, list[int]]) -> list[Line]:
    """Return `lines` with what stands over each page line known as a head, or as an author."""
    told = list(lines)
    for over in heads.values():
        for at in over:
            told[at] = replace(lines[at], kind=HEAD)
        last = lines[over[-1]]
        plain = unspaced(last.folded)
        # Pen names have no surname, but here they have their place.
        if len(over) > 1 and (_PEN_NAMES.fullmatch(plain) or is_byline(last.folded)):
            told[over[-1]] = replace(last, kind=BYLINE)
    return told


def _is_text(line: Line) -> bool:
    return len(line.text) > 12 and ends_sentence(line.text)


def _may_be_head(line: Line) -> bool:
    return len(line.text) <= _LONGEST_HEAD and not line.text.endswith(
        ("。", "，", "；", "、", "：“")
    )
