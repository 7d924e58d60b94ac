"""Heads told before lines are weighed: over signed leads, 本报讯（记者 甲）, and centred ones."""

import re
from collections.abc import Sequence
from operator import sub

from msgspec.structs import replace

from store.press.dump.lines.kinds import BYLINE, HEAD
from store.press.dump.lines.lines import Line
from store.press.forms.bylines import is_byline
from store.press.forms.signed_text import byline_of_lead
from store.press.text.characters import cells, ends_sentence, folded

_OWN = re.compile(
    r"[(<]?(?:本报|[^据(]{2,6}[讯报]?(?:讯|电|消息) *\()|\([^()]{2,16}\)(?=[\u4e00-\u9fff])"
)
_LONGEST_TITLE, _LONGEST_OF_PARTS, _PARAGRAPH = 45, 60, 20
_DEEP = 8
"""Cells before a line that no paragraph has."""


def tell_heads(lines: Sequence[Line]) -> list[Line]:
    """Return `lines` with those told as heads that stand right over a lead with its authors."""
    told = list(lines)
    for at in range(1, len(lines)):
        above = at - 2 if at > 1 and lines[at - 1].kind == BYLINE else at - 1
        over, line = lines[above], lines[at]
        if over.kind or line.kind or not _OWN.match(folded(line.text[:20])):
            continue
        if _is_title(over) and byline_of_lead(line.text):
            told[above] = replace(over, kind=HEAD)
    for at in range(2, len(lines)):
        two = lines[at - 2 : at]
        if _are_centred(*two) and (lines[at].kind == BYLINE or _is_text(lines[at])):
            told[at - 2 : at] = [replace(line, kind=HEAD) for line in two]
    return told


def _are_centred(first: Line, second: Line) -> bool:
    """Return whether two lines, one right under the other, are set centred as one headline is."""
    if second.gap or min(first.indent, second.indent) < _DEEP:
        return False
    middles = (line.indent + cells(line.text) / 2 for line in (first, second))
    titles = all(line.kind in ("", HEAD) and _is_title(line) for line in (first, second))
    return titles and abs(sub(*middles)) <= 1


def _is_text(line: Line) -> bool:
    return not line.kind and line.indent < _DEEP and len(line.text) > _PARAGRAPH


def _is_title(line: Line) -> bool:
    longest = _LONGEST_OF_PARTS if " " in line.folded else _LONGEST_TITLE
    if not 2 < len(line.text) <= longest:
        return False
    ends = ends_sentence(line.text.rstrip("！？!?—…”’」』"))
    return not ends and not is_byline(line.folded)
