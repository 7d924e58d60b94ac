"""What PDFium is asked for each letter of a page, and for each thing on it: for many at once.

A page has thousands of them. To wrap each address in an object, as ctypes does for `pypdfium2`,
takes longer than the answer: here addresses are numbers, and the answers lie in one array.
"""

import ctypes
from array import array
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import repeat
from math import hypot
from typing import TypeAlias

import pypdfium2 as pdfium
from pypdfium2 import raw

_INT, _DOUBLE, _ADDRESS = ctypes.c_int, ctypes.c_double, ctypes.c_void_p
_Kind: TypeAlias = type[ctypes.c_int] | type[ctypes.c_double] | type[ctypes.c_void_p]
_Thing: TypeAlias = "ctypes._FuncPointer | ctypes._Pointer[ctypes.Structure]"
_RECT, _MATRIX = 4, 6
"""Numbers of a rectangle, and of a matrix."""

Bounds: TypeAlias = tuple[float, float, float, float]
"""The edges to the left, below, to the right and above."""
Cell: TypeAlias = tuple[float, float, float, float, float, float]
"""Where a letter's baseline begins, from the left and from below, and the edges of its box: to the
left, above, to the right and below."""
Setting: TypeAlias = tuple[int, float, float]
"""By how many quarters a letter's baseline is turned to the left, the width of one that is as wide
as high, and its size."""


def _address(thing: _Thing) -> int:
    return ctypes.cast(thing, _ADDRESS).value or 0


def _by_address(function: _Thing, result: _Kind, *takes: _Kind) -> Callable[..., float]:
    return ctypes.CFUNCTYPE(result, *takes)(_address(function))


_object_at = _by_address(raw.FPDFPage_GetObject, _ADDRESS, _ADDRESS, _INT)
_kind_of = _by_address(raw.FPDFPageObj_GetType, _INT, _ADDRESS)
_bounds_of = _by_address(raw.FPDFPageObj_GetBounds, _INT, *[_ADDRESS] * 5)
_origin_of = _by_address(raw.FPDFText_GetCharOrigin, _INT, _ADDRESS, _INT, _ADDRESS, _ADDRESS)
_box_of = _by_address(raw.FPDFText_GetLooseCharBox, _INT, _ADDRESS, _INT, _ADDRESS)
_matrix_of = _by_address(raw.FPDFText_GetMatrix, _INT, _ADDRESS, _INT, _ADDRESS)
_points_of = _by_address(raw.FPDFText_GetFontSize, _DOUBLE, _ADDRESS, _INT)


def cells_of(text: pdfium.PdfTextPage, letters: Sequence[int]) -> Iterator[Cell]:
    """Return where the letters of these numbers stand."""
    x, y = (array("d", bytes(8 * len(letters))) for _ in range(2))
    boxes = array("f", bytes(4 * _RECT * len(letters)))
    page = repeat(_address(text.raw))
    _run(map(_origin_of, page, letters, _places(x, 1), _places(y, 1)))
    _run(map(_box_of, page, letters, _places(boxes, _RECT)))
    return zip(x, y, *(boxes[edge::_RECT] for edge in range(_RECT)), strict=True)


def settings_of(text: pdfium.PdfTextPage, letters: Sequence[int]) -> Iterator[Setting]:
    """Return how the letters of these numbers are set."""
    points = map(_points_of, repeat(_address(text.raw)), letters)
    for size, (_, a, b, c, d) in zip(points, _matrices(text, letters), strict=True):
        yield _turn(a, b), size * hypot(a, b), size * hypot(c, d)


def turns_of(text: pdfium.PdfTextPage, letters: Sequence[int]) -> Iterator[int | None]:
    """Return how the letters of these numbers are turned, None where PDFium does not know."""
    for known, a, b, _, _ in _matrices(text, letters):
        yield _turn(a, b) if known else None


def _matrices(
    text: pdfium.PdfTextPage, letters: Sequence[int]
) -> Iterator[tuple[float, float, float, float, float]]:
    """Return whether PDFium knows the matrix of each letter, and its first four numbers."""
    found = array("f", bytes(4 * _MATRIX * len(letters)))
    known = list(map(_matrix_of, repeat(_address(text.raw)), letters, _places(found, _MATRIX)))
    a, b, c, d = (found[at::_MATRIX] for at in range(4))
    return zip(known, a, b, c, d, strict=True)


def things_on(
    page: pdfium.PdfPage, kinds: Sequence[int], most: int
) -> Iterator[tuple[int, Bounds]]:
    """Yield the kind and the bounds of each thing on `page` that is of these `kinds`.

    So many things at `most` are looked at.
    """
    handle = _address(page.raw)
    bounds = array("f", bytes(4 * _RECT))
    edges = [bounds.buffer_info()[0] + 4 * at for at in range(_RECT)]
    for at in range(min(raw.FPDFPage_CountObjects(page.raw), most)):
        thing = _object_at(handle, at)
        kind = _kind_of(thing)
        if kind in kinds and _bounds_of(thing, *edges):
            left, below, right, above = bounds
            yield int(kind), (left, below, right, above)


def _places(answers: "array[float]", each: int) -> range:
    """Return the addresses at which `answers` of so many numbers each begin."""
    address, count = answers.buffer_info()
    return range(address, address + count * answers.itemsize, each * answers.itemsize)


def _run(asked: Iterable[float]) -> None:
    deque(asked, maxlen=0)


def _turn(a: float, b: float) -> int:
    """Return by how many quarters a baseline in the direction (`a`, `b`) is turned to the left."""
    if abs(a) >= abs(b):
        return 0 if a >= 0 else 2
    return 1 if b > 0 else 3
