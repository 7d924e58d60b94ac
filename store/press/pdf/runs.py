"""Runs of letters that are drawn one after another, and the direction in which a page is written.

From here on places are counted as its text is read: `along` the lines, and `down` from line to
line. On a page whose lines stand upright (直排) that is from above, and from the right.
"""

from collections.abc import Iterable

from msgspec import Struct

from store.press.pdf.glyphs import BLANKS, GENERATED, Glyph

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
_BLANK = 0.45
"""The gap between ideographs that is a blank, in a line that is not stretched."""
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
    """A run as it is found: its letters, with the blanks between them."""

    glyphs: list[Glyph]
    chars: list[str]
    upright: bool | None = None
    """Whether it goes downward; None for a lone letter."""


def read_runs(glyphs: Iterable[Glyph], width: float) -> tuple[list[Run], bool]:
    """Return the runs that `glyphs` make on a page of this `width`, and whether it is 直排."""
    drawn = _drawn(glyphs)
    down = sum(len(each.glyphs) for each in drawn if each.upright and _tells(each))
    along = sum(len(each.glyphs) for each in drawn if each.upright is False and _tells(each))
    vertical = down > along
    return [_run(each, width, vertical=vertical) for each in drawn], vertical


def _tells(drawn: _Drawn) -> bool:
    return len(drawn.glyphs) >= _TELLING


def _drawn(glyphs: Iterable[Glyph]) -> list[_Drawn]:
    found: list[_Drawn] = []
    last: Glyph | None = None
    blank = ""
    drawn = False
    for glyph in glyphs:
        char = glyph.char
        if char == GENERATED or char in BLANKS:
            blank, drawn = char or blank or " ", drawn or char != GENERATED
            continue
        if last is not None:
            if char == last.char and _same_place(last, glyph):
                # Drawn twice, as a shadow or to be bold; or two dashes that are one shape.
                found[-1].chars += char if char in _DOUBLE and glyph.at == last.at + 1 else ""
                last = glyph
                continue
            run = found[-1]
            upright = _goes_on(run, last, glyph, _PARTED if drawn else 0.0)
            if upright is not None:
                run.upright = upright
                if blank and (drawn or (last.char < _LATIN and char < _LATIN)):
                    run.chars.append(blank)
                elif blank:
                    run.chars.append(_gap(last, glyph))
                run.glyphs.append(glyph)
                run.chars.append(char)
                last, blank, drawn = glyph, "", False
                continue
        found.append(_Drawn([glyph], [char]))
        last, blank, drawn = glyph, "", False
    return found


def _gap(last: Glyph, glyph: Glyph) -> str:
    """Return what may stand for a blank that only a gap shows."""
    gap = max(glyph.left - last.right, glyph.top - last.bottom)
    return _MAY_PART if gap > _BLANK * last.size else ""


def _same_place(one: Glyph, other: Glyph) -> bool:
    near = 0.3 * one.size
    return abs(one.left - other.left) < near and abs(one.top - other.top) < near


def _goes_on(run: _Drawn, last: Glyph, glyph: Glyph, parted: float) -> bool | None:
    """Return whether `glyph` goes on with `run` downward; None where it begins a new one."""
    size = last.size
    if not size < _ALIKE * glyph.size or not glyph.size < _ALIKE * size:
        return None
    aside = 2 * _ASIDE * size
    if not run.upright and abs(glyph.top + glyph.bottom - last.top - last.bottom) < aside:
        inked = last.right - size / 2 if last.char in MARKS else last.right
        if last.left + size / 8 < glyph.left < inked + max(parted, _NEAR) * size:
            return False
    if run.upright is not False and abs(glyph.left + glyph.right - last.left - last.right) < aside:
        near = _NEAR if run.upright else _BELOW
        if last.top + size / 8 < glyph.top < last.bottom + max(parted, near) * size:
            return True
    return None


def _run(drawn: _Drawn, width: float, *, vertical: bool) -> Run:
    glyphs = drawn.glyphs
    first, last = glyphs[0], glyphs[-1]
    cross = drawn.upright is not None and drawn.upright != vertical
    if drawn.upright:
        left, right = min(g.left for g in glyphs), max(g.right for g in glyphs)
        top, bottom = first.top, last.bottom
    else:
        left, right = first.left, last.right
        top, bottom = first.top, first.bottom
    text = "".join(drawn.chars)
    if _MAY_PART in text:
        stretched = text.count(_MAY_PART) * _STRETCHED > len(glyphs)
        text = text.replace(_MAY_PART, "" if stretched else " ")
    if vertical:
        return Run(text, top, width - right, bottom, width - left, first.size, first.at, cross)
    return Run(text, left, top, right, bottom, first.size, first.at, cross)
