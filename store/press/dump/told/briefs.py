"""Photo stories in a row, told before lines are weighed: a credit closes each, few have titles."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from store.press.dump.lines.kinds import CREDIT, HEAD, LEAD
from store.press.dump.lines.lines import Line
from store.press.forms.bylines import is_byline
from store.press.forms.endings import is_finished
from store.press.forms.patterns import DATE_LINE, HAN
from store.press.text.characters import ends_sentence

_PICTURED = frozenset("摄攝图圖")
_MASTHEAD = re.compile(rf"{HAN}{{2,10}}(?:[报刊]|电讯)|[^。，]{{0,16}}{DATE_LINE}")
_FEWEST = 2
_LONGEST_TITLE = 24
_CONTACT = re.compile(r"[0-9]{3}|:")
_PARAGRAPHS = 2
"""The most paragraphs of a photo story in a row of such."""


def tell_briefs(lines: Sequence[Line]) -> list[Line]:
    """Return `lines`; where a page holds nothing but photo stories, each begins with a lead.

    Some of them may have a title.
    """
    if any(line.kind for line in lines) or sum(map(_is_pictured, lines)) < _FEWEST:
        return list(lines)
    top = _masthead(lines)
    return [*lines[:top], *_briefs(lines[top:])]


def _masthead(lines: Sequence[Line]) -> int:
    """Return how many lines at the top name the paper or its day."""
    names = (at for at, line in enumerate(lines) if not _MASTHEAD.fullmatch(line.folded))
    return next(names, 0)


def _briefs(lines: Sequence[Line]) -> list[Line]:
    """Return `lines` with what each photo story begins and ends with told, if they are such."""
    credits = [_is_credit(line) for line in lines]
    closed = [credit or _is_credited(line) for credit, line in zip(credits, lines, strict=True)]
    titles = [
        _is_title(line) and not closed[at] and (at == 0 or closed[at - 1])
        for at, line in enumerate(lines)
    ]
    if closed.count(True) < _FEWEST or not _are_stories(lines, closed, titles):
        return list(lines)
    told = []
    for at, line in enumerate(lines):
        begins = not credits[at] and (at == 0 or closed[at - 1] or titles[at - 1])
        kind = HEAD if titles[at] else CREDIT if credits[at] else LEAD if begins else ""
        told.append(replace(line, kind=kind))
    return told


def _is_credit(line: Line) -> bool:
    return _is_pictured(line) and is_byline(line.folded)


def _is_pictured(line: Line) -> bool:
    return not _PICTURED.isdisjoint(line.text[-8:])


def _is_credited(line: Line) -> bool:
    return _is_pictured(line) and is_finished(line.text)


def _is_title(line: Line) -> bool:
    short = 1 < len(line.text) <= _LONGEST_TITLE and not _CONTACT.search(line.folded)
    return short and not ends_sentence(line.text.rstrip("！？!?”’」』"))


def _are_stories(lines: Sequence[Line], closed: Sequence[bool], titles: Sequence[bool]) -> bool:
    """Return whether all `lines` are titles and paragraphs, few of these before each credit."""
    paragraphs = 0
    for line, closes, titled in zip(lines, closed, titles, strict=True):
        if not closes and not titled and not ends_sentence(line.text):
            return False
        paragraphs = 0 if closes else paragraphs + (not titled)
        if paragraphs > _PARAGRAPHS:
            return False
    return closed[-1]
