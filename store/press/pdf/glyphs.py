"""The letters of a page as PDFium finds them: each with the cell that it fills, and its size.

The page is turned so that most of its letters stand upright. Places count from the upper left
corner of what is shown of it, in points.
"""

import ctypes
from collections import Counter
from math import hypot
from typing import NamedTuple

import pypdfium2 as pdfium
from pypdfium2 import raw

_BELOW = 0.12
"""The part of a letter's cell that lies below its baseline."""
BLANKS = frozenset(" \u00a0\u2002\u2003\u2009\u3000")
GENERATED = ""
"""A blank that is not on the page: PDFium saw a gap there."""
_NO_LETTERS = frozenset("\r\n\t\ufffe\ufeff\u200b")
_HYPHENS = frozenset("\x02\u00ad")
"""What PDFium gives for a hyphen at the end of a line, and what divides a word where it must."""
_FULL_WIDTH = "\u2e7f"
_SAMPLE = 200
"""So many letters tell how a page is turned."""


class Glyph(NamedTuple):
    """A letter, or a blank, and its cell."""

    char: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    at: int
    """Its number in the page's text, by which its font can be asked for."""


class Frame(NamedTuple):
    """The part of a page that is shown, and how it is turned."""

    left: float
    bottom: float
    right: float
    top: float
    turn: int = 0
    """Quarters with the clock, after which most letters stand upright."""

    @property
    def size(self) -> tuple[float, float]:
        """The width and height as it is read."""
        width, height = self.right - self.left, self.top - self.bottom
        return (height, width) if self.turn % 2 else (width, height)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Return where a point of the page lies, from the upper left corner."""
        if self.turn == 0:
            return x - self.left, self.top - y
        if self.turn == 1:
            return y - self.bottom, x - self.left
        if self.turn == 2:
            return self.right - x, y - self.bottom
        return self.top - y, self.right - x


def frame_of(page: pdfium.PdfPage, text: pdfium.PdfTextPage) -> Frame:
    """Return how a page lies, by how its letters stand."""
    count, matrix = text.count_chars(), raw.FS_MATRIX()
    turns: Counter[int] = Counter()
    for at in range(0, count, max(1, count // _SAMPLE)):
        if raw.FPDFText_GetMatrix(text.raw, at, matrix):
            turns[_turn(matrix.a, matrix.b)] += not raw.FPDFText_IsGenerated(text.raw, at)
    turn = turns.most_common(1)[0][0] if turns else 0
    left, bottom, right, top = page.get_cropbox()
    return Frame(left, bottom, right, top, turn)


def _turn(a: float, b: float) -> int:
    """Return by how many quarters a baseline in the direction (`a`, `b`) is turned to the left."""
    if abs(a) >= abs(b):
        return 0 if a >= 0 else 2
    return 1 if b > 0 else 3


def read_glyphs(text: pdfium.PdfTextPage, frame: Frame) -> tuple[list[Glyph], int]:
    """Return the letters and blanks in the order in which they are drawn.

    With them comes how many there are of which the page does not say what letters they are.
    """
    handle = text.raw
    x, y = ctypes.c_double(), ctypes.c_double()
    box, matrix = raw.FS_RECTF(), raw.FS_MATRIX()
    glyphs: list[Glyph] = []
    nameless = 0
    for at in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(handle, at)
        char = chr(code) if code < 0x110000 else "\0"
        if raw.FPDFText_HasUnicodeMapError(handle, at) or char == "\0":
            nameless += 1
            continue
        if char in _NO_LETTERS:
            continue
        if char in _HYPHENS:
            char = "-"
        if char in BLANKS and raw.FPDFText_IsGenerated(handle, at):
            glyphs.append(Glyph(GENERATED, 0.0, 0.0, 0.0, 0.0, 0.0, at))
            continue
        raw.FPDFText_GetCharOrigin(handle, at, x, y)
        raw.FPDFText_GetLooseCharBox(handle, at, box)
        raw.FPDFText_GetMatrix(handle, at, matrix)
        points = raw.FPDFText_GetFontSize(handle, at)
        turn = _turn(matrix.a, matrix.b)
        size = points * hypot(matrix.c, matrix.d)
        if char > _FULL_WIDTH:
            width = points * hypot(matrix.a, matrix.b)
        else:
            width = box.top - box.bottom if turn % 2 else box.right - box.left
        place = frame.point(x.value, y.value)
        glyphs.append(_placed(char, place, width, size, (turn - frame.turn) % 4, at))
    return glyphs, nameless


def _placed(
    char: str, place: tuple[float, float], width: float, size: float, turn: int, at: int
) -> Glyph:
    x, y = place
    below, above = _BELOW * size, (1 - _BELOW) * size
    if turn == 0:
        return Glyph(char, x, y - above, x + width, y + below, size, at)
    if turn == 3:
        return Glyph(char, x - below, y, x + above, y + width, size, at)
    if turn == 1:
        return Glyph(char, x - above, y - width, x + below, y, size, at)
    return Glyph(char, x - width, y - below, x, y + above, size, at)
