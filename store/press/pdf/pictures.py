"""The pictures of a PDF's pages by the captions beneath them; they stay within the PDF."""

from collections.abc import Iterator, Mapping, Sequence

from store.models import Picture
from store.press.dump.lines.kinds import CAPTION
from store.press.pdf.pages import PageText
from store.press.pdf.shapes import Box
from store.press.text.clean import clean_line

SCHEME = "pdf:"
"""Begins the address of a picture within a PDF: ``pdf:2/100-50-480-310`` is on its second page,
from the left, from above, to the right and to below, in thousandths of the page."""

_FAR = 60.0
"""Points that a caption begins beneath its picture at most."""


def pictures_of(pages: Sequence[PageText]) -> Mapping[int, Picture]:
    """Return the picture over each line that is a caption, by the line's number among all."""
    found: dict[int, Picture] = {}
    number = 0
    for at, page in enumerate(pages, 1):
        for line, boxes in zip(page.lines, page.places, strict=True):
            number += 1
            if line.look.role == CAPTION and (box := _over(boxes, page.pictures)):
                caption = clean_line(line.text)
                found[number] = Picture(f"{SCHEME}{at}/{_place(box, page)}", caption)
    return found


def _over(boxes: Sequence[Box], pictures: Sequence[Box]) -> Box | None:
    """Return the picture over what stands in these `boxes`, the nearest one."""
    found = list(_candidates(boxes[0], pictures)) if boxes else []
    return min(found)[1] if found else None


def _candidates(line: Box, pictures: Sequence[Box]) -> Iterator[tuple[float, Box]]:
    """Yield the pictures over a line with how far it stands beneath each."""
    for picture in pictures:
        below = line.top - picture.bottom
        shared = min(line.end, picture.end) - max(line.start, picture.start)
        if shared > 0 and -_FAR / 4 < below < _FAR:
            yield abs(below), picture


def _place(box: Box, page: PageText) -> str:
    """Return where a picture stands, as its address says it."""
    across, down = (box.start, box.end), (box.top, box.bottom)
    left, right = (_part(at, page.width) for at in across)
    top, bottom = (_part(at, page.height) for at in down)
    return f"{left}-{top}-{right}-{bottom}"


def _part(at: float, most: float) -> int:
    """Return a place in thousandths of a page's side."""
    return max(0, min(1000, round(1000 * at / most)))
