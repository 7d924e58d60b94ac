"""The text of a node: without scripts, and without the letters that a font shows as arrows."""

import html
import re

from store.hostile import SUSPECT
from store.press.markup.parse import Element
from store.press.text.clean import clean_line

HIDDEN = frozenset({"script", "style", "noscript", "template", "select", "textarea", "iframe"})
"""Elements whose text is none of a page's."""
_BLOCKS = (
    "address article aside blockquote body caption center dd div dl dt fieldset figcaption figure"
    " footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section table tbody td"
    " tfoot th thead tr ul founder-content"
)
BLOCKS = frozenset(_BLOCKS.split())
"""Elements that begin and end a line."""
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_ARROWS = re.compile(r"(?:web|wing)dings", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")


def is_arrows(node: Element) -> bool:
    """Return whether a node's text is set in a font of pictures: 3 is an arrow in Webdings."""
    given = node.get("style") or node.get("face") or node.get("class")
    return given is not None and bool(_ARROWS.search(given))


def line_of(text: str) -> str:
    """Return `text` cleaned and on one line, as `clean_line` does, but quickly where it is."""
    line = " ".join(text.split())
    return clean_line(line) if SUSPECT.search(line) else line


def text_of(node: Element) -> str:
    """Return a node's text on one line, cleaned; a line break in it is a blank."""
    if len(node) == 0:
        return line_of(node.text) if node.text else ""
    pieces: list[str] = []
    _gather(node, pieces)
    return line_of("".join(pieces))


def first_text(node: Element) -> str:
    """Return what a link is called: the text of its heading, else of the first block with text."""
    for heading in node.iter(*HEADINGS):
        if text := text_of(heading):
            return text
    pieces: list[str] = []
    _gather(node, pieces, "\n")
    lines = (clean_line(line) for line in "".join(pieces).split("\n"))
    return next(filter(None, lines), "")


def bare(markup: str) -> str:
    """Return the text of a piece of `markup` on one line: its tags go, its entities are read."""
    return clean_line(html.unescape(_TAG.sub(" ", markup)))


def _gather(node: Element, pieces: list[str], between: str = " ") -> None:
    """Put the text within `node` into `pieces`, with `between` around each block."""
    if node.text:
        pieces.append(" ".join(node.text.split("\n")))
    for child in node:
        tag = child.tag
        if tag == "br":
            pieces.append(" ")
        elif tag not in HIDDEN and not is_arrows(child):
            block = tag in BLOCKS
            if block:
                pieces.append(between)
            _gather(child, pieces, between)
            if block:
                pieces.append(between)
        if child.tail:
            pieces.append(" ".join(child.tail.split("\n")))
