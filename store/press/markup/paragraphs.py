"""From a node to paragraphs: blocks, line breaks, what is bold, and the pictures between them."""

import re
from collections.abc import Iterable

from msgspec import Struct, field

from store.press.markup.parse import Element
from store.press.markup.text import BLOCKS, HEADINGS, HIDDEN, bare, is_arrows, line_of
from store.press.text.characters import ends_sentence
from store.press.text.join_text import join_text

_BOLD = frozenset({"strong", "b", *HEADINGS})
_PLAIN = BLOCKS - _BOLD - {"table", "figure", "figcaption", "center"}
"""Blocks that say nothing more of what is in them, if they have no attributes."""
_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_CENTRED = re.compile(r"text-align\s*:\s*center", re.IGNORECASE)
_CAPTION = re.compile(
    r"caption|(?:pic|img|image|photo)[-_]?(?:text|desc|info|note)|tushuo", re.IGNORECASE
)
_BREAK = "\v"
_INDENT = re.compile(r"[\u3000]{2}|\xa0{2}|[ \xa0\u3000]{4}")
_LINES = re.compile(r"</?(?:p|br|div)\b[^<>]*>", re.IGNORECASE)
_SHORT_LINE, _MANY_LINES = 24, 4
"""Lines of verse have no more characters; so many of them are verse."""
_ADDRESSES = ("data-original", "data-src", "src")
"""Where the address of a picture stands, which a program may load when it comes into sight."""
_POINT = frozenset({"0", "1", "0px", "1px"})
"""The width of what is no picture, and counts readers."""
_SAYS_NOTHING = re.compile(
    r"(?:图片|圖片|配图|图|image|img|photo|picture)\s*\d*|.*AI ?生成的内容可能不正确。?"
    r"|[\w.-]+\.(?:jpe?g|png|gif|webp|bmp)",
    re.IGNORECASE,
)
"""What programs say of a picture of which nobody has said anything."""
_SHORT_TABLE, _FEW_SENTENCES = 300, 4
"""Characters and sentences of what stands in a picture's table or figure, and is its caption."""


class Block(Struct):
    """A paragraph as it stands in a page."""

    text: str
    bold: bool = False
    centred: bool = False
    caption: bool = False
    """It stands in a picture's own table or figure, or is marked as what belongs to one."""
    after_picture: bool = False
    level: int = 0
    """Of a heading, 1 being the highest."""


class Image(Struct):
    """A picture of a page: its address as written, and what its attributes say of it."""

    address: str
    caption: str = ""
    at: int = 0
    """How many blocks stand before it."""


class Paragraphs(Struct):
    """What nodes hold, in its order."""

    blocks: list[Block] = field(default_factory=list)
    images: list[Image] = field(default_factory=list)


def paragraphs_of(nodes: Iterable[Element]) -> Paragraphs:
    """Return the paragraphs and the pictures within `nodes`."""
    reader = _Reader()
    for node in nodes:
        reader.enter(node)
        reader.end()
    return Paragraphs(reader.blocks, reader.images)


def paragraphs_of_text(text: str) -> Paragraphs:
    """Return the paragraphs of clean plain `text`, in which lines may be broken."""
    lines = [line.strip(" ") for line in text.split("\n")]
    made = (
        join_text([line_of(line) for line in lines[first:last]]) for first, last in _parted(lines)
    )
    return Paragraphs([Block(each) for each in made if each])


