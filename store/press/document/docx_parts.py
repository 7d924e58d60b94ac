"""The parts of a .docx: its text with the headers and footers of each section, styles and notes."""

from collections.abc import Iterator

from store.press.document.docx import DocxText, furniture
from store.press.document.docx_styles import Styles, W
from store.press.document.numbering import read_numbering
from store.press.document.page import read_markup
from store.press.document.paragraph import Paragraph
from store.press.markup.charset import decode_page
from store.press.markup.parse import Element
from store.press.markup.xml import parse_xml
from store.press.mime import Part, read_message
from store.press.package import Package, damaged, path_to
from store.press.recognise import may_be_markup

_ZIP, _DEEPEST = b"PK\3\4", 2
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", _RELATED.encode()),
)
"""The names of a strict document (ISO/IEC 29500), and those that all others have for them."""
_REFERENCES = f"{W}headerReference", f"{W}footerReference"
_KEPT_NOTES = (None, "normal")


def read_docx(data: bytes, name: str, depth: int = 0) -> list[Paragraph]:
    """Return the paragraphs of a .docx; `name` is what it is called, `depth` how deep it stands.

    Raises SourceError where it is damaged, or holds more than one may.
    """
    return _Document(Package(data, name), name, depth).paragraphs()


class _Document:
    """One document and its parts."""

    def __init__(self, package: Package, name: str, depth: int) -> None:
        self._package = package
        self._name = name
        self._depth = depth
        self._main = self._main_part()
        self._related = self._relations(self._main)
        self._text = DocxText(
            Styles(self._part("styles")),
            self._notes(),
            read_numbering(self._part("numbering")),
            self._chunk,
        )
        self._shown: set[str] = set()

    def paragraphs(self) -> list[Paragraph]:
        """Return all paragraphs: of each section its headers, its text and its footers."""
        root = self._parse(self._main)
        body = root.find(f"{W}body")
        if body is None:
            raise damaged(self._name)
        found: list[Paragraph] = []
        for nodes, properties in _sections(body):
            found += self._around(properties, _REFERENCES[0])
            found += self._text.read(nodes)
            found += self._around(properties, _REFERENCES[1])
        return found

    def _around(self, properties: Element | None, tag: str) -> Iterator[Paragraph]:
        """Yield what stands in those headers or footers of a section that none before it had."""
        for reference in () if properties is None else properties.iter(tag):
            _, path = self._related.get(reference.get(f"{{{_RELATED}}}id") or "", ("", ""))
            if path and path not in self._shown and path in self._package:
                self._shown.add(path)
                yield from furniture(self._text.read(self._parse(path)))

    def _chunk(self, node: Element) -> list[Paragraph]:
        """Return what stands in the text as a document of another kind: markup, or a .docx."""
        _, path = self._related.get(node.get(f"{{{_RELATED}}}id") or "", ("", ""))
        if path not in self._package or path in self._shown:
            return []
        self._shown.add(path)
        data = self._package.read(path)
        if data.startswith(_ZIP):
            return read_docx(data, self._name, self._depth + 1) if self._depth < _DEEPEST else []
        if may_be_markup(data):
            decoded = decode_page(data)
            return read_markup(decoded.text, self._name) if decoded else []
        parts = read_message(data, self._name).parts
        markup = next((part for part in parts if part.kind == "text/html"), Part(""))
        decoded = decode_page(markup.data, markup.charset)
        return read_markup(decoded.text, self._name) if decoded else []

    def _notes(self) -> dict[tuple[str, str], Element]:
        """Return the notes by the name of their kind and their id."""
        found: dict[tuple[str, str], Element] = {}
        for kind in ("footnote", "endnote"):
            root = self._part(f"{kind}s")
            for note in () if root is None else root.iter(f"{W}{kind}"):
                if note.get(f"{W}type") in _KEPT_NOTES:
                    found[kind, note.get(f"{W}id") or ""] = note
        return found

    def _part(self, kind: str) -> Element | None:
        """Return the root of the part to which the text is related as this `kind`."""
        for related, path in self._related.values():
            if related.endswith(f"/{kind}") and path in self._package:
                return self._parse(path)
        return None

    def _main_part(self) -> str:
        for related, path in self._relations("").values():
            if related.endswith("/officeDocument") and path in self._package:
                return path
        return "word/document.xml"

    def _relations(self, path: str) -> dict[str, tuple[str, str]]:
        """Return the parts that a part is related to, by id: how, and where they are."""
        folder, _, file = path.rpartition("/")
        place = f"{folder}/_rels/{file}.rels" if folder else f"_rels/{file}.rels"
        if place not in self._package:
            return {}
        return {
            each.get("Id") or "": (each.get("Type") or "", path_to(each.get("Target") or "", path))
            for each in self._parse(place)
        }

    def _parse(self, path: str) -> Element:
        data = self._package.read(path)
        for strict, usual in _STRICT:
            data = data.replace(strict, usual)
        root = parse_xml(data)
        if root is None:
            raise damaged(self._name)
        return root


def _sections(body: Element) -> Iterator[tuple[list[Element], Element | None]]:
    """Yield the nodes of each section of the text, and its properties, which stand at its end."""
    nodes: list[Element] = []
    for node in body:
        if node.tag == f"{W}sectPr":
            yield nodes, node
            nodes = []
            continue
        nodes.append(node)
        ends = node.find(f"{W}pPr/{W}sectPr")
        if ends is not None:
            yield nodes, ends
            nodes = []
    if nodes:
        yield nodes, None
