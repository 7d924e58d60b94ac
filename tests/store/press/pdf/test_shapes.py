"""Rules, frames and pictures of a page."""

import pypdfium2 as pdfium

from store.press.pdf.glyphs import Frame
from store.press.pdf.shapes import Box, Shapes, read_shapes
from tests.store.press.pdf.writer import Sheet, pdf


def shapes(sheet: Sheet, *, vertical: bool = False) -> Shapes:
    with pdfium.PdfDocument(pdf([sheet])) as document:
        frame = Frame(0, 0, sheet.width, sheet.height)
        return read_shapes(document[0], frame, vertical=vertical)


def drawn() -> Sheet:
    sheet = Sheet()
    sheet.rule(20, 100, 700)
    sheet.frame(100, 200, 300, 150)
    sheet.picture(500, 200, 200, 100)
    sheet.frame(1, 1, 798, 1098)
    return sheet


def rounded(boxes: list[Box]) -> list[Box]:
    return [Box(*(round(edge) for edge in box)) for box in boxes]


def test_each_is_told_by_its_shape() -> None:
    found = shapes(drawn())
    assert rounded(found.rules) == [Box(20, 100, 720, 100)]
    assert [(round(box.start / 5) * 5, round(box.top / 5) * 5) for box in found.frames] == [
        (100, 200)
    ]
    assert rounded(found.pictures) == [Box(500, 200, 700, 300)]


def test_on_a_page_written_downward_places_count_from_the_right() -> None:
    assert rounded(shapes(drawn(), vertical=True).pictures) == [Box(200, 100, 300, 300)]
