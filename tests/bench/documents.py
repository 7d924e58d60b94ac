"""What documents and books cost beside their bare libraries: rows for ``tests.bench.formats``.

A .docx stands beside lxml's parse of its text and styles, and the text of that; an EPUB beside
lxml's parse of each of its files.
"""

import zipfile
from collections.abc import Callable
from io import BytesIO

from lxml import etree, html

from store.press.document.docx_parts import read_docx
from store.press.document.read import read_document
from store.press.document.set_lines import set_lines
from store.press.epub.read import read_epub
from store.press.kinds import DOCX, EPUB
from store.press.material import Material
from tests.store.press.document.offices import BOLD, CENTRE, FERRY, INDENT, WELL, docx, p, r, size
from tests.store.press.epub.books import book, page, point

Read = Callable[[bytes], None]
_FONT = '<w:rFonts w:ascii="仿宋" w:eastAsia="仿宋" w:hint="eastAsia"/>'


def document(stories: int) -> bytes:
    """Return a document of runs as short as offices' programs make them."""
    text = "".join((*FERRY, *WELL)) * 2
    runs = "".join(r(text[at : at + 12], _FONT + size(16)) for at in range(0, len(text), 12))
    paragraph = f"<w:p><w:pPr>{INDENT}</w:pPr>{runs}</w:p>"
    body = "".join(
        p(f"老井清淤见了底 村民轮班第{at}天", properties=CENTRE, run=BOLD + size(22))
        + paragraph * 4
        for at in range(stories)
    )
    return docx(body)


def bare_document(data: bytes) -> None:
    """Parse a document's text and styles, and take its text, as lxml does it."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        etree.fromstring(archive.read("word/styles.xml"))
        root = etree.fromstring(archive.read("word/document.xml"))
    "".join(map(str, root.itertext()))


def document_lines(data: bytes) -> None:
    """Read the lines of a document."""
    set_lines(read_docx(data, "a.docx"))


def document_issue(data: bytes) -> None:
    """Read a document into an issue."""
    read_document(Material("a.docx", data, DOCX))


def paper(stories: int) -> bytes:
    """Return a book of stories."""
    text = "".join(f"<p>{each}</p>" for each in (*FERRY, *WELL) * 3)
    files = {f"a{at}.html": page(f"<h1>老井清淤第{at}天</h1>{text}") for at in range(stories)}
    return book(files, "".join(point(f"老井清淤第{at}天", f"a{at}.html") for at in range(stories)))


def bare_paper(data: bytes) -> None:
    """Parse each file of a book and take its text, as lxml does it."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        for name in archive.namelist():
            if name.endswith(".html"):
                "".join(map(str, html.document_fromstring(archive.read(name)).itertext()))


def paper_issue(data: bytes) -> None:
    """Read a book into an issue."""
    read_epub(Material("a.epub", data, EPUB))


def rows() -> list[tuple[str, bytes, Read, Read, str]]:
    """Return what is measured: what it is, its bytes, ours, the bare library, and its name."""
    words, stories = document(30), paper(50)
    return [
        ("docx, its lines", words, document_lines, bare_document, "lxml"),
        ("docx, its issue", words, document_issue, bare_document, "lxml"),
        ("epub, its issue", stories, paper_issue, bare_paper, "lxml"),
    ]
