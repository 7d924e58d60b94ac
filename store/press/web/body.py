"""The body of a web page: readability's choice, from a page without what is surely none of it."""

import logging
import re
from collections.abc import Iterator
from typing import cast

from lxml import etree
from msgspec.structs import replace
from readability import Document
from readability.readability import Unparseable

from store.press.markup.paragraphs import Paragraphs, paragraphs_of
from store.press.markup.parse import Element, finder, parse
from store.press.markup.text import HIDDEN

logging.getLogger("readability").setLevel(logging.CRITICAL)

_COMMENTS = re.compile(
    r"(?:^|[-_\s])(?:(?:post|new)?-?comments?|pinglun|pl|gentie|liuyan|reply|tie)(?:$|[-_\s])",
    re.IGNORECASE,
)
_NOT_BODY = re.compile(
    r"(?:^|[-_\s])(?:related?|relevant|recommend\w*|tuijian|xiangguan|hotnews"
    r"|share\w*|bdshare\w*|breadcrumbs?|crumbs?|footer|sidebar|aside|copyright|qrcode|erweima"
    r"|toolbar|pagination|login|advert\w*|ads?|guanggao|rank\w*|paihang|prev-?next"
    r"|rec-?list|morenews)(?:$|[-_\s])",
    re.IGNORECASE,
)
"""What sites call comments, and that which stands around a story, in English and in pinyin."""
_KEPT = {"html", "body", "article", "main"}
_DROPPED = {"nav", "footer", "aside", "button", "input", "form"}
_INVISIBLE = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_LISTS = finder(".//ul | .//ol | .//dl | .//div | .//section | .//table")
_LINES = finder(".//p | .//li | .//div[not(.//p)]")
_MOST = 0.5
"""A block that is more than half links leads elsewhere; so does one that holds most of a page
stand around its story, and not beside it."""
_ALL = 0.9
_LONG_LINK = 12
_TOLD = 24
"""Characters of a paragraph that stands nowhere else on its page."""


def drop_surroundings(root: Element) -> None:
    """Take out of a page what stands around its article, wherever a site says so itself."""
    whole = _length(root)
    for node in list(root.iter(etree.Element)):
        if node.tag in _KEPT or node.getparent() is None:
            continue
        around = node.tag in _DROPPED or _is_around(node)
        if _is_none(node) or (around and _length(node) <= _MOST * whole):
            _drop(node)
        elif "visibility" in node.get("style", ""):
            del node.attrib["style"]  # what a program shows in the end (微信公众号)


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
        if len(links) > 1 and _linked(links) > _MOST * _length(node):
            _drop(node)
    for node in _LINES(root):
        links = node.findall(".//a")
        if links and _linked(links) > max(_LONG_LINK, _ALL * _length(node)):
            _drop(node)


def _is_none(node: Element) -> bool:
    """Return whether a node is no text at all, or comments."""
    if node.tag in HIDDEN or node.tag == "head":
        return True
    return _named(node, _COMMENTS) and node.find(".//h1") is None


def _is_around(node: Element) -> bool:
    style = node.get("style")
    if node.get("hidden") is not None or (style and _INVISIBLE.search(style)):
        return True
    return _named(node, _NOT_BODY)


def _named(node: Element, names: re.Pattern[str]) -> bool:
    given = (node.get("class"), node.get("id")) if node.attrib else ()
    return any(name and names.search(name) for name in given)


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
