"""The font that stands in: the same letters are found whatever is installed."""

import struct

import pypdfium2 as pdfium

from store.press.pdf.substitute import box_font, substitute_fonts
from tests.store.press.pdf.writer import Sheet, pdf


def test_single_letters_without_a_shape_are_found() -> None:
    """PDFium passes over text objects that are as wide as nothing."""
    substitute_fonts()
    sheet = Sheet()
    for at, letter in enumerate("老桥7一A。"):
        sheet.text(60 + 30 * at, 90, 24, letter)
    with pdfium.PdfDocument(pdf([sheet])) as document:
        text = document[0].get_textpage().get_text_range()
    assert "".join(text.split()) == "老桥7一A。"


def test_the_tables_of_the_font_stand_where_its_directory_says() -> None:
    font = box_font()
    (count,) = struct.unpack(">H", font[4:6])
    names = []
    for at in range(12, 12 + 16 * count, 16):
        name, _, begin, length = struct.unpack(">4sLLL", font[at : at + 16])
        names.append(name)
        assert begin % 4 == 0
        assert begin + length <= len(font)
    assert names == sorted(names) == [b"cmap", b"glyf", b"head", b"hhea", b"hmtx", b"loca", b"maxp"]
