"""The paragraphs and heads of a column, as its lines show them.

A paragraph begins with an indent, or where the line before it ends short; a head is set larger than
the text, or bold; crossheads and bylines may stand in the middle.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from msgspec import Struct

from store.press.pdf.columns import TextRow
from store.press.pdf.items import AT_EDGE, HEAD, Measure
from store.press.text.characters import cells, ends_sentence, is_cjk
from store.press.text.join_text import join_text

INDENT = 0.8
"""The least indent, in parts of a letter's size."""
_SHORT = 1.6
"""The space at the end of a line at which it is not full."""
_APART = 0.8
"""Space beyond the usual that parts two lines."""
_HEAD_GAP = 1.2
_SET_ASIDE = 4.0
"""No paragraph is indented by so much."""
_MOST_HEAD_LINES = 4
_ALIKE = 1.1
_CENTRED, _BALANCED = 2.5, 1.2
_SAME_LENGTH = 4
"""Cells by which the lines of a headline in two halves differ at most."""


class Block(Struct, gc=False):
    """A paragraph or a head, or what a column has of one."""

    rows: list[TextRow]
    head: bool = False
    indented: bool = False
    first: bool = False
    """It stands first in its column."""
    framed: int = 0
    role: str = ""
    """What its place on the page says that it is."""

    @property
    def size(self) -> float:
        """The size of its letters."""
        return self.rows[0].size

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all(row.bold for row in self.rows)

    @property
    def text(self) -> str:
        """Its text, without the breaks between its lines; the halves of a headline stay apart."""
        texts = [row.text for row in self.rows]
        lengths = [cells(text) for text in texts]
        if self.head and max(lengths) - min(lengths) <= _SAME_LENGTH:
            return " ".join(texts)
        return join_text(texts)

    @property
    def centred(self) -> bool:
        """Whether it is one line that stands in the middle of its column."""
        row = self.rows[0]
        before, behind = row.start - row.edges.start, row.edges.end - row.end
        return (
            len(self.rows) == 1
            and min(before, behind) > _CENTRED * row.size
            and abs(before - behind) < _BALANCED * row.size
            and not ends_sentence(row.text)
        )

    def breaks_off(self, following: str) -> bool:
        """Return whether its column ends before it does, so that `following` may go on with it."""
        row = self.rows[-1]
        if self.head or _is_aside(row) or not (self.indented or len(self.rows) > 1):
            return False
        return is_full(row, following) and not ends_sentence(row.text)


def is_full(row: TextRow, following: str = "") -> bool:
    """Return whether the first word of `following` would have had no room behind `row`."""
    word = following.split(" ", 1)[0] if following and not is_cjk(following[0]) else ""
    width = len(word) * (row.end - row.start) / max(1, len(row.text))
    return row.edges.end - row.end < max(_SHORT * row.size, width + 0.3 * row.size)


def blocks_of(rows: Sequence[TextRow], measure: Measure, framed: int = 0) -> list[Block]:
    """Return what the lines of a column make, which stands in the frame of this number."""
    found: list[Block] = []
    for row in rows:
        head = row.size >= HEAD * measure.size
        joins = framed != AT_EDGE or head
        if found and joins and _goes_on(row, measure, found[-1]):
            found[-1].rows.append(row)
        else:
            inset = joins and not head and _is_inset(row)
            found.append(Block([row], head, inset, framed=framed))
    if found:
        found[0].first = True
    return found


def _is_inset(row: TextRow) -> bool:
    """Return whether a line is indented as the first of a paragraph is."""
    return row.start - row.edges.start >= INDENT * row.size and not _is_aside(row)


def _is_aside(row: TextRow) -> bool:
    """Return whether a line stands to the right, or in the middle."""
    return row.start - row.edges.start > _SET_ASIDE * row.size


def _goes_on(row: TextRow, measure: Measure, block: Block) -> bool:
    """Return whether `row` goes on with the `block` before it."""
    before = block.rows[-1]
    alike = before.size < _ALIKE * row.size and row.size < _ALIKE * before.size
    if not alike or before.bold != row.bold or before.cross != row.cross:
        return False
    gap = _gap(before, row)
    if block.head:
        return gap < _HEAD_GAP * row.size and len(block.rows) < _MOST_HEAD_LINES
    if gap > measure.gap + _APART * row.size or _is_aside(before) or _is_aside(row):
        return False
    if _is_inset(row):
        set_in = abs(row.start - before.start) < INDENT * row.size / 2
        return set_in and is_full(before) and not ends_sentence(before.text)
    return is_full(before, row.text)


def _gap(before: TextRow, row: TextRow) -> float:
    """Return the space between two lines; upright ones stand beside each other."""
    if row.cross:
        return max(before.start - row.end, row.start - before.end)
    return row.top - before.bottom


def are_indented(columns: Iterable[Sequence[TextRow]]) -> bool:
    """Return whether paragraphs are indented, as most lines are behind one that ends short."""
    indented = flush = 0
    for rows in columns:
        for before, row in pairwise(rows):
            if ends_sentence(before.text) and not is_full(before, row.text):
                indented += _is_inset(row)
                flush += not _is_inset(row)
    return indented >= flush
