"""What PDFium is asked for many at once is what it answers for each."""

import pypdfium2 as pdfium
import pytest
from pypdfium2 import raw

from store.press.pdf.asked import cells_of, settings_of, things_on, turns_of
from store.press.pdf.substitute import substitute_fonts
from tests.store.press.pdf.writer import Sheet, pdf

KINDS = (raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE)


@pytest.fixture
def page() -> pdfium.PdfPage:
    sheet = Sheet()
    sheet.text(100, 200, 20, "桥a")
    sheet.turned(300, 400, 10, "路")
    sheet.rule(40, 60, 500)
    sheet.picture(100, 500, 200, 100)
    substitute_fonts()
    return pdfium.PdfDocument(pdf([sheet]))[0]


def letters(text: pdfium.PdfTextPage, wanted: str) -> list[int]:
    return [text.get_text_range().replace("\r\n", "\0\0").index(char) for char in wanted]


def test_cells_are_those_of_the_letters_asked_for(page: pdfium.PdfPage) -> None:
    text = page.get_textpage()
    box = raw.FS_RECTF()
    found = list(cells_of(text, letters(text, "a桥")))
    assert [(round(x), round(y)) for x, y, *_ in found] == [(120, 900), (100, 900)]
    for number, (_, _, left, top, right, bottom) in zip(letters(text, "a桥"), found, strict=True):
        raw.FPDFText_GetLooseCharBox(text.raw, number, box)
        assert (left, top, right, bottom) == (box.left, box.top, box.right, box.bottom)


def test_a_letter_is_turned_as_its_baseline_runs_and_has_a_size(page: pdfium.PdfPage) -> None:
    text = page.get_textpage()
    upright, turned = settings_of(text, letters(text, "桥路"))
    assert (upright, turned) == ((0, 20, 20), (1, 10, 10))
    assert list(turns_of(text, letters(text, "桥路"))) == [0, 1]


def test_a_letter_that_the_page_does_not_have_is_turned_no_way(page: pdfium.PdfPage) -> None:
    assert list(turns_of(page.get_textpage(), [4_000])) == [None]


def test_nothing_is_asked_where_there_are_no_letters(page: pdfium.PdfPage) -> None:
    text = page.get_textpage()
    assert not list(cells_of(text, []))
    assert not list(settings_of(text, []))


def test_things_are_told_from_letters_and_have_their_bounds(page: pdfium.PdfPage) -> None:
    found = [(kind, [round(edge) for edge in edges]) for kind, edges in things_on(page, KINDS, 99)]
    assert found == [
        (raw.FPDF_PAGEOBJ_PATH, [40, 1040, 540, 1040]),
        (raw.FPDF_PAGEOBJ_IMAGE, [100, 500, 300, 600]),
    ]


def test_no_more_things_are_looked_at_than_asked(page: pdfium.PdfPage) -> None:
    assert not list(things_on(page, KINDS, 1))
