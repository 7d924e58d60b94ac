"""The headline of a web page: the heading that its title repeats, and what stands around it."""

import re
from collections.abc import Sequence

from msgspec import Struct

from store.press.markup.furniture import author_of, is_furniture
from store.press.markup.paragraphs import Block
from store.press.markup.parse import Element, finder
from store.press.markup.text import HEADINGS, text_of
from store.press.text.characters import folded
from store.press.web.sites import is_site

_PARTS = re.compile(r"\s*(?:[_|｜]|\s[-–—]+\s|[-–—]{1,2}(?=[^-–—]*$)|\s>+\s|<<)\s*")
"""What stands between a headline, a column and a site in a title."""
_TITLED = finder(
    "//*[self::h1 or self::h2 or self::h3 or self::h4 or self::h5 or self::h6"
    " or contains(translate(@class, 'TILE', 'tile'), 'title')"
    " or contains(translate(@id, 'TILE', 'tile'), 'title')]"
)
_SET_APART = finder(
    "//font[number(translate(@size, '+', '')) >= 4] | //center//b | //center//strong"
    " | //*[@align='center']//b | //*[@align='center']//strong"
)
"""What old pages have for a heading."""
_SHORT, _CUT_SHORT, _LONG, _LOOKED_AT = 4, 6, 120, 400
_BLANKS = re.compile(r"[\s\"“”„「」『』‘’']+")
_CUT = re.compile(r"(?:\.{2,}|…+)$")
_NEAR = 6
"""Among so many first paragraphs of a chapter its head stands."""
_NEIGHBOURS = {"h2", "h3", "h4", "h5"}


class Head(Struct, frozen=True):
    """The headline of a page with its kicker and subhead, and the parts of its title after it."""

    headline: str
    kicker: str = ""
    subhead: str = ""
    site_parts: tuple[str, ...] = ()


def read_head(root: Element, title: str, told: list[str]) -> Head:
    """Return the head of the article on a page of this `title`; `told` is what else it is called.

    A heading is believed that the page's title or what is `told` repeats; else the title's first
    part is the headline, which has the site's name behind it.
    """
    parts = [part for part in _PARTS.split(title) if part]
    without_site = title[: title.rfind(parts[-1])] if len(parts) > 1 else title
    names = [*parts[:1], *told, without_site]
    node, headline = _heading(root, names)
    if node is None:
        headline = _called(parts, told, title)
    if node is None and is_site(headline):
        node = next((each for each in _SET_APART(root) if _is_headline(text_of(each))), None)
        headline = headline if node is None else text_of(node)
    plain = bare(headline)
    after = tuple(part for part in parts if bare(part) not in plain)
    kicker, subhead = _around(node) if node is not None else ("", "")
    return Head(headline, kicker, subhead, after)


def head_of_chapter(blocks: Sequence[Block], title: str) -> Head:
    """Return the head of a chapter that a book's contents call by this `title`, perhaps ``""``.

    The headline is the heading that says so, else the first; headings right beside it are the rest.
    """
    plain = bare(_CUT.sub("", title))
    near = blocks[:_NEAR]
    called = [at for at, block in enumerate(near) if plain and bare(block.text).startswith(plain)]
    headings = [at for at, block in enumerate(near) if block.level]
    at = next(iter((*called, *headings)), None)
    if at is None:
        return Head(title)
    before, after = near[at - 1 : at] if at else [], near[at + 1 : at + 2]
    kicker, subhead = (
        "".join(block.text for block in beside if block.level and not _is_aside(block.text))
        for beside in (before, after)
    )
    return Head(near[at].text, kicker, subhead)


def _called(parts: list[str], told: list[str], title: str) -> str:
    """Return the headline that no heading says: the longest of those that the title begins with."""
    whole = bare(title)
    names = [*parts[:1], *(name for name in told if bare(name) != whole or len(parts) < 2)]
    begun = [name for name in names if _is_headline(name) and whole.startswith(bare(name))]
    return max(begun, key=len) if begun else next(filter(_is_headline, [*told, title]), "")


def bare(text: str) -> str:
    """Return `text` as headlines are compared: folded, without blanks and quotation marks."""
    return _BLANKS.sub("", folded(text)).lower()


def _heading(root: Element, names: list[str]) -> tuple[Element | None, str]:
    """Return the longest heading that one of the `names` begins with, else one that was cut.

    Some sites cut their titles: then a heading goes on where the name ends.
    """
    plain = [bare(_CUT.sub("", name)) for name in names if _is_headline(name)]
    headings = [(node, text_of(node)) for node in _TITLED(root)[:_LOOKED_AT]]
    headings = [(node, text) for node, text in headings if _is_headline(text)]
    repeated = [
        (node, text)
        for node, text in headings
        if any(name.startswith(bare(text)) for name in plain)
    ]
    if repeated:
        return max(repeated, key=lambda found: len(found[1]))
    for node, text in headings:
        if any(len(name) >= _CUT_SHORT and bare(text).startswith(name) for name in plain):
            return node, text
    if not plain:
        return next(((node, text) for node, text in headings if node.tag == "h1"), (None, ""))
    return None, ""


def _is_headline(text: str) -> bool:
    return _SHORT <= len(text) <= _LONG


def _around(node: Element) -> tuple[str, str]:
    """Return the headings right before and right after a headline: its kicker and its subhead."""
    before, after = node.getprevious(), node.getnext()
    return _beside(before), _beside(after)


def _beside(node: Element | None) -> str:
    if node is None or node.tag not in _NEIGHBOURS or node.find(".//a") is not None:
        return ""
    text = text_of(node)
    whole = len(text) <= _LONG and len(list(node.iter(*HEADINGS))) == 1
    return text if whole and not _is_aside(text) else ""


def _is_aside(text: str) -> bool:
    """Return whether a heading says who wrote or whence a story is, and nothing of it."""
    return bool(author_of(text)) or is_furniture(text)
