"""The body of a web page: readability's choice, from a page without what is surely none of it."""

import logging

from lxml import etree
from msgspec.structs import replace
from readability import Document
from readability.readability import Unparseable

from store.press.markup.paragraphs import Paragraphs, paragraphs_of
from store.press.markup.parse import Element, finder, parse
from store.press.markup.surroundings import drop, length_of

logging.getLogger("readability").setLevel(logging.CRITICAL)

_LISTS = finder(".//ul | .//ol | .//dl | .//div | .//section | .//table")
_LINES = finder(".//p | .//li | .//div[not(.//p)]")
_MOST = 0.5
"""A block that is more than half links leads elsewhere."""
_ALL = 0.9
_LONG_LINK = 12
_TOLD = 24
"""Characters of a paragraph that stands nowhere else on its page."""


def body_of(root: Element, file: str) -> Paragraphs:
    """Return the paragraphs and pictures of the article on a page; `file` is its source's name.

    Readability says where they begin and end. Between, it drops what is short, and what tells
    captions apart: so all that stands there is taken, but for links that lead elsewhere.
    """
    _drop_links(root)
    markup = etree.tostring(root, encoding="unicode", method="html")
    try:
        summary = Document(markup).summary(html_partial=True, keep_all_images=True)
    except (Unparseable, ValueError):
        return Paragraphs()
    chosen = {block.text for block in paragraphs_of([parse(summary, file)]).blocks}
    page = paragraphs_of([root])
    start, end = _span([block.text for block in page.blocks], chosen)
    images = [
        replace(image, at=image.at - start) for image in page.images if start <= image.at <= end
    ]
    return Paragraphs(page.blocks[start:end], images)


def _span(texts: list[str], chosen: set[str]) -> tuple[int, int]:
    """Return where the `chosen` ones among `texts` begin and end; a short one may be a button."""
    long = [at for at, text in enumerate(texts) if len(text) >= _TOLD and text in chosen]
    if not long:
        long = [at for at, text in enumerate(texts) if text in chosen]
    if not long:
        return 0, 0
    start, end = long[0], long[-1] + 1
    while start and texts[start - 1] in chosen:
        start -= 1
    while end < len(texts) and texts[end] in chosen:
        end += 1
    return start, end


def _drop_links(root: Element) -> None:
    """Take out of a page the lists and lines of links that lead elsewhere."""
    for node in reversed(_LISTS(root)):
        links = node.findall(".//a")
        if len(links) > 1 and _linked(links) > _MOST * length_of(node):
            drop(node)
    for node in _LINES(root):
        links = node.findall(".//a")
        if links and _linked(links) > max(_LONG_LINK, _ALL * length_of(node)):
            drop(node)


def _linked(links: list[Element]) -> int:
    return sum(map(length_of, links))
