"""The room of PDFs: the pages of a PDF in, the issue that they are out."""

from collections.abc import Container, Iterator, Mapping, Sequence
from contextlib import closing
from typing import NamedTuple

import pypdfium2 as pdfium
from msgspec.structs import replace
from pypdfium2 import raw

from store.errors import SourceError
from store.models import Area, Article, Picture
from store.press.dump.lines.kinds import CAPTION
from store.press.dump.lines.look import SetLine
from store.press.dump.read import read_set_lines
from store.press.limits import allow
from store.press.material import Material
from store.press.pdf.areas import area_of
from store.press.pdf.pages import PageText, read_page
from store.press.pdf.pictures import pictures_of
from store.press.pdf.shapes import Box
from store.press.pdf.substitute import substitute_fonts
from store.press.result import PressResult
from store.press_warnings import PressWarning

PAGES = 1_000
"""The most pages that a PDF may have."""
PAGE_SECONDS = 1.0
"""Processor time that each page which is there may take, whatever number of them is claimed."""
_MOST_NAMELESS = 0.3
_DAMAGED = PageText([], [], 0.0, 0.0, 0)
"""A page that cannot be opened."""
_NEW_PAGE = "\f"


def read_pdf(material: Material) -> Sequence[PressResult]:
    """Return the issue that the pages of a PDF make.

    Raises SourceError for what cannot be opened, and where no page has text.
    """
    pages = list(_pages(material))
    _check(pages, material.name)
    lines = [line for page in pages for line in _on_a_page(page.lines)]
    result = read_set_lines(material, lines)
    printed = _printed(pages, set(result.issue.furniture))
    shown = pictures_of(pages)
    articles = tuple(
        _with_area(_with_pictures(each, shown), printed, pages) for each in result.issue.articles
    )
    warnings = (*result.issue.warnings, *_warnings(pages))
    issue = replace(result.issue, articles=articles, warnings=warnings)
    return [PressResult(issue, result.report)]


def _warnings(pages: Sequence[PageText]) -> Iterator[PressWarning]:
    empty = sum(not page.lines for page in pages)
    if empty:
        yield PressWarning("no_text", {"count": empty, "pages": len(pages)})


def _on_a_page(lines: Sequence[SetLine]) -> list[SetLine]:
    """Return the `lines` of a page, of which the first begins it."""
    return [
        replace(line, text=_NEW_PAGE + line.text) if at == 0 else line
        for at, line in enumerate(lines)
    ]


class _Printed(NamedTuple):
    """Where a line is printed: the page, from 0, and the space that its story has by it."""

    page: int
    boxes: Sequence[Box]


def _printed(pages: Sequence[PageText], aside: Container[str]) -> list[_Printed]:
    """Return where each line is printed; captions and what stands `aside` fill no story's space."""
    return [
        _Printed(number, () if line.look.role == CAPTION or line.text in aside else boxes)
        for number, page in enumerate(pages)
        for line, boxes in zip(page.lines, page.places, strict=True)
    ]


def _pages(material: Material) -> Iterator[PageText]:
    substitute_fonts()
    try:
        document = pdfium.PdfDocument(material.data)
    except pdfium.PdfiumError as error:
        raise _unopened(error, material.name) from error
    with closing(document):
        count = len(document)
        if count > PAGES:
            raise SourceError(
                "{file}: {pages:,} pages are more than the limit of {limit:,}; split the file.",
                file=material.name,
                pages=count,
                limit=PAGES,
            )
        for number in range(count):
            try:
                page = document[number]
            except pdfium.PdfiumError:
                yield _DAMAGED
                continue
            allow(PAGE_SECONDS)
            with closing(page):
                yield read_page(page)


def _unopened(error: pdfium.PdfiumError, file: str) -> SourceError:
    if error.err_code in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY):
        return SourceError(
            "{file}: this PDF is locked with a password; save a copy without one.", file=file
        )
    return _damaged(file)


def _damaged(file: str) -> SourceError:
    return SourceError("{file}: this PDF is damaged or incomplete; get the file again.", file=file)


def _check(pages: Sequence[PageText], file: str) -> None:
    """Raise SourceError when there is nothing to read on any of `pages`."""
    if all(page is _DAMAGED for page in pages):
        raise _damaged(file)
    letters = sum(len(line.text) for page in pages for line in page.lines)
    nameless = sum(page.nameless for page in pages)
    if nameless > _MOST_NAMELESS * (letters + nameless):
        raise SourceError(
            "{file}: this PDF does not say which letters its shapes are; save the page's text.",
            file=file,
        )
    if not letters:
        raise SourceError(
            "{file}: the pages of this PDF are pictures without text; have their text recognised "
            "(OCR), or save it.",
            file=file,
        )


def _with_pictures(article: Article, shown: Mapping[int, Picture]) -> Article:
    """Return `article` with the pictures over its captions, by the numbers of their lines."""
    first, last = article.lines
    pictures = (shown[number] for number in range(first, last + 1) if number in shown)
    return replace(article, pictures=tuple(dict.fromkeys(pictures)))


def _with_area(article: Article, printed: Sequence[_Printed], pages: Sequence[PageText]) -> Article:
    """Return `article` with the space that it fills on the page where it begins, and goes on."""

    def filled(first: int, last: int) -> Area:
        number = printed[first - 1].page
        boxes = [box for page, held in printed[first - 1 : last] if page == number for box in held]
        return area_of(boxes, pages[number].width, pages[number].height)

    parts = tuple(replace(part, lines=(0, 0), area=filled(*part.lines)) for part in article.parts)
    return replace(article, area=filled(*article.lines), lines=(0, 0), parts=parts)
