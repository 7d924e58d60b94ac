"""Numbered sections, told before lines are weighed: crossheads over text, or the items of a list.

They part the one story in which they stand: a head told between them, or a lead-in under one, says
that these are stories of their own.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from store.press.dump.lines.kinds import BODY, CROSSHEAD, HEAD
from store.press.dump.lines.lines import Line
from store.press.forms.lead_ins import read_lead_in
from store.press.forms.sections import LONGEST, read_sections
from store.press.forms.signed_text import byline_of_lead
from store.press.text.characters import ends_sentence

_LONGEST_HEAD = 45


def tell_sections(lines: Sequence[Line]) -> list[Line]:
    """Return `lines` with those told that are numbered in a row within a story."""
    told = list(lines)
    start = 0
    for end in range(1, len(lines) + 1):
        if end == len(lines) or lines[end].kind:
            for at, kind in _told(lines[start:end]):
                told[start + at] = replace(lines[start + at], kind=kind)
            start = end
    return told


def _told(story: Sequence[Line]) -> list[tuple[int, str]]:
    """Return the places of sections in the lines of a `story`, and what each is."""
    # Folding is what costs most here: no long paragraph is numbered.
    found = read_sections([line.folded if len(line.text) <= LONGEST else "" for line in story])
    signed = any(
        read_lead_in(story[at + 1].text) or byline_of_lead(story[at + 1].text)
        for at in found.crossheads
    )
    crossheads = () if signed or 0 in found.crossheads else sorted(found.crossheads)
    over = [at - 1 for at in crossheads[:1] if _may_head(story[at - 1])]
    begun = any(ends_sentence(line.folded) for line in story[: min(found.items, default=0)])
    return [
        *((at, HEAD) for at in over),
        *((at, CROSSHEAD) for at in crossheads),
        *((at, BODY) for at in found.items if begun),
    ]


def _may_head(line: Line) -> bool:
    """Return whether a line right over the first section is the story's headline."""
    text = line.text
    title = not ends_sentence(text.rstrip("！？!?—…”’」』")) and text[-1] not in "：:"
    whole = line.folded.count("(") >= line.folded.count(")")
    return title and whole and not line.kind and 2 < len(text) <= _LONGEST_HEAD
