"""The links of a page list in their order, and the pages that are named between them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from store.press.epaper.addresses import is_page
from store.press.epaper.labels import Label, read_label
from store.press.markup.parse import Element
from store.press.markup.text import HIDDEN, first_text, text_of
from store.press.text.clean import clean_line
from store.press.text.web_address import resolved

_VIEW = re.compile(r"view\(\s*([\"'])((?:\\.|(?!\1).){1,400})\1\s*\)")
"""A title that a script writes: document.write(view("…"))."""
_MAY_BE_LABEL = re.compile(
    r"\s*[\[【(（]?\s*第?\s*[A-Za-zＡ-Ｚ0-9０-９一二三四五六七八九十]{1,6}\s*(?:版|[\]】:：]|\s|$)"
)
_LONGEST_LABEL = 40
_CUT = ("…", "...", "..")
_ADDRESSES = ("href", "daoxiang", "data-href")


HELD = "neirong"
"""The attribute in which some papers hold the markup of an article that a program shows."""


class Link(NamedTuple):
    """A link: its whole address (``""``: the name of a page that is no link), and what it says.

    `body` is the markup of the article, where the link itself holds that.
    """

    address: str
    text: str
    label: Label | None
    body: str = ""


def links_of(root: Element, address: str) -> Iterator[Link]:
    """Yield the links of a page at `address`, and the names of pages that stand between them."""
    within: Element | None = None
    for node in root.iter():
        tag = node.tag
        if tag == "a":
            within = node
            target = next((found for name in _ADDRESSES if (found := node.get(name))), "")
            text, body = _title(node), node.get(HELD) or ""
            where = resolved(address, target) or (body and f"{address}#{text}")
            if where:
                yield Link(where, text, read_label(text, of_page=is_page(where)), body)
        elif tag not in HIDDEN and _MAY_BE_LABEL.match(node.text or ""):
            text = "" if _is_within(node, within) else _short_text(node)
            if label := read_label(text):
                yield Link("", text, label)


def _title(node: Element) -> str:
    """Return what a link says; what is cut short is whole in its attribute."""
    text = first_text(node)
    given = clean_line(node.get("title") or node.get("alt") or "")
    if not text:
        for script in node.iter("script"):
            if found := _VIEW.search(script.text or ""):
                return clean_line(found[2].replace("\\", ""))
        return given
    stem = text.rstrip(".…")
    if text.endswith(_CUT) and len(given) > len(stem) and given.startswith(stem):
        return given
    return text


def _is_within(node: Element, link: Element | None) -> bool:
    return link is not None and any(each is link for each in node.iterancestors())


def _short_text(node: Element) -> str:
    """Return the text of a node that may be a page's name; ``""`` where it is longer than one."""
    pieces = "".join(map(str, node.itertext())).split()
    if sum(map(len, pieces)) > _LONGEST_LABEL or node.find(".//a") is not None:
        pieces = (node.text or "").split()
        return clean_line(" ".join(pieces)) if sum(map(len, pieces)) <= _LONGEST_LABEL else ""
    return text_of(node)
