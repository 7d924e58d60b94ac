"""The paragraphs of a .docx in the order of its text: see ECMA-376, part 1, 17.

Tracked changes are read as if they were accepted. Text boxes follow the paragraph that they hang
on, notes stand in brackets where they are referred to, fields show their last result. Comments and
what is hidden are left out.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

from store.press.document.docx_styles import Styles, W
from store.press.document.numbering import Numbering
from store.press.document.paragraph import PLAIN, Letters, Paragraph, Setting, opening
from store.press.document.tables import Cell, read_table
from store.press.dump.lines.kinds import FURNITURE
from store.press.markup.parse import Element
from store.press.text.clean import clean_line

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_CHOICE, _FALLBACK, _ALTERNATE = f"{_MC}Choice", f"{_MC}Fallback", f"{_MC}AlternateContent"
_MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_ART = "{urn:schemas-microsoft-com:vml}textpath"
_ART_SIZE = 36.0
"""Points of the letters that are drawn (WordArt), as mastheads were: their size is not told."""
_DROPPED = frozenset(
    {f"{W}{tag}" for tag in ("del", "moveFrom", "pPr", "rPr", "rt", "tblPr", "tcPr")}
)
_MARKS = {
    f"{W}tab": " ",
    f"{W}ptab": " ",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
}
_BOX, _PARAGRAPH, _TABLE, _RUN = (f"{W}{tag}" for tag in ("txbxContent", "p", "tbl", "r"))
_CHUNK = f"{W}altChunk"
_NOTES = (f"{W}footnoteReference", f"{W}endnoteReference")
_DRAWN = (f"{W}drawing", f"{W}pict", f"{W}object")


class DocxText:
    """Reads the text of a document that has these `styles`, `notes` by name and id, and numbers.

    `chunk` gives the paragraphs of what stands in it as a document of another kind.
    """

    def __init__(
        self,
        styles: Styles,
        notes: dict[tuple[str, str], Element],
        numbering: Numbering,
        chunk: Callable[[Element], list[Paragraph]],
    ) -> None:
        self._styles = styles
        self._notes = notes
        self._numbering = numbering
        self._chunk = chunk
        self._found: list[Paragraph] = []
        self._boxes: list[Element] = []
        self._open: Letters | None = None
        """Of a paragraph whose end was deleted."""

    def read(self, nodes: Iterable[Element]) -> list[Paragraph]:
        """Return the paragraphs of `nodes`, blank ones among them."""
        outer = self._found, self._open
        self._found, self._open = [], None
        self._blocks(nodes)
        self._end()
        found = self._found
        self._found, self._open = outer
        return found

    def _end(self) -> None:
        """Keep the last paragraph where its end was deleted."""
        if self._open:
            self._found += self._open.paragraphs(PLAIN)

    def _blocks(self, nodes: Iterable[Element], role: str = "") -> None:
        for node in nodes:
            tag = node.tag
            if tag == _PARAGRAPH:
                self._paragraph(node, role)
            elif tag == _TABLE:
                self._found += read_table([list(self._cells(row)) for row in _rows(node)])
            elif tag == f"{W}sdt":
                self._blocks(_content(node), FURNITURE if _is_contents(node) else role)
            elif tag == _ALTERNATE:
                self._blocks(_chosen(node), role)
            elif tag == _CHUNK:
                self._found += self._chunk(node)
            elif tag not in _DROPPED:
                self._blocks(node, role)

    def _cells(self, row: Element) -> Iterator[Cell]:
        for cell in row.iter(f"{W}tc"):
            if next(cell.iterancestors(f"{W}tr")) is row:
                yield opening(self.read(cell))

    def _paragraph(self, node: Element, role: str) -> None:
        properties = node.find(f"{W}pPr")
        setting = self._styles.of_paragraph(properties)
        letters, self._open = self._open or Letters(), None
        letters.put(self._numbering.label(setting), setting)
        if properties is not None and properties.find(f"{W}rPr/{W}del") is not None:
            self._open = letters
        self._inline(node, setting, letters)
        if self._open is None:
            self._found += letters.paragraphs(setting, role)
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            self._found += opening(self.read(box))

    def _inline(self, node: Element, setting: Setting, letters: Letters) -> None:
        """Put what stands within a paragraph together, in its order."""
        for child in node:
            tag = child.tag
            if tag == _RUN:
                properties = child.find(f"{W}rPr")
                own = setting if properties is None else self._styles.of_run(properties, setting)
                self._inline(child, own, letters)
            elif tag == f"{W}t" or tag == _MATHS:
                letters.put(child.text or "", setting)
            elif tag in _MARKS:
                letters.put(_MARKS[tag], setting)
            elif tag in _NOTES:
                letters.put(self._note(child), setting)
            elif tag in _DRAWN:
                self._drawn(child, letters)
            elif tag == _ALTERNATE:
                self._inline_all(_chosen(child), setting, letters)
            elif tag not in _DROPPED:
                self._inline(child, setting, letters)

    def _inline_all(self, nodes: Iterable[Element], setting: Setting, letters: Letters) -> None:
        for node in nodes:
            if node.tag in _DRAWN:
                self._drawn(node, letters)
            else:
                self._inline(node, setting, letters)

    def _drawn(self, node: Element, letters: Letters) -> None:
        """Keep the boxes of text in a drawing, and read letters that are drawn."""
        self._boxes += _boxes(node)
        for art in node.iter(_ART):
            letters.put(clean_line(art.get("string") or ""), Setting(size=_ART_SIZE))

    def _note(self, reference: Element) -> str:
        """Return the note that is referred to, when that is done for the first time."""
        name = reference.tag.removeprefix(W).removesuffix("Reference")
        note = self._notes.pop((name, reference.get(f"{W}id") or ""), None)
        if note is None:
            return ""
        text = " ".join(each.text for each in self.read(note) if each.text.strip())
        return f"（注：{clean_line(text)}）" if text.strip() else ""


def furniture(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Return those `paragraphs` of a header or a footer that say more than a number."""
    said = []
    for each in paragraphs:
        if any(char.isalpha() for char in each.text):
            each.role = FURNITURE
            said.append(each)
    return said


def _rows(table: Element) -> Iterator[Element]:
    """Yield the rows of a table that are not deleted, and none of the tables within it."""
    for row in table.iter(f"{W}tr"):
        deleted = row.find(f"{W}trPr/{W}del") is not None
        if not deleted and next(row.iterancestors(_TABLE)) is table:
            yield row


def _content(node: Element) -> Element:
    found = node.find(f"{W}sdtContent")
    return node if found is None else found


def _is_contents(node: Element) -> bool:
    """Return whether a control holds the document's own table of contents."""
    gallery = node.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
    return gallery is not None and gallery.get(f"{W}val") == "Table of Contents"


def _chosen(node: Element) -> Element:
    """Return the first of several ways in which the same is written."""
    for tag in (_CHOICE, _FALLBACK):
        found = node.find(tag)
        if found is not None:
            return found
    return node


def _boxes(node: Element) -> Iterator[Element]:
    """Yield the boxes of text within a drawing, but none of a box within them."""
    for child in node:
        if child.tag == _BOX:
            yield child
        elif child.tag == _ALTERNATE:
            yield from _boxes(_chosen(child))
        else:
            yield from _boxes(child)
