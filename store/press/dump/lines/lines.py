"""The lines of a source, and their layout: width, indent, blank lines before them."""

from collections.abc import Iterator, Sequence
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from store.press.dump.lines.look import Look, SetLine
from store.press.text.characters import folded

INDENT = 2
"""Cells of blank before a line that begins a paragraph: two ideographic blanks make four."""


class Line(Struct, frozen=True, dict=True):
    """One line as read; after unwrapping it may be several of the source."""

    text: str
    """Without blanks around it."""
    first: int
    """Its first and last line in the source, from 1."""
    last: int
    indent: int = 0
    """Cells of blank before it."""
    gap: int = 0
    """How many blank lines stand before it; a form feed counts as PAGE_BREAK."""
    full: bool = False
    """It fills the width of a hard-wrapped page, so the next line may continue it."""
    kind: str = ""
    """What it is (see `kinds`), where a fixed form tells for certain; weighed lines have none."""
    look: Look | None = None
    """How it is set, where its source tells."""

    @cached_property
    def folded(self) -> str:
        """The text as patterns want it (see `folded`), character by character."""
        return folded(self.text)


PAGE_BREAK = 1000


def split_lines(text: str, given: Sequence[SetLine] = ()) -> list[Line]:
    r"""Return the lines of cleaned `text` that are not blank; `given` is how each is set, or none.

    Raises ValueError when there are not as many of both.
    """
    lines = list(_lines(text))
    if not given:
        return lines
    if text.count("\n") + 1 != len(given):
        raise ValueError("there is not one look for each line of the text")
    return [replace(line, look=given[line.first - 1].look) for line in lines]


def _lines(text: str) -> Iterator[Line]:
    gap = 0
    for number, raw in enumerate(text.split("\n"), 1):
        stripped = raw.strip()
        if "\f" in raw:
            gap = PAGE_BREAK
            raw = raw.replace("\f", "")
            stripped = raw.strip()
        if not stripped:
            gap += 1
            continue
        indent = 0
        if raw[0] != stripped[0]:
            blank = raw[: len(raw) - len(raw.lstrip())]
            indent = len(blank) + blank.count("\u3000")
        yield Line(stripped, number, number, indent, gap)
        gap = 0
