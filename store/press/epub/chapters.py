"""The chapters of a book: each file, or what lies between two places that the contents name in it.

What calibre sets around an article, its bars of links and its lists of articles, is left out; the
address that an article was taken from stands there.
"""

import re
from collections.abc import Iterator, Sequence, Set
from typing import NamedTuple
from urllib.parse import unquote

from lxml import etree
from msgspec import Struct, field

from store.press.epub.book import Book, Entry
from store.press.markup.charset import decode_page
from store.press.markup.paragraphs import Block, Paragraphs, paragraphs_of
from store.press.markup.parse import Element, parse
from store.press.markup.surroundings import drop, length_of
from store.press.markup.text import text_of
from store.press.package import Package, path_to

_BAR = re.compile(r"calibre_?navbar|touchscreen_?navbar", re.IGNORECASE)
_LIST = re.compile(r"calibre_?(?:feed|article)_?list|\btoc\b", re.IGNORECASE)
_TAKEN_FROM = "calibre-downloaded-from"
_TAKEN = re.compile(r"downloaded by|calibre.{0,20}下载", re.IGNORECASE)
_BAR_TEXT = re.compile(r"[\s|·•>»<«]*")
_BAR_LENGTH = 200
_MOSTLY, _FEWEST = 0.5, 3
"""A list of articles has more than half of its text in links, and three links at least."""
_STORY = 60
"""Characters of text with which a story begins."""
_SPLIT = re.compile(r"_split_\d+(?=\.\w+$)")
_MARK = "\ue000{at}\ue000"


class _Place(NamedTuple):
    """An entry of the contents, the section that it lies in, and that of what comes after it."""

    entry: Entry
    over: str = ""
    within: str = ""


class Chapter(Struct):
    """A piece of the book: the section that it lies in, what the contents call it, its text."""

    section: str
    title: str
    root: Element
    body: Paragraphs = field(default_factory=Paragraphs)
    address: str = ""
    """The address that it was taken from."""
    path: str = ""
    """The part of the book in which it begins."""


def chapters_of(package: Package, book: Book, name: str) -> list[Chapter]:
    """Return the chapters of a book in their order; `name` is what it is called.

    Raises SourceError where more is in them than may be.
    """
    found: list[Chapter] = []
    places = _places(book.contents)
    leaves = {entry.path for entry in book.contents if entry.leaf}
    section, before = "", ""
    for path in book.files:
        decoded = decode_page(package.read(path))
        if decoded is None:
            continue
        root = parse(decoded.text, name)
        address = _without_bars(root)
        entries = places.get(path, [])
        section = entries[0].within if entries else section
        if _is_list(root, path, [place.entry for place in entries], leaves):
            continue
        goes_on = not entries and found and _SPLIT.sub("", path) == _SPLIT.sub("", before)
        before = path
        pieces = _pieces(root, entries or [_Place(Entry(""), section, section)])
        if goes_on:
            _append(found[-1], next(pieces).body, address)
        else:
            for piece in pieces:
                piece.address, piece.path = address, path
                found.append(piece)
    return found


def _places(contents: Sequence[Entry]) -> dict[str, list[_Place]]:
    """Return the entries of the contents by the file that they name, each with its section."""
    top = [entry for entry in contents if not entry.depth]
    root = 1 if len(top) == 1 and not top[0].leaf else 0  # the book itself stands over all
    above: list[str] = []
    places: dict[str, list[_Place]] = {}
    for entry in contents:
        del above[entry.depth :]
        over = (above[root:] or [""])[-1]
        within = over if entry.leaf or entry.depth < root else entry.title
        above.append(entry.title)
        places.setdefault(entry.path, []).append(_Place(entry, over, within))
    return places


