"""What stands around a story, where a site says so itself by what it calls the parts of a page."""

import re
from collections.abc import Iterator
from typing import cast

from lxml import etree

from store.press.markup.parse import Element
from store.press.markup.text import HIDDEN

_NONE = re.compile(
    r"(?:^|[-_\s])(?:(?:post|new)?-?comments?|pinglun|pl|gentie|liuyan|reply|tie"
    r"|feedflare|sharedaddy|jp-relatedposts|addtoany\w*|bdsharebuttonbox)(?:$|[-_\s])",
    re.IGNORECASE,
)
_NOT_BODY = re.compile(
    r"(?:^|[-_\s])(?:related?|relevant|recommend\w*|tuijian|xiangguan|hotnews"
    r"|share\w*|bdshare\w*|breadcrumbs?|crumbs?|footer|sidebar|aside|copyright|qrcode|erweima"
    r"|toolbar|pagination|login|advert\w*|ads?|guanggao|rank\w*|paihang|prev-?next"
    r"|rec-?list|morenews)(?:$|[-_\s])",
    re.IGNORECASE,
)
"""What programs put under every story, comments too, and what sites call that which stands around
one: in English and in pinyin."""
_KEPT = {"html", "body", "article", "main"}
_DROPPED = {"nav", "footer", "aside", "button", "input", "form"}
_INVISIBLE = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_MOST = 0.5
"""A block that holds more than half of a page stands around its story, and not beside it."""


def drop_surroundings(root: Element) -> None:
    """Take out of a page what stands around its article, wherever a site says so itself."""
    whole = length_of(root)
    for node in list(root.iter(etree.Element)):
        if node.tag in _KEPT or node.getparent() is None:
            continue
        around = node.tag in _DROPPED or _is_around(node)
        if _is_none(node) or (around and length_of(node) <= _MOST * whole):
            drop(node)
        elif "visibility" in node.get("style", ""):
            del node.attrib["style"]  # what a program shows in the end (微信公众号)


def _is_none(node: Element) -> bool:
    """Return whether a node is no text at all, or comments."""
    if node.tag in HIDDEN or node.tag == "head":
        return True
    return _named(node, _NONE) and node.find(".//h1") is None


def _is_around(node: Element) -> bool:
    style = node.get("style")
    if node.get("hidden") is not None or (style and _INVISIBLE.search(style)):
        return True
    return _named(node, _NOT_BODY)


def _named(node: Element, names: re.Pattern[str]) -> bool:
    given = (node.get("class"), node.get("id")) if node.attrib else ()
    return any(name and names.search(name) for name in given)


def length_of(node: Element) -> int:
    """Return how many characters stand in a node; blanks do not count."""
    return len("".join("".join(cast("Iterator[str]", node.itertext())).split()))


def drop(node: Element) -> None:
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
