"""Headings of Markdown, told by their rank: what stands over a story, and over its sections.

The highest rank that has text under it is that of headlines; what is above names paper and page.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from msgspec.structs import replace

from store.press.dump.lines.kinds import BODY, CROSSHEAD, FURNITURE, HEAD
from store.press.dump.lines.lines import Line
from store.press.dump.stories.contents import is_header
from store.press.forms.page_lines import read_page_line
from store.press.forms.patterns import DATE_LINE
from store.press.text.characters import ends_sentence
from store.press.text.mending.markdown import HEADING

_DAY = re.compile(rf"[^。，,(]{{0,16}}{DATE_LINE}")
_RULE = re.compile(r"[-*_](?: ?[-*_]){2,}")
_ENTRY = re.compile(r"(?:[-*+]|[0-9]{1,3}[.)]) +\S")
"""What stands in a list."""
_TEXT = 25
"""A line longer than this is text, whatever its end."""


class _Heading(NamedTuple):
    line: Line
    rank: int
    """0 where it names a page or a day, or stands over the contents: others read what it says."""


def tell_headings(lines: Sequence[Line]) -> list[Line]:
    """Return `lines` with their headings told, and without the marks of these."""
    headings = [_heading(line) for line in lines]
    if not any(headings):
        return list(lines)
    headlines = _rank_of_headlines(lines, headings)
    told: list[Line] = []
    under = 0
    for line, heading in zip(lines, headings, strict=True):
        if heading:
            under = heading.rank
            kind = _kind(under, headlines, told[-1].kind if told else "")
            told.append(replace(heading.line, kind=kind or heading.line.kind))
        elif _RULE.fullmatch(line.text):
            told.append(replace(line, kind=FURNITURE))
        else:
            listed = under and headlines and _ENTRY.match(line.text)
            told.append(replace(line, kind=BODY) if listed and not line.kind else line)
    return told


def _heading(line: Line) -> _Heading | None:
    """Return what `line` is if it is a heading."""
    found = HEADING.fullmatch(line.text) if line.text[0] == "#" and not line.kind else None
    if not found:
        return None
    plain = replace(line, text=found["title"])
    if is_header(plain) or read_page_line(plain.text, plain.folded):
        return _Heading(plain, 0)
    if _DAY.fullmatch(plain.folded):
        return _Heading(replace(plain, kind=FURNITURE), 0)
    return _Heading(plain, len(found["marks"]))


def _rank_of_headlines(lines: Sequence[Line], headings: Sequence[_Heading | None]) -> int:
    """Return the highest rank (the lowest number) of which a heading has text, 0 if none has.

    Short lines are text where there is no other, as in verse.
    """
    rank = 0
    found: list[int] = []
    short: list[int] = []
    for line, heading in zip(lines, headings, strict=True):
        if heading:
            rank = heading.rank
        elif rank:
            is_text = len(line.text) > _TEXT or ends_sentence(line.text)
            (found if is_text else short).append(rank)
    return min(found or short, default=0)


def _kind(rank: int, headlines: int, over: str) -> str:
    """Return what a heading of this `rank` is, below a line of the kind `over`."""
    if not (rank and headlines):
        return ""
    if rank < headlines:
        return FURNITURE
    return HEAD if rank == headlines or over == HEAD else CROSSHEAD
