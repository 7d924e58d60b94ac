"""Printed lines in fragments: the text of a PDF may have a blank line for each wide blank.

So 程　龙 comes as two lines with a blank one between, and so does a 电头 and what follows it. Only
sheets of a PDF are looked at.
"""

import re
from collections import Counter
from collections.abc import Sequence

from msgspec.structs import replace

from store.press.dump.lines.lines import Line
from store.press.forms.lead_ins import read_lead_in
from store.press.forms.patterns import HAN, ROLE
from store.press.forms.surnames import are_people
from store.press.text.characters import cells, ends_sentence

_CHARACTER = re.compile(HAN)
_NAMED = re.compile(
    rf"(?P<post>(?:[0-9]+[.、] *)?.{{0,12}}(?:{ROLE}|[责主美]编|编辑|摄影|制图)[:：]? *)?"
    rf"(?P<names>{HAN}{{1,4}}(?: {HAN}{{1,4}})*)?"
)
_SLACK = 8
"""Cells that may be wanting to a full line, the indent of its paragraph among them."""


def join_fragments(lines: Sequence[Line]) -> list[Line]:
    """Return `lines` of a PDF with the fragments of printed lines put together again."""
    if not any(line.kind for line in lines):
        return list(lines)
    width = _width(lines)
    joined: list[Line] = []
    filled = False
    for line in lines:
        before = joined[-1] if joined and not joined[-1].kind else None
        if before is None or line.kind or line.gap != 1:
            joined.append(line)
            filled = False
            continue
        if filled and not ends_sentence(before.text):
            joined.append(replace(line, gap=0))
        elif _is_fragment(before, line):
            joined[-1] = replace(before, text=f"{before.text} {line.text}", last=line.last)
            filled = width - _SLACK <= cells(joined[-1].text) <= width
            continue
        else:
            joined.append(line)
        filled = False
    return joined


def _width(lines: Sequence[Line]) -> int:
    """Return the cells of a full line: the most that many lines have."""
    lengths = Counter(cells(line.text) for line in lines)
    common = [length for length, count in lengths.items() if count * 20 >= len(lines)]
    return max(common, default=0)


def _is_fragment(before: Line, line: Line) -> bool:
    """Return whether `line` stood behind `before`, with a blank between them."""
    opening = before.text.lstrip("（(")
    if read_lead_in(opening) == opening:
        return True
    single = _CHARACTER.fullmatch(line.text)
    found = _NAMED.fullmatch(before.folded)
    if not found or not (single or are_people(line.folded)):
        return False
    names = (found["names"] or "").split()
    open_name = sum(len(name) == 1 for name in names) % 2
    return bool(found["post"]) or (bool(single) if open_name else all(map(_is_name, names)))


def _is_name(word: str) -> bool:
    return len(word) == 1 or are_people(word)
