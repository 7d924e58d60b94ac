"""Photo stories in a row, told before lines are weighed: no headlines, a credit closes each."""

from collections.abc import Sequence

from msgspec.structs import replace

from store.press.dump.lines.kinds import CREDIT, LEAD
from store.press.dump.lines.lines import Line
from store.press.forms.bylines import is_byline
from store.press.forms.endings import is_finished
from store.press.text.characters import ends_sentence

_PICTURED = frozenset("摄攝")
_FEWEST = 2
_PARAGRAPHS = 2
"""The most paragraphs of a photo story in a row of such."""


def tell_briefs(lines: Sequence[Line]) -> list[Line]:
    """Return `lines`; where a page holds nothing but photo stories, each begins with a lead."""
    if any(line.kind for line in lines) or sum(map(_is_pictured, lines)) < _FEWEST:
        return list(lines)
    credits = [_is_credit(line) for line in lines]
    closed = [credit or _is_credited(line) for credit, line in zip(credits, lines, strict=True)]
    if closed.count(True) < _FEWEST or not _are_stories(lines, closed):
        return list(lines)
    told = []
    for at, line in enumerate(lines):
        begins = not credits[at] and (at == 0 or closed[at - 1])
        told.append(replace(line, kind=CREDIT if credits[at] else LEAD if begins else ""))
    return told


def _is_credit(line: Line) -> bool:
    return _is_pictured(line) and is_byline(line.folded)


def _is_pictured(line: Line) -> bool:
    return not _PICTURED.isdisjoint(line.text[-8:])


def _is_credited(line: Line) -> bool:
    return _is_pictured(line) and is_finished(line.text)


def _are_stories(lines: Sequence[Line], closed: Sequence[bool]) -> bool:
    """Return whether all `lines` are paragraphs, with few of them before each credit."""
    paragraphs = 0
    for line, closes in zip(lines, closed, strict=True):
        if not closes and not ends_sentence(line.text):
            return False
        paragraphs = 0 if closes else paragraphs + 1
        if paragraphs > _PARAGRAPHS:
            return False
    return closed[-1]
