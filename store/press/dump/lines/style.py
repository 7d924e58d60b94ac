"""The habits of a whole source, by which each of its lines is judged."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from store.press.dump.lines.lines import INDENT, Line
from store.press.dump.lines.look import LARGER
from store.press.text.characters import ends_sentence

_LONG = 40
_LONGER_THAN_A_HEADLINE = 70
_TOP = 2


class Style(NamedTuple):
    """The habits of a source."""

    indented: bool = False
    """Paragraphs are indented; a line that is not is a headline or the rest of a paragraph."""
    cut: bool = True
    """Columns have cut paragraphs: more long lines end in mid-sentence than papers print."""
    running: frozenset[str] = frozenset()
    """Lines that return at the top of pages."""
    repeated: frozenset[str] = frozenset()
    """Short lines that stand more than once: columns, furniture."""
    apart: bool = False
    """Its source tells how lines are set, and some are set apart, as heads are."""
    larger: bool = False
    """So they are, and larger than text."""


def style_of(pages: Sequence[Sequence[Line]]) -> Style:
    """Return the style of a source, given the lines of its pages."""
    lines = [line for page in pages for line in page]
    long = [line for line in lines if len(line.text) > _LONG]
    sure = [line for line in lines if len(line.text) > _LONGER_THAN_A_HEADLINE]
    seen = Counter(line.text for line in lines if len(line.text) <= 20)
    tops = Counter(line.text for page in pages for line in page[:3] if len(line.text) <= 20)
    return Style(
        indented=sum(line.indent >= INDENT for line in long) * 2 > len(long) > 2,
        cut=sum(not ends_sentence(line.text) for line in sure) * 25 > len(sure),
        running=_several(tops),
        repeated=_several(seen),
        apart=_some_apart(lines),
        larger=_some_apart(lines) and _some_larger(lines),
    )


def _several(counts: Counter[str]) -> frozenset[str]:
    return frozenset(text for text, count in counts.items() if count > 1)


def _some_apart(lines: Sequence[Line]) -> bool:
    """Return whether some lines are set apart, and not most of the text."""
    apart = sum(len(line.text) for line in lines if line.look is not None and line.look.apart)
    return 0 < 2 * apart < sum(len(line.text) for line in lines)


def _some_larger(lines: Sequence[Line]) -> bool:
    """Return whether lines are larger than text, beyond those that a masthead has at the top."""
    return any(line.look is not None and line.look.size >= LARGER for line in lines[_TOP:])
