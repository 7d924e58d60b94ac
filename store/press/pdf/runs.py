"""Runs of letters that are drawn one after another, and the direction in which a page is written.

From here on places are counted as its text is read: `along` the lines, and `down` from line to
line. On a page whose lines stand upright (直排) that is from above, and from the right.
"""

from collections.abc import Iterable
from math import inf

from msgspec import Struct

from store.press.pdf.glyphs import Glyphs

_ALIKE = 1.34
"""By how much letters of one run may differ in size."""
_ASIDE = 0.36
"""By how much of their size they may stand aside of each other."""
_NEAR, _PARTED = 0.8, 1.75
"""The widest gap between two letters of a run, and where a blank is drawn between them."""
_BELOW = 0.5
"""The widest gap at which a letter beneath another begins a run downward."""
_TELLING = 3
"""Letters of a run that tells how a page is written."""
_LATIN = "\u2e7f"
_DOUBLE = "—…─"
"""Two of these may be one shape."""
MARKS = "，。、；：！？”’）》〉」』】"
"""What fills half of its cell, and may hang over a column's edge."""
_MAY_PART = "\0"
BLANK, BLANK_BESIDE_LATIN = 0.45, 0.8
"""The gap between ideographs that is a blank, in a line that is not stretched; and that between an
ideograph and figures or Latin letters, which printers set apart without one."""
_STRETCHED = 4
"""In a line that is stretched, one gap in so many is as wide."""


class Run(Struct, gc=False):
    """Letters in a row, and the space that they fill; ``cross`` to the lines of the page."""

    text: str
    start: float
    top: float
    end: float
    bottom: float
    size: float
    at: int
    cross: bool = False

    @property
    def middle(self) -> float:
        """How far down it stands."""
        return (self.top + self.bottom) / 2


class _Drawn(Struct, gc=False):
    """A run as it is found: its pieces, and their texts with the blanks between them."""

    pieces: list[Glyphs]
    texts: list[str]
    down: bool | None = None
    """Whether it goes downward; None for a lone letter."""

    def __len__(self) -> int:
        return sum(len(piece.text) for piece in self.pieces)


def read_runs(glyphs: Iterable[Glyphs], width: float) -> tuple[list[Run], bool]:
    """Return the runs that `glyphs` make on a page of this `width`, and whether it is 直排."""
    drawn = _drawn(glyphs)
    lengths = [(each.down, len(each)) for each in drawn]
    down = sum(length for down, length in lengths if down and length >= _TELLING)
    along = sum(length for down, length in lengths if down is False and length >= _TELLING)
    vertical = down > along
    return [_run(each, width, vertical=vertical) for each in drawn], vertical


def _drawn(glyphs: Iterable[Glyphs]) -> list[_Drawn]:
    found: list[_Drawn] = []
    last: Glyphs | None = None
    for piece in glyphs:
        run = found[-1] if found else None
        if run is None or last is None:
            found.append(_Drawn([piece], [piece.text], piece.down))
        elif piece.text == last.text and _same_place(last, piece):
            # Drawn twice, as a shadow or to be bold; or two dashes that are one shape.
            if piece.text in _DOUBLE and piece.at == last.at + 1:
                run.texts.append(piece.text)
        else:
            down = _goes_on(run, last, piece)
            if down is None:
                found.append(_Drawn([piece], [piece.text], piece.down))
            else:
                run.down = down
                run.pieces.append(piece)
                run.texts += (_blank(last, piece), piece.text)
        last = piece
    return found


def _blank(last: Glyphs, piece: Glyphs) -> str:
    """Return what stands between two pieces; a gap alone may be a blank, or the line stretched."""
    if not piece.blank or piece.drawn:
        return piece.blank
    before, after = last.text[-1], piece.text[0]
    if before < _LATIN and after < _LATIN:
        return " "
    gap = max(piece.left - last.right, piece.top - last.bottom)
    return _MAY_PART if gap > least_blank(before, after) * last.size else ""


def least_blank(before: str, after: str) -> float:
    """Return how wide a gap between two letters has to be, in parts of their size, to be a blank.

    Not both of them are Latin letters or figures.
    """
    if after in MARKS:
        return inf
    return BLANK if before > _LATIN and after > _LATIN else BLANK_BESIDE_LATIN


def _same_place(one: Glyphs, other: Glyphs) -> bool:
    near = 0.3 * one.size
    return abs(one.left - other.left) < near and abs(one.top - other.top) < near


def _goes_on(run: _Drawn, last: Glyphs, piece: Glyphs) -> bool | None:
    """Return whether `piece` goes on with `run` downward; None where it begins a new one."""
    size = last.size
    if not size < _ALIKE * piece.size or not piece.size < _ALIKE * size:
        return None
    aside = 2 * _ASIDE * size
    parted = _PARTED if piece.drawn else 0.0
    along = not (run.down or piece.down)
    if along and abs(piece.top + piece.bottom - last.top - last.bottom) < aside:
        inked = last.right - size / 2 if last.text[-1] in MARKS else last.right
        start = max(last.left, last.right - size)
        if start + size / 8 < piece.left < inked + max(parted, _NEAR) * size:
            return False
    downward = run.down is not False and piece.down is not False
    if downward and abs(piece.left + piece.right - last.left - last.right) < aside:
        near = _NEAR if run.down else _BELOW
        if last.top + size / 8 < piece.top < last.bottom + max(parted, near) * size:
            return True
    return None


def _run(drawn: _Drawn, width: float, *, vertical: bool) -> Run:
    pieces = drawn.pieces
    first, last = pieces[0], pieces[-1]
    cross = drawn.down is not None and drawn.down != vertical
    if drawn.down:
        left, right = min(each.left for each in pieces), max(each.right for each in pieces)
        top, bottom = first.top, last.bottom
    else:
        left, right = first.left, last.right
        top, bottom = first.top, first.bottom
    text = "".join(drawn.texts)
    if _MAY_PART in text:
        stretched = text.count(_MAY_PART) * _STRETCHED > len(drawn)
        text = text.replace(_MAY_PART, "" if stretched else " ")
    if vertical:
        return Run(text, top, width - right, bottom, width - left, first.size, first.at, cross)
    return Run(text, left, top, right, bottom, first.size, first.at, cross)
