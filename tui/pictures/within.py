"""Pictures that stand within a document: a place on a page of a PDF, a part of another."""

import re
from contextlib import closing
from typing import TYPE_CHECKING

from store.errors import SourceError
from store.press.mail.pictures import part_with
from store.press.package import Package, part_at
from tui.pictures.drawing import Room

if TYPE_CHECKING:
    from PIL.Image import Image

_PLACE = re.compile(r"pdf:(\d{1,4})/(\d{1,4})-(\d{1,4})-(\d{1,4})-(\d{1,4})")
"""The address of a picture within a PDF, as `store.press.pdf.pictures` writes it."""

MOST = 2000
"""Pixels of a side of what is drawn of a page at most."""


def is_within_pdf(address: str) -> bool:
    """Return whether this is the address of a picture within a PDF."""
    return _PLACE.fullmatch(address) is not None


def of_page(pdf: bytes, address: str, room: Room) -> "Image | None":
    """Return what is drawn at this address of a PDF, as large as is of use; None for nothing."""
    import pypdfium2

    found = _PLACE.fullmatch(address)
    if not found:
        return None
    number, *edges = map(int, found.groups())
    left, top, right, bottom = (each / 1000 for each in edges)
    try:
        with closing(pypdfium2.PdfDocument(pdf)) as document, closing(document[number - 1]) as page:
            width, height = page.get_size()
            across, down = (right - left) * width, (bottom - top) * height
            if min(across, down) <= 0:
                return None
            wanted = max(room.columns * room.cell[0] / across, room.rows * room.cell[1] / down)
            scale = min(wanted, MOST / max(across, down))
            crop = (left * width, (1 - bottom) * height, (1 - right) * width, top * height)
            image: Image = page.render(scale=scale, crop=crop).to_pil()
            return image
    except (pypdfium2.PdfiumError, IndexError, ValueError):
        return None


def part_of(document: bytes, address: str) -> bytes:
    """Return the part of a book, a saved page or a mail at this address, ``b""`` for none."""
    try:
        if path := part_at(address):
            return Package(document, "").read(path)
        return part_with(document, address)
    except SourceError:
        return b""