class _Reader:
    """Goes through nodes, and ends a paragraph where a block begins or ends."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.images: list[Image] = []
        self._pieces: list[str] = []
        self._bold: list[str] = []
        self._centred = self._caption = self._pictured = False
        self._level = 0

    def enter(self, node: Element, bold: bool = False) -> None:
        """Read `node`, which stands in what is bold if that is said."""
        self._put(node.text, bold)
        for child in node:
            tag = child.tag
            if tag == "br":
                self._pieces.append(_BREAK)
                self._bold.append(_BREAK)
            elif tag == "img":
                self._picture(child)
            elif tag not in HIDDEN:
                given = child.keys()
                if not given and tag in _PLAIN:
                    self._plain(child, bold)
                elif not (given and is_arrows(child)):
                    self._element(child, str(tag), bold)
            if child.tail:
                self._put(child.tail, bold)

    def _plain(self, node: Element, bold: bool) -> None:
        """Read a block that says nothing of itself: most are a paragraph of text and no more."""
        if self._pieces:
            self.end()
        if len(node):
            self.enter(node, bold)
            self.end()
        elif node.text and (text := line_of(node.text)):
            self._keep(text, bold)

    def _keep(self, text: str, bold: bool) -> None:
        self.blocks.append(
            Block(text, bold, self._centred, self._caption, self._pictured, self._level)
        )
        self._pictured = False

    def _element(self, node: Element, tag: str, bold: bool) -> None:
        style = node.get("style")
        bold = bold or tag in _BOLD or bool(style and _BOLD_STYLE.search(style))
        if tag not in BLOCKS:
            self.enter(node, bold)
            return
        self.end()
        outer = self._centred, self._caption, self._level
        aligned = node.get("align") or ""
        self._centred = (
            tag == "center" or aligned.lower() == "center" or bool(style and _CENTRED.search(style))
        )
        self._caption = self._caption or _is_caption(node, tag)
        self._level = HEADINGS.index(tag) + 1 if tag in HEADINGS else self._level
        self.enter(node, bold)
        self.end()
        self._centred, self._caption, self._level = outer

    def end(self) -> None:
        """End the paragraph at hand, of which a line break may have made several."""
        if not self._pieces:
            return
        whole, bold = "".join(self._pieces), "".join(self._bold)
        self._pieces, self._bold = [], []
        if _BREAK not in whole:
            self._block(line_of(whole), bold)
        elif whole.strip():
            bolds = bold.split(_BREAK)
            lines = whole.split(_BREAK)
            for first, last in _parted(lines):
                text = join_text([line_of(line) for line in lines[first:last]])
                self._block(text, " ".join(bolds[first:last]))

    def _block(self, text: str, bold: str) -> None:
        """Keep a paragraph, of which `bold` is what is bold in it."""
        if text:
            heavy = bool(bold) and len("".join(bold.split())) >= len(text.replace(" ", ""))
            self._keep(text, heavy)

    def _put(self, text: str | None, bold: bool) -> None:
        if text:
            self._pieces.append(text)
            if bold:
                self._bold.append(text)

    def _picture(self, node: Element) -> None:
        if node.get("width") in _POINT or node.get("height") in _POINT:
            return
        self._pictured = True
        address = next(filter(None, map(node.get, _ADDRESSES)), "")
        self.images.append(Image(address, caption_of(node), len(self.blocks)))


def caption_of(image: Element) -> str:
    """Return what the attributes of an `image` say of it, which may be escaped paragraphs."""
    for name in ("data-original-title", "title", "alt"):
        given = image.get(name)
        if given and not _SAYS_NOTHING.fullmatch(given):
            lines = [line for each in _LINES.split(given) if (line := bare(each))]
            if lines:
                return " ".join(lines)
    return ""


def _is_caption(node: Element, tag: str) -> bool:
    if tag == "figcaption" or _CAPTION.search(node.get("class") or ""):
        return True
    if tag not in ("table", "figure", "dl") or node.find(".//img") is None:
        return False
    text = "".join(map(str, node.itertext()))
    return len(text) <= _SHORT_TABLE and text.count("。") <= _FEW_SENTENCES


def _parted(lines: list[str]) -> list[tuple[int, int]]:
    """Return where paragraphs begin and end among the `lines` between breaks.

    An empty line parts them, and so do an indent, the end of a sentence, and verse.
    """
    if len(lines) == 1:
        return [(0, 1)]
    filled = [line.strip() for line in lines if line.strip()]
    verse = len(filled) >= _MANY_LINES and max(map(len, filled)) <= _SHORT_LINE
    starts = [0]
    for at in range(1, len(lines)):
        before = lines[at - 1].strip()
        if (
            verse
            or not before
            or _INDENT.match(lines[at].lstrip("\n\r\t"))
            or ends_sentence(before)
        ):
            starts.append(at)
    return list(zip(starts, [*starts[1:], len(lines)], strict=True))
