"""Pages of markup that are documents: what an office saved so, or what stands in a .docx."""

from collections.abc import Iterator, Sequence

from store.press.document.page_styles import PageStyles
from store.press.document.paragraph import PLAIN, Letters, Paragraph, Setting, opening
from store.press.document.set_lines import set_lines
from store.press.document.tables import Cell, read_table
from store.press.dump.read import read_set_lines
from store.press.kinds import BINARY
from store.press.markup.charset import decode_page
from store.press.markup.parse import Element, parse
from store.press.markup.text import BLOCKS, HIDDEN
from store.press.material import Material
from store.press.recognise import refused
from store.press.result import PressResult
from store.press.text.join_text import join_text

_BLANK = " \t\r\n\f"
_DROPPED = HIDDEN | {"head", "title"}


def read_office_page(material: Material) -> Sequence[PressResult]:
    """Return the issue of a document that an office saved as a page.

    Raises SourceError where it is no text, or more than is read.
    """
    decoded = decode_page(material.data)
    if decoded is None:
        raise refused(BINARY, material.name)
    return [read_set_lines(material, set_lines(read_markup(decoded.text, material.name)))]


def read_markup(text: str, name: str) -> list[Paragraph]:
    """Return the paragraphs of a page; `name` is what the source is called that it stands in.

    Raises SourceError where it is larger or more deeply nested than is read.
    """
    root = parse(text, name)
    return _Page(PageStyles(root)).read(root, PLAIN)


class _Page:
    """Goes through a page, and ends a paragraph where a block begins or ends."""

    def __init__(self, styles: PageStyles) -> None:
        self._styles = styles
        self._found: list[Paragraph] = []
        self._letters = Letters()
        self._open = False

    def read(self, node: Element, setting: Setting) -> list[Paragraph]:
        """Return the paragraphs within `node`, which is set so."""
        outer = self._found, self._letters, self._open
        self._found, self._letters, self._open = [], Letters(), False
        self._within(node, setting)
        self._end(setting)
        found = self._found
        self._found, self._letters, self._open = outer
        return found

    def _within(self, node: Element, setting: Setting) -> None:
        self._put(node.text, setting)
        for child in node:
            if child.tag == "br":
                self._letters.put("\n", setting)
            elif child.tag not in _DROPPED:
                self._element(child, setting)
            self._put(child.tail, setting)

    def _element(self, node: Element, around: Setting) -> None:
        setting = self._styles.of(node, around)
        if node.tag not in BLOCKS:
            self._within(node, setting)
            return
        self._end(around)
        if node.tag == "table":
            self._found += read_table([list(self._cells(row, setting)) for row in _rows(node)])
        else:
            self._within(node, setting)
            self._end(setting)

    def _cells(self, row: Element, around: Setting) -> Iterator[Cell]:
        for cell in row:
            if cell.tag in ("td", "th"):
                yield opening(self.read(cell, self._styles.of(cell, around)))

    def _put(self, text: str | None, setting: Setting) -> None:
        """Add a text, the lines of which are put together as browsers show them."""
        if not text or not (self._open or text.strip(_BLANK)):
            return
        whole = join_text(line.strip(_BLANK) for line in text.split("\n"))
        before = " " if text[0] == " " and self._open else ""
        behind = " " if text[-1] == " " and whole else ""
        self._letters.put(before + whole + behind, setting)
        self._open = True

    def _end(self, setting: Setting) -> None:
        if self._open:
            self._found += self._letters.paragraphs(setting)
        self._letters, self._open = Letters(), False


def _rows(table: Element) -> Iterator[Element]:
    """Yield the rows of a table, and none of the tables within it."""
    for row in table.iter("tr"):
        if next(row.iterancestors("table"), None) is table:
            yield row
