"""Crossheads of a site's stories: a site says of each of its stories when and whence it came.

So the short lines between a story's paragraphs that no such line follows head none of their own.
"""

from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from store.press.dump.lines.kinds import CROSSHEAD, HEAD
from store.press.dump.lines.lines import Line
from store.press.forms.bylines import is_byline
from store.press.forms.endings import ends_story
from store.press.forms.signed_text import byline_of_lead
from store.press.text.characters import ends_sentence

_SHORTEST, _LONGEST = 3, 30
_TEXT = 25
"""A line longer than this is a paragraph, whatever its end."""
_FEWEST = 2
"""One short line alone may head a story whose source the site has not printed."""


def tell_crossheads(lines: list[Line], sources: Sequence[int]) -> None:
    """Tell the crossheads of stories, below whose headlines their `sources` stand."""
    for source, end in pairwise([*sources, len(lines)]):
        story = range(source + 1, _end_of_story(lines, source + 1, end))
        found = [at for at in story[1:-1] if _parts_paragraphs(lines, at)]
        if len(found) < _FEWEST or (len(sources) == 1 and _one_paragraph_each(found, story)):
            continue
        for at in found:
            lines[at] = replace(lines[at], kind=CROSSHEAD)


def _end_of_story(lines: Sequence[Line], start: int, end: int) -> int:
    """Return where the head of the next story begins."""
    for at in range(start, end):
        if lines[at].kind == HEAD:
            return at
    return end


def _parts_paragraphs(lines: Sequence[Line], at: int) -> bool:
    """Return whether a short line without an end stands between two paragraphs."""
    before, line, after = lines[at - 1], lines[at], lines[at + 1]
    return (
        not line.kind
        and _SHORTEST <= len(line.text) <= _LONGEST
        and line.text[0] not in "（(【《▲图"
        and not ends_sentence(line.text.rstrip("！？!?—”’」』"))
        and not is_byline(line.folded)
        and not ends_story(line.text)
        and ends_sentence(before.text)
        and not after.kind
        and (len(after.text) > _TEXT or ends_sentence(after.text))
        and not byline_of_lead(after.text)
    )


def _one_paragraph_each(found: Sequence[int], story: range) -> bool:
    """Return whether most of the lines `found` stand over one paragraph, as heads of briefs do."""
    spans = [there - here for here, there in pairwise([*found, story.stop])]
    return sum(span == 2 for span in spans) * 2 >= len(spans)
