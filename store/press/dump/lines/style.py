"""The habits of a whole source, by which each of its lines is judged."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from store.press.dump.lines.lines import INDENT, Line
from store.press.text.characters import ends_sentence

_LONG = 40
_LONGER_THAN_A_HEADLINE = 70


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
    )


def _several(counts: Counter[str]) -> frozenset[str]:
    return frozenset(text for text, count in counts.items() if count > 1)
