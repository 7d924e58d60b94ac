"""How lines are set, where a source tells it: a page of a PDF, a document of an office.

Rooms of such sources hand their lines to the reader of dumps as `SetLine`s, and how each is set is
one more evidence for what it is: see `store.press.dump.classify.by_look`.
"""

import re
from collections.abc import Iterable

from msgspec import Struct

from store.press.dump.lines.kinds import COLUMN, CROSSHEAD, HEAD

_OF_HEADS = frozenset({COLUMN, HEAD, CROSSHEAD})
_NEWLINE = re.compile("[\n\r\x0b\x85\u2028\u2029]")

LARGER, MUCH_LARGER, SMALLER = 1.15, 1.6, 0.87
"""Sizes beside that of most text from which a line is set apart."""


class Look(Struct, frozen=True):
    """How a line is set; lines that are set alike have equal looks."""

    size: float = 1.0
    """The height of its letters, 1 being that of most text in its source; in tenths."""
    bold: bool = False
    centred: bool = False
    role: str = ""
    """The kind of line (see `kinds`) that its style is made for, as a heading's is HEAD."""

    @property
    def apart(self) -> bool:
        """Whether it is set as heads are, and not as text is."""
        return self.size >= LARGER or self.bold or self.centred or self.role in _OF_HEADS


class SetLine(Struct, frozen=True):
    """A line of such a source; without text it is a blank one, and a form feed begins a page."""

    text: str = ""
    """With the blanks that indent it."""
    look: Look = Look()


def text_of(lines: Iterable[SetLine]) -> str:
    """Return the text of `lines`, each of which is one line of it."""
    return "\n".join(_NEWLINE.sub(" ", line.text) for line in lines)
