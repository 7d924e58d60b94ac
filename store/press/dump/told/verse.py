"""Verse, told before lines are weighed: short lines alike under a headline, or a title and a poet.

A poem has no stops by which its lines could be known: its title stands where something begins, who
wrote it stands below, and short lines follow up to the next title with its author.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from msgspec.structs import replace

from store.press.dump.lines.kinds import BODY, BYLINE, HEAD
from store.press.dump.lines.lines import INDENT, Line
from store.press.forms.bylines import is_byline, names_author
from store.press.forms.patterns import unspaced
from store.press.forms.surnames import are_people
from store.press.text.characters import ends_sentence

_FEWEST, _SHORTEST = 4, 2
"""Lines of a poem, and of one on a page of poems."""
_TUNE = re.compile("[\u4e00-\u9fff]{2,4}[·•]")
"""七绝·过石门 is a title: its tune, and what it is about."""
_FIGURES = re.compile("[0-9:：]")
"""What lists and tables hold, and verse seldom."""
_LONGEST = 20
"""Characters of a line of verse, or of a title."""


def tell_verse(lines: Sequence[Line]) -> list[Line]:
    """Return `lines`; where short ones alone stand under a told headline, they are its text."""
    told = lines = _set_in(lines)
    titles = [at for at in range(len(lines) - 1) if _is_title(lines, at)]
    for start, end in _poems(lines, titles):
        told[start + 2 : end] = [replace(line, kind=BODY) for line in lines[start + 2 : end]]
        for title in {start, end}.intersection(titles):
            told[title] = replace(lines[title], kind=HEAD)
            told[title + 1] = replace(lines[title + 1], kind=BYLINE)
    for start, end in _under_heads(told):
        verse = told[start:end]
        if len(verse) >= _FEWEST and all(len(line.text) <= _LONGEST for line in verse):
            told[start:end] = [replace(line, kind=BODY) for line in verse]
    return told if any(line.kind for line in told) else _whole(told)


def _whole(lines: list[Line]) -> list[Line]:
    """Return `lines`; where all are one poem in stanzas, its title and its text are told."""
    stanzas = sum(line.gap > 0 for line in lines[2:])
    few = not stanzas or len(lines) < _FEWEST + _SHORTEST * stanzas
    if few or not all(_is_verse(line) and not _FIGURES.search(line.text) for line in lines):
        return lines
    signed = lines[1].gap < lines[2].gap
    head = [HEAD, BYLINE] if signed else [HEAD]
    kinds = head + [BODY] * (len(lines) - len(head))
    return [replace(line, kind=kind) for line, kind in zip(lines, kinds, strict=True)]


def _set_in(lines: Sequence[Line]) -> list[Line]:
    """Return `lines` with verse that is set in told, and the flush title and poet over it."""
    told = list(lines)
    start = 0
    for inside, run in groupby(lines, key=lambda line: line.indent >= INDENT):
        end = start + len(list(run))
        verse = inside and all(map(_is_verse, lines[start:end]))
        if verse and end - start >= _FEWEST and start and _is_verse(lines[start - 1]):
            told[start:end] = [replace(line, kind=BODY) for line in lines[start:end]]
            signed = start > 1 and _is_poet(lines[start - 1]) and _is_verse(lines[start - 2])
            kinds = (HEAD, BYLINE) if signed else (HEAD,)
            for at, kind in enumerate(kinds, start - len(kinds)):
                told[at] = replace(lines[at], kind=kind)
        start = end
    return told


def _poems(lines: Sequence[Line], titles: Sequence[int]) -> list[tuple[int, int]]:
    """Return where each of the `titles` of verse stands, and where the verse under it ends."""
    found = []
    for start, limit in pairwise((*titles, len(lines))):
        end = start + 2
        while end < limit and _is_verse(lines[end]):
            end += 1
        if end < limit and not lines[end].kind:
            end -= 1  # prose follows, under a title without an author
        found.append((start, end))
    fewest = 2 + (_SHORTEST if any(end - start >= 2 + _FEWEST for start, end in found) else _FEWEST)
    return [(start, end) for start, end in found if end - start >= fewest]


def _is_title(lines: Sequence[Line], at: int) -> bool:
    """Return whether a title stands here, where something begins, and who wrote it below."""
    line, author = lines[at], lines[at + 1]
    titled = line.kind == HEAD and len(line.text) <= _LONGEST
    if not (titled or (_is_verse(line) and not author.gap)) or author.kind not in ("", BYLINE):
        return False
    if ends_sentence(line.text) and line.text[-1] not in "）)”？！":
        return False
    if not _is_poet(author):
        return False
    marked = not are_people(unspaced(author.folded))
    before = lines[at - 1] if at else None
    begins = titled or before is None or line.gap > 0 or bool(before.kind) or not _is_verse(before)
    prose = at + 2 < len(lines) and not _is_verse(lines[at + 2])
    return (begins or marked or prose) and not is_byline(line.folded)


def _is_poet(line: Line) -> bool:
    short = len(line.text) <= 2 * _LONGEST
    return short and names_author(line.folded) and not _TUNE.match(line.text)


def _is_verse(line: Line) -> bool:
    return not line.kind and len(line.text) <= _LONGEST and "。" not in line.text[:-1]


def _under_heads(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Yield the runs of lines that are not told, each under a headline or an author that is."""
    start = 0
    for at in range(len(lines) + 1):
        if at == len(lines) or lines[at].kind:
            if 0 < start < at and lines[start - 1].kind in (HEAD, BYLINE):
                yield start, at
            start = at + 1
