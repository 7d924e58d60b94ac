"""The body of a web page: readability's choice, from a page without what is surely none of it."""

import logging
import re
from collections.abc import Iterator
from typing import cast

from lxml import etree
from readability import Document
from readability.readability import Unparseable

from store.press.markup.paragraphs import Paragraphs, paragraphs_of
from store.press.markup.parse import Element, finder, parse
from store.press.markup.text import HIDDEN

logging.getLogger("readability").setLevel(logging.CRITICAL)

_NOT_BODY = re.compile(
    r"(?:^|[-_\s])(?:comments?|pinglun|related?|relevant|recommend\w*|tuijian|xiangguan|hotnews"
    r"|share\w*|bdshare\w*|breadcrumbs?|crumbs?|footer|sidebar|aside|copyright|qrcode|erweima"
    r"|toolbar|pagination|login|advert\w*|ads?|guanggao|rank\w*|paihang|prev-?next"
    r"|post_comment|tie-\w+|rec-?list|morenews)(?:$|[-_\s])",
    re.IGNORECASE,
)
"""What sites call that which stands around a story, in English and in pinyin."""
_KEPT = {"html", "body", "article", "main"}
_DROPPED = HIDDEN | {"nav", "footer", "aside", "button", "input", "form", "head"}
_INVISIBLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_LISTS = finder(".//ul | .//ol | .//dl | .//div | .//section | .//table")
_LINES = finder(".//p | .//li | .//div[not(.//p)]")
_MOST = 0.5
"""A block that is more than half links leads elsewhere; so does one that holds most of a page
stand around its story, and not beside it."""
_ALL = 0.9
_LONG_LINK = 12


def drop_surroundings(root: Element) -> None:
    """Take out of a page what stands around its article, wherever a site says so itself."""
    whole = _length(root)
    for node in list(root.iter(etree.Element)):
        if node.tag in _KEPT or node.getparent() is None:
            continue
        if node.tag in _DROPPED or (node.attrib and _is_around(node)):
            small = node.tag in HIDDEN or node.tag == "head" or _length(node) <= _MOST * whole
            if small:
                _drop(node)


def body_of(root: Element, file: str) -> Paragraphs:
    """Return the paragraphs and pictures of the article on a page; `file` is its source's name."""
    markup = etree.tostring(root, encoding="unicode", method="html")
    try:
        summary = Document(markup).summary(html_partial=True, keep_all_images=True)
    except (Unparseable, ValueError):
        return Paragraphs()
    body = parse(summary, file)
    for node in reversed(_LISTS(body)):
        links = node.findall(".//a")
        if len(links) > 1 and _linked(links) > _MOST * _length(node):
            _drop(node)
    for node in _LINES(body):
        links = node.findall(".//a")
        if links and _linked(links) > max(_LONG_LINK, _ALL * _length(node)):
            _drop(node)
    return paragraphs_of([body])


def _is_around(node: Element) -> bool:
    style = node.get("style")
    if node.get("hidden") is not None or (style and _INVISIBLE.search(style)):
        return True
    return any(_NOT_BODY.search(node.get(name) or "") for name in ("class", "id"))


def _linked(links: list[Element]) -> int:
    return sum(map(_length, links))


def _length(node: Element) -> int:
    return len("".join("".join(cast("Iterator[str]", node.itertext())).split()))


def _drop(node: Element) -> None:
    """Take a node out of its tree, but not the text behind it."""
    parent = node.getparent()
    if parent is None:
        return
    if node.tail:
        before = node.getprevious()
        if before is None:
            parent.text = (parent.text or "") + node.tail
        else:
            before.tail = (before.tail or "") + node.tail
    parent.remove(node)
