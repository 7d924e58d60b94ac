"""The letters of a page as PDFium finds them: each with the cell that it fills, and its size.

The page is turned so that most of its letters stand upright. Places count from the upper left
corner of what is shown of it, in points.
"""

import ctypes
import re
from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from typing import NamedTuple

import pypdfium2 as pdfium
from msgspec import Struct
from pypdfium2 import raw

from store.press.pdf.asked import cells_of, settings_of, turns_of

_BELOW = 0.12
"""The part of a letter's cell that lies below its baseline."""
_WORD = re.compile(r"[^\0\s\ufeff\u200b]+")
_BLANK = re.compile("[ \u00a0\u2002\u2003\u2009\u3000]")
_HYPHEN = re.compile("[\x02\u00ad\ufffe]")
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


class Glyphs(Struct, gc=False):
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
    count = text.count_chars()
    sample = range(0, count, max(1, count // _SAMPLE))
    turns: Counter[int] = Counter()
    for at, turn in zip(sample, turns_of(text, sample), strict=True):
        if turn is not None:
            turns[turn] += not raw.FPDFText_IsGenerated(text.raw, at)
    most = turns.most_common(1)[0][0] if turns else 0
    left, bottom, right, top = page.get_cropbox()
    return Frame(left, bottom, right, top, most)


def read_glyphs(text: pdfium.PdfTextPage, frame: Frame) -> tuple[list[Glyphs], int]:
    """Return the letters in the order in which they are drawn.

    With them comes how many there are of which the page does not say what letters they are.
    """
    letters, nameless = _letters(text)
    letters = _HYPHEN.sub("-", letters)
    words = [word.span() for word in _WORD.finditer(letters)]
    pieces = list(_words(letters, words, text, frame))
    apart = [at for at, piece in enumerate(pieces) if words[at][1] - words[at][0] > len(piece.text)]
    others = [number for at in apart for number in range(words[at][0] + 1, words[at][1])]
    one_by_one = _placed(letters, others, text, frame)
    found: list[Glyphs] = []
    behind = 0
    for (start, end), piece in zip(words, pieces, strict=True):
        if blank := _BLANK.search(letters, behind, start):
            drawn = not raw.FPDFText_IsGenerated(text.raw, blank.start())
            piece.blank, piece.drawn = blank[0], drawn
        found.append(piece)
        found += islice(one_by_one, end - start - len(piece.text))
        behind = end
    return found, nameless


def _words(
    letters: str, words: Sequence[tuple[int, int]], text: pdfium.PdfTextPage, frame: Frame
) -> Iterator[Glyphs]:
    """Yield each of `words`, or its first letter where its letters have to be asked for one by one.

    A page has thousands of letters, and each question to PDFium costs half a microsecond: if the
    first and the last stand as far apart as they should, those between are not asked for.
    """
    ends = [at for start, end in words for at in dict.fromkeys((start, end - 1))]
    placed = _placed(letters, ends, text, frame)
    for start, end in words:
        first = next(placed)
        whole = _between(letters[start:end], first, next(placed)) if end > start + 1 else first
        yield whole or first


def _letters(text: pdfium.PdfTextPage) -> tuple[str, int]:
    """Return a page's letters, and how many of them have no name, for which there is a NUL."""
    handle, count = text.raw, text.count_chars()
    sample = range(0, count, max(1, count // _SAMPLE))
    if not any(raw.FPDFText_HasUnicodeMapError(handle, at) for at in sample):
        units = array("H", bytes(2 * count + 2))
        place = ctypes.cast(units.buffer_info()[0], _Units)
        written = raw.FPDFText_GetText(handle, 0, count, place)
        letters = units[: written - 1].tobytes().decode("utf-16-le", "replace")
        if len(letters) == count:  # else some are left out, or take two units
            return letters, letters.count("\0")
    named = [not raw.FPDFText_HasUnicodeMapError(handle, at) for at in range(count)]
    codes = (raw.FPDFText_GetUnicode(handle, at) for at in range(count))
    letters = "".join(
        chr(code) if name and code < _UNICODE else "\0"
        for code, name in zip(codes, named, strict=True)
    )
    return letters, letters.count("\0")


def _placed(
    letters: str, numbers: Sequence[int], text: pdfium.PdfTextPage, frame: Frame
) -> Iterator[Glyphs]:
    """Yield the letters of these `numbers`, each of which is set as the one before in its line."""
    cells = list(cells_of(text, numbers))
    lines = [(top, bottom) for _, _, _, top, _, bottom in cells]
    begin = [at for at, line in enumerate(lines) if at == 0 or line != lines[at - 1]]
    settings = settings_of(text, [numbers[at] for at in begin])
    for (start, end), (turn, width, size) in zip(
        pairwise([*begin, len(cells)]), settings, strict=True
    ):
        below, above = _BELOW * size, (1 - _BELOW) * size
        turned = (turn - frame.turn) % 4
        for at, (x, y, left, top, right, bottom) in zip(
            numbers[start:end], cells[start:end], strict=True
        ):
            char = letters[at]
            narrow = top - bottom if turn % 2 else right - left
            along = width if char > _FULL_WIDTH else narrow
            x, y = frame.point(x, y)
            if turned == 0:
                yield Glyphs(char, x, y - above, x + along, y + below, size, at)
            elif turned == 3:
                yield Glyphs(char, x - below, y, x + above, y + along, size, at)
            elif turned == 1:
                yield Glyphs(char, x - above, y - along, x + below, y, size, at)
            else:
                yield Glyphs(char, x - along, y - below, x, y + above, size, at)


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
