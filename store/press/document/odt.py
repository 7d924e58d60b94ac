"""The paragraphs of an .odt in the order of its text: see OpenDocument 1.3, part 3, 5 to 7.

What tracked changes have deleted is left out, as are annotations. Frames of text follow the
paragraph that they hang on, notes stand in brackets where they are referred to.
"""

import re
from collections.abc import Iterable, Iterator

from store.press.document.odt_styles import STYLE, TEXT, Styles
from store.press.document.paragraph import Letters, Paragraph, Setting, opening
from store.press.document.tables import Cell, read_table
from store.press.dump.lines.kinds import FURNITURE
from store.press.markup.parse import Element
from store.press.markup.xml import parse_xml
from store.press.package import Package, damaged
from store.press.text.clean import clean_line

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_PARAGRAPHS = (f"{TEXT}p", f"{TEXT}h")
_DROPPED = frozenset(
    {
        *(f"{_OFFICE}{tag}" for tag in ("annotation", "annotation-end", "forms", "scripts")),
        *(f"{TEXT}{tag}" for tag in ("tracked-changes", "note-citation", "ruby-text")),
        *(f"{TEXT}{tag}" for tag in ("sequence-decls", "variable-decls", "user-field-decls")),
    }
)
_CONTENTS = frozenset(
    f"{TEXT}{tag}"
    for tag in ("table-of-content", "illustration-index", "table-index", "alphabetical-index")
)
_SOURCES = "-source"
"""What the rules of a table of contents end with, which are no text."""
_SPACE = re.compile(r"[ \t\r\n]+")
_MOST_BLANKS = 100


def read_odt(data: bytes, name: str) -> list[Paragraph]:
    """Return the paragraphs of an .odt; `name` is what it is called.

    Raises SourceError where it is damaged, or holds more than one may.
    """
    package = Package(data, name)
    roots = [_parse(package, "content.xml", name)]
    if "styles.xml" in package:
        roots.append(_parse(package, "styles.xml", name))
    body = roots[0].find(f"{_OFFICE}body/{_OFFICE}text")
    if body is None:
        raise damaged(name)
    text = _OdtText(Styles(roots[::-1]))
    heads = [text.read(node) for node in roots[-1].iter(f"{STYLE}header")]
    feet = [text.read(node) for node in roots[-1].iter(f"{STYLE}footer")]
    around = [[each for part in parts for each in _furniture(part)] for parts in (heads, feet)]
    return [*around[0], *text.read(body), *around[1]]


def _parse(package: Package, path: str, name: str) -> Element:
    root = parse_xml(package.read(path))
    if root is None:
        raise damaged(name)
    return root


def _furniture(paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
    for each in paragraphs:
        if any(char.isalpha() for char in each.text):
            each.role = FURNITURE
            yield each


class _OdtText:
    """Reads the text of a document that has these `styles`."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._found: list[Paragraph] = []
        self._frames: list[Element] = []

    def read(self, nodes: Iterable[Element]) -> list[Paragraph]:
        """Return the paragraphs of `nodes`, blank ones among them."""
        outer, self._found = self._found, []
        self._blocks(nodes)
        found, self._found = self._found, outer
        return found

    def _blocks(self, nodes: Iterable[Element], role: str = "") -> None:
        for node in nodes:
            tag = str(node.tag)
            if tag in _PARAGRAPHS:
                self._paragraph(node, role)
            elif tag == f"{_TABLE}table":
                self._found += read_table([list(self._cells(row)) for row in _rows(node)])
            elif tag in _CONTENTS:
                self._blocks(node, FURNITURE)
            elif tag not in _DROPPED and not tag.endswith(_SOURCES):
                self._blocks(node, role)

    def _cells(self, row: Element) -> Iterator[Cell]:
        for cell in row:
            if cell.tag == f"{_TABLE}table-cell":
                yield opening(self.read(cell))

    def _paragraph(self, node: Element, role: str) -> None:
        setting = self._styles.of_paragraph(node)
        letters = Letters()
        self._inline(node, setting, letters)
        self._found += letters.paragraphs(setting, role)
        frames, self._frames = self._frames, []
        for frame in frames:
            self._found += opening(self.read(frame))

    def _inline(self, node: Element, setting: Setting, letters: Letters) -> None:
        """Put what stands within a paragraph together, in its order."""
        letters.put(_blanks(node.text), setting)
        for child in node:
            tag = child.tag
            if tag == f"{TEXT}s":
                letters.put(" " * _count(child), setting)
            elif tag == f"{TEXT}tab":
                letters.put(" ", setting)
            elif tag == f"{TEXT}line-break":
                letters.put("\n", setting)
            elif tag == f"{TEXT}note":
                letters.put(self._note(child), setting)
            elif tag == f"{_DRAW}text-box":
                self._frames.append(child)
            elif tag == f"{TEXT}span":
                self._inline(child, self._styles.of_span(child, setting), letters)
            elif tag in _PARAGRAPHS:  # in a shape
                self._inline(child, setting, letters)
                letters.put("\n", setting)
            elif tag not in _DROPPED:
                self._inline(child, setting, letters)
            letters.put(_blanks(child.tail), setting)

    def _note(self, node: Element) -> str:
        body = node.find(f"{TEXT}note-body")
        text = "" if body is None else " ".join(each.text for each in self.read(body))
        return f"（注：{clean_line(text)}）" if text.strip() else ""


def _rows(table: Element) -> Iterator[Element]:
    """Yield the rows of a table, and none of the tables within it."""
    for child in table:
        if child.tag == f"{_TABLE}table-row":
            yield child
        elif child.tag in (f"{_TABLE}table-header-rows", f"{_TABLE}table-rows"):
            yield from _rows(child)


def _blanks(text: str | None) -> str:
    """Return `text` as it is shown: white space in it is one blank (6.1.2)."""
    return _SPACE.sub(" ", text) if text else ""


def _count(node: Element) -> int:
    """Return how many blanks one sign stands for."""
    told = node.get(f"{TEXT}c") or "1"
    return min(int(told), _MOST_BLANKS) if told.isascii() and told.isdigit() else 1
