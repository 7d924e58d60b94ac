"""The letters of a page as PDFium finds them: each with the cell that it fills, and its size.

The page is turned so that most of its letters stand upright. Places count from the upper left
corner of what is shown of it, in points.
"""

import ctypes
import re
from collections import Counter
from math import hypot
from typing import NamedTuple

import pypdfium2 as pdfium
from pypdfium2 import raw

_BELOW = 0.12
"""The part of a letter's cell that lies below its baseline."""
BLANKS = frozenset(" \u00a0\u2002\u2003\u2009\u3000")
_WORD = re.compile(r"[^\0\s\ufeff\u200b]+")
_HYPHEN = dict.fromkeys(map(ord, "\x02\u00ad\ufffe"), "-")
"""What PDFium gives for a hyphen at the end of a line, and what divides a word where it must."""
_LEVEL = 0.3
_WIDE, _NARROW = 0.6, (0.15, 0.55)
"""From letter to letter, in parts of their size, of wide ones and of others: at least, at most.

A gutter may be as narrow as a letter, and PDFium does not always see it.
"""
_UNICODE = 0x110000
_Units = ctypes.POINTER(ctypes.c_ushort)
_FULL_WIDTH = "\u2e7f"
_SAMPLE = 60
"""So many letters tell how a page is turned."""


class Glyphs(NamedTuple):
    """Letters that are drawn one after another, and the space that they fill."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    at: int
    """The number of the first in the page's text, by which its font can be asked for."""
    down: bool | None = None
    """Whether they stand beneath each other; None for a lone letter."""
    blank: str = ""
    """What stands before them, between words."""
    drawn: bool = False
    """That blank is on the page; else PDFium saw a gap there."""


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


def read_glyphs(text: pdfium.PdfTextPage, frame: Frame) -> tuple[list[Glyphs], int]:
    """Return the letters in the order in which they are drawn.

    With them comes how many there are of which the page does not say what letters they are.
    """
    letters, nameless = _letters(text)
    letters = letters.translate(_HYPHEN)
    places = _Places(text, frame)
    found: list[Glyphs] = []
    end = 0
    for word in _WORD.finditer(letters):
        between = range(end, word.start())
        start, end = word.span()
        first, *others = places.of(word[0], start)
        if (at := next((at for at in between if letters[at] in BLANKS), -1)) >= 0:
            drawn = not raw.FPDFText_IsGenerated(text.raw, at)
            first = first._replace(blank=letters[at], drawn=drawn)
        found += (first, *others)
    return found, nameless


def _letters(text: pdfium.PdfTextPage) -> tuple[str, int]:
    """Return a page's letters, and how many of them have no name, for which there is a NUL."""
    handle, count = text.raw, text.count_chars()
    sample = range(0, count, max(1, count // _SAMPLE))
    if not any(raw.FPDFText_HasUnicodeMapError(handle, at) for at in sample):
        found = ctypes.create_string_buffer(2 * count + 2)
        written = raw.FPDFText_GetText(handle, 0, count, ctypes.cast(found, _Units))
        letters = found.raw[: 2 * written - 2].decode("utf-16-le", "replace")
        if len(letters) == count:  # else some are left out, or take two units
            return letters, letters.count("\0")
    named = [not raw.FPDFText_HasUnicodeMapError(handle, at) for at in range(count)]
    codes = (raw.FPDFText_GetUnicode(handle, at) for at in range(count))
    letters = "".join(
        chr(code) if name and code < _UNICODE else "\0"
        for code, name in zip(codes, named, strict=True)
    )
    return letters, letters.count("\0")


class _Places:
    """Where the letters of a page stand."""

    def __init__(self, text: pdfium.PdfTextPage, frame: Frame) -> None:
        self._handle = text.raw
        self._frame = frame
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._box, self._matrix = raw.FS_RECTF(), raw.FS_MATRIX()
        self._line = (-1.0, -1.0)
        self._turn = 0
        self._width = self._size = 0.0

    def of(self, word: str, start: int) -> list[Glyphs]:
        """Return the letters of a `word`, of which the first has the number `start`.

        A page has thousands of letters, and each question to PDFium costs half a microsecond: if
        the first and the last stand as far apart as they should, those between are not asked for.
        """
        first = self._one(word[0], start)
        if len(word) == 1:
            return [first]
        last = self._one(word[-1], start + len(word) - 1)
        if whole := _between(word, first, last):
            return [whole]
        return [first, *(self._one(char, start + at) for at, char in enumerate(word[1:], 1))]

    def _one(self, char: str, at: int) -> Glyphs:
        raw.FPDFText_GetCharOrigin(self._handle, at, self._x, self._y)
        raw.FPDFText_GetLooseCharBox(self._handle, at, self._box)
        box = self._box
        if self._line != (line := (box.top, box.bottom)):  # else it is set as the last one is
            self._line = line
            self._ask(at)
        along = box.top - box.bottom if self._turn % 2 else box.right - box.left
        width = self._width if char > _FULL_WIDTH else along
        x, y = self._frame.point(self._x.value, self._y.value)
        return self._placed(char, x, y, width, at)

    def _ask(self, at: int) -> None:
        """Ask how a letter is set: in what size, and turned how."""
        matrix = self._matrix
        raw.FPDFText_GetMatrix(self._handle, at, matrix)
        points = raw.FPDFText_GetFontSize(self._handle, at)
        self._turn = _turn(matrix.a, matrix.b)
        self._width = points * hypot(matrix.a, matrix.b)
        self._size = points * hypot(matrix.c, matrix.d)

    def _placed(self, char: str, x: float, y: float, width: float, at: int) -> Glyphs:
        """Return a letter whose baseline begins at a point of the page as it is read."""
        size = self._size
        below, above = _BELOW * size, (1 - _BELOW) * size
        turn = (self._turn - self._frame.turn) % 4
        if turn == 0:
            return Glyphs(char, x, y - above, x + width, y + below, size, at)
        if turn == 3:
            return Glyphs(char, x - below, y, x + above, y + width, size, at)
        if turn == 1:
            return Glyphs(char, x - above, y - width, x + below, y, size, at)
        return Glyphs(char, x - width, y - below, x, y + above, size, at)


def _between(word: str, first: Glyphs, last: Glyphs) -> Glyphs | None:
    """Return a `word` from its `first` to its `last` letter, None where they are no plain line."""
    size = first.size
    wide = (len(word.encode("utf-8", "replace")) - len(word)) // 2
    narrow = len(word) - wide
    least = size * (_WIDE * wide + _NARROW[0] * narrow - 1.6)
    most = size * (wide + _NARROW[1] * narrow - 0.5)
    across, down = last.left - first.left, last.top - first.top
    if last.size != size:
        return None
    if abs(down) < _LEVEL * size and max(least, 0) < across < most:
        box = (first.left, first.top, last.right, first.bottom)
        return Glyphs(word, *box, size, first.at, False)
    if abs(across) < _LEVEL * size and max(least, 0) < down < most:
        left, right = min(first.left, last.left), max(first.right, last.right)
        return Glyphs(word, left, first.top, right, last.bottom, size, first.at, True)
    return None
