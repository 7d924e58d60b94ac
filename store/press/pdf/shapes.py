"""What is drawn on a page beside its letters: rules, frames around stories, pictures."""

from collections.abc import Iterator
from typing import NamedTuple

import pypdfium2 as pdfium
from pypdfium2 import raw

from store.press.pdf.asked import things_on
from store.press.pdf.glyphs import Frame

_KINDS = (raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE)
_MOST = 20_000
"""So many things of a page are looked at."""
_THIN = 4.0
"""Points that a rule is thick at most."""
_LONG = 30.0
"""Points that a rule or the side of a frame has at least."""
_WHOLE = 0.8
"""A frame around so much of a page is around no story."""


class Box(NamedTuple):
    """A space on a page, as its text is read: along the lines, and down from line to line."""

    start: float
    top: float
    end: float
    bottom: float


class Shapes(NamedTuple):
    """What is drawn on a page."""

    rules: list[Box]
    """Those that run along the lines of text."""
    frames: list[Box]
    pictures: list[Box]


def read_shapes(page: pdfium.PdfPage, frame: Frame, *, vertical: bool) -> Shapes:
    """Return what is drawn on `page`."""
    rules, frames, pictures = [], [], []
    width, height = frame.size
    for kind, box in _boxes(page, frame):
        if vertical:
            box = Box(box.top, width - box.end, box.bottom, width - box.start)
        along, down = box.end - box.start, box.bottom - box.top
        if kind == raw.FPDF_PAGEOBJ_IMAGE:
            if min(along, down) > _LONG:
                pictures.append(box)
        elif down <= _THIN and along > _LONG:
            rules.append(box)
        elif min(along, down) > _LONG and along * down < _WHOLE * width * height:
            frames.append(box)
    return Shapes(rules, list(dict.fromkeys(frames)), pictures)


def _boxes(page: pdfium.PdfPage, frame: Frame) -> Iterator[tuple[int, Box]]:
    """Yield the kind and the place of each thing on `page` that is no text."""
    for kind, (left, bottom, right, top) in things_on(page, _KINDS, _MOST):
        (ax, ay), (bx, by) = frame.point(left, bottom), frame.point(right, top)
        yield kind, Box(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))
