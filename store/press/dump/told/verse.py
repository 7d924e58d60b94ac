"""Verse, told before lines are weighed: short lines alike, under a headline that is told."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from store.press.dump.lines.kinds import BODY, BYLINE, HEAD
from store.press.dump.lines.lines import Line

_FEWEST = 4
_LONGEST = 20


def tell_verse(lines: Sequence[Line]) -> list[Line]:
    """Return `lines`; where short ones alone stand under a told headline, they are its text."""
    told = list(lines)
    for start, end in _under_heads(lines):
        verse = lines[start:end]
        if len(verse) >= _FEWEST and all(len(line.text) <= _LONGEST for line in verse):
            told[start:end] = [replace(line, kind=BODY) for line in verse]
    return told


def _under_heads(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Yield the runs of lines that are not told, each under a headline or an author that is."""
    start = 0
    for at in range(len(lines) + 1):
        if at == len(lines) or lines[at].kind:
            if 0 < start < at and lines[start - 1].kind in (HEAD, BYLINE):
                yield start, at
            start = at + 1
