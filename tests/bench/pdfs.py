"""PDFs beside PDFium's letters alone, each with its box and its size, as anyone asks for them."""

from collections.abc import Callable, Iterator

import pypdfium2 as pdfium
from pypdfium2 import raw

from store.press.kinds import PDF
from store.press.material import Material
from store.press.pdf.read import read_pdf
from tests.store.press.pdf.sheets import broadsheet, corner, framed, pictured
from tests.store.press.pdf.writer import embedded, letter_by_letter

Read = Callable[[bytes], None]


def bare(data: bytes) -> None:
    """Ask PDFium for each letter of a PDF, its box and its size."""
    box, matrix = raw.FS_RECTF(), raw.FS_MATRIX()
    with pdfium.PdfDocument(data) as document:
        for page in document:
            text = page.get_textpage()
            letters = []
            for at in range(text.count_chars()):
                raw.FPDFText_GetLooseCharBox(text.raw, at, box)
                raw.FPDFText_GetMatrix(text.raw, at, matrix)
                size = raw.FPDFText_GetFontSize(text.raw, at) * abs(matrix.d or matrix.b)
                place = (box.left, box.bottom, box.right, box.top)
                letters.append((chr(raw.FPDFText_GetUnicode(text.raw, at)), *place, size))


def ours(data: bytes) -> None:
    """Read a PDF."""
    read_pdf(Material("a.pdf", data, PDF))


def rows() -> Iterator[tuple[str, bytes, Read, Read, str]]:
    """Yield what is read, its bytes, how we read it, and what that is held against."""
    sheets = [make().sheet for make in (broadsheet, corner, framed, pictured)]
    yield "PDF, drawn line by line", embedded(sheets), ours, bare, "PDFium's letters"
    apart = embedded(letter_by_letter(sheets))
    yield "PDF, drawn letter by letter", apart, ours, bare, "PDFium's letters"
