"""Crossheads in series, told before lines are weighed: alike, between the paragraphs of one story.

A story that is sure to have begun (its headline is told or signed) goes on through short lines that
are alike in length or in make, each between paragraphs, if none of them is signed and nothing
before them closes the story. Of 30 such stories in saved pages the weights parted half.
"""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from store.press.dump.lines.kinds import BYLINE, CROSSHEAD, HEAD
from store.press.dump.lines.lines import Line
from store.press.dump.lines.look import LARGER
from store.press.forms.bylines import is_byline
from store.press.forms.endings import ends_story
from store.press.forms.lead_ins import read_lead_in
from store.press.forms.patterns import unspaced
from store.press.forms.signed_text import byline_of_lead
from store.press.forms.surnames import are_people
from store.press.text.characters import ends_sentence

_SHORT, _LONGEST = 12, 20
"""Characters: up to the first any two are alike, up to the second those that are made alike."""
_LONGEST_BYLINE, _LONGEST_HEAD = 50, 45
_DIFFERENCE = 4


def tell_series(lines: Sequence[Line]) -> list[Line]:
    """Return `lines` with those told as crossheads that stand in series in a story."""
    told = list(lines)
    for story in _stories(lines):
        series = [at for at in story if _between_paragraphs(lines, at)]
        if len(series) > 1 and _are_alike([lines[at].text for at in series]):
            for at in series:
                told[at] = replace(lines[at], kind=CROSSHEAD)
    return told


def _stories(lines: Sequence[Line]) -> Iterator[range]:
    """Yield the places behind each headline that is sure, up to what ends its story."""
    start: int | None = None
    for at, line in enumerate(lines):
        opens = line.kind in (HEAD, BYLINE) or (at > 0 and _is_signed(line))
        if start is not None and (opens or line.kind or _parts_stories(lines, at)):
            yield range(start, at)
            start = None
        if opens:
            start = at + 1
    if start is not None:
        yield range(start, len(lines))


def _is_signed(line: Line) -> bool:
    """Return whether this line is a byline, over which a headline stands for sure."""
    return len(line.text) <= _LONGEST_BYLINE and is_byline(line.folded)


def _parts_stories(lines: Sequence[Line], at: int) -> bool:
    """Return whether the line at this place closes a story, or may be of another's head."""
    line = lines[at]
    whole = len(line.text) > _LONGEST_HEAD or _is_paragraph(line)
    return ends_story(line.text) or not (whole or _between_paragraphs(lines, at))


def _between_paragraphs(lines: Sequence[Line], at: int) -> bool:
    """Return whether the short line at this place stands alone between paragraphs of a story."""
    if not 0 < at < len(lines) - 1 or lines[at].kind:
        return False
    look, text = lines[at].look, lines[at].text
    if look and look.size >= LARGER:
        return False  # as headlines are set, where that is known
    before, after = lines[at - 1], lines[at + 1]
    short = (
        2 < len(text) <= _LONGEST
        and " " not in lines[at].folded
        and not ends_sentence(text.rstrip("！？!?—…”’」』"))
    )
    return (
        short
        and text[-1] not in ")）]"
        and not are_people(unspaced(lines[at].folded))
        and _is_paragraph(before)
        and _is_paragraph(after)
        and not (read_lead_in(after.text) or byline_of_lead(after.text))
    )


def _is_paragraph(line: Line) -> bool:
    text = line.text
    return not line.kind and len(text) > 8 and ends_sentence(text) and not text.endswith("——")


def _are_alike(texts: Sequence[str]) -> bool:
    """Return whether `texts` are alike in length, and in make too where they are long."""
    lengths = [len(text) for text in texts]
    if max(lengths) - min(lengths) > _DIFFERENCE:
        return False
    made_alike = len({text[0] for text in texts}) == 1 or len({text[-1] for text in texts}) == 1
    return max(lengths) <= _SHORT or made_alike