def _pieces(root: Element, entries: Sequence[_Place]) -> Iterator[Chapter]:
    """Yield what stands between the places of a page that the contents name.

    Where text stands over the first of them, these are sections of the one story that it begins.
    """
    leaves = [place for place in entries if place.entry.leaf] or entries[:1]
    if len(leaves) == 1:
        entry, _, section = leaves[0]
        yield Chapter(section, entry.title if entry.leaf else "", root, paragraphs_of(_body(root)))
        return
    ids = {node.get("id"): node for node in root.iter(etree.Element) if node.get("id")}
    marks: list[Element] = []
    for at, place in enumerate(leaves):
        node = ids.get(place.entry.fragment)
        if node is not None and node.getparent() is not None:
            mark = etree.Element("p")
            mark.text = _MARK.format(at=at)
            node.addprevious(mark)
            marks.append(mark)
    pieces = list(_between_marks(root, leaves))
    over = [place for place in entries if not place.entry.leaf]
    before = pieces[0].body.blocks if not pieces[0].title else []
    if over and sum(len(block.text) for block in before if not block.level) >= _STORY:
        for mark in marks:
            drop(mark)
        yield Chapter(over[0].over, over[0].entry.title, root, paragraphs_of(_body(root)))
    else:
        yield from pieces


def _between_marks(root: Element, leaves: Sequence[_Place]) -> Iterator[Chapter]:
    marks = {_MARK.format(at=at): leaf for at, leaf in enumerate(leaves)}
    whole = paragraphs_of(_body(root))
    section, title, start = leaves[0].over, "", 0
    for at, block in enumerate([*whole.blocks, Block(_MARK)]):
        if block.text in marks or at == len(whole.blocks):
            if title or start < at:
                yield Chapter(section, title, root, between(whole, start, at))
            entry, section, _ = marks.get(block.text, leaves[0])
            title, start = entry.title, at + 1


def _body(root: Element) -> list[Element]:
    return list(root.iter("body"))[:1] or [root]


def between(whole: Paragraphs, start: int, end: int) -> Paragraphs:
    """Return the paragraphs from `start` to `end`, and the pictures among them."""
    body = Paragraphs(whole.blocks[start:end])
    for image in whole.images:
        if start <= image.at <= end and (image.at < end or end == len(whole.blocks)):
            image.at -= start
            body.images.append(image)
    return body


def _append(chapter: Chapter, rest: Paragraphs, address: str) -> None:
    """Put the `rest` of a chapter, which stands in a file of its own, to it."""
    for image in rest.images:
        image.at += len(chapter.body.blocks)
    chapter.body.images += rest.images
    chapter.body.blocks += rest.blocks
    chapter.address = chapter.address or address


def _without_bars(root: Element) -> str:
    """Take bars of links out of a page, and return the address that they say it is from."""
    address = ""
    for node in list(root.iter("div", "p", "table", "span")):
        links = list(node.iter("a"))
        if not links or not _is_bar(node, links):
            continue
        if _TAKEN.search(text_of(node)) or links[0].get("rel") == _TAKEN_FROM:
            address = address or links[0].get("href") or ""
        drop(node)
    return address


def _is_bar(node: Element, links: Sequence[Element]) -> bool:
    if _BAR.search(node.get("class") or ""):
        return True
    text = text_of(node)
    if len(text) > _BAR_LENGTH:
        return False
    if _TAKEN.search(text) or any(link.get("rel") == _TAKEN_FROM for link in links):
        return True
    for link in links:
        text = text.replace(text_of(link), "", 1)
    return "|" in text and bool(_BAR_TEXT.fullmatch(text))


def _is_list(root: Element, path: str, entries: Sequence[Entry], leaves: Set[str]) -> bool:
    """Return whether the page at `path` is a list of what follows, and tells no story.

    `entries` are those that name it, `leaves` the paths of the stories in the contents.
    """
    links = list(root.iter("a"))
    if any(_LIST.search(node.get("class") or "") for node in root.iter("ul", "table", "div")):
        return True
    if entries and not any(entry.leaf for entry in entries):
        targets = {
            path_to(unquote(link.get("href") or "").partition("#")[0], path) for link in links
        }
        if not leaves.isdisjoint(targets - {path}):
            return True
    linked = sum(map(length_of, links))
    return len(links) >= _FEWEST and linked > _MOSTLY * length_of(root)
