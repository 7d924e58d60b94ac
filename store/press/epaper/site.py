"""The files of a mirrored issue by the addresses that its links go by; nothing else is reached."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from lxml import etree
from msgspec import Struct

from store.errors import SourceError
from store.press.epaper.addresses import UNKNOWN
from store.press.epaper.founder import Founder, read_founder
from store.press.epaper.links import HELD
from store.press.markup.charset import decode_page
from store.press.markup.parse import Element, finder, parse
from store.press.mirror import HOST, File, Places, at
from store.press.outline import own_address, place

_BODY_BEGINS = re.compile(r"<!--\s*enpcontent\s*-->")
_BODY_ENDS = re.compile(r"<!--\s*/enpcontent\s*-->")
_BEGINNING = 2_000
_HOLDING = finder(f"//*[@{HELD} and not(self::a)]")
_MARKUP = (
    b"<html",
    b"<!doctype",
    b"<head",
    b"<body",
    b"<meta",
    b"<table",
    b"<div",
    b"<script",
    b"<!--",
)


class Opened(Struct, frozen=True):
    """A page, decoded and parsed."""

    address: str
    root: Element
    text: str
    founder: Founder

    @property
    def own(self) -> str:
        """The address that it says to have on the web, ``""`` if none."""
        return own_address(self.text)


def open_page(data: bytes, file: str, address: str = "") -> Opened | None:
    """Return the page in `data`, None when it is no text; raises SourceError (see `parse`)."""
    decoded = decode_page(data)
    if decoded is None:
        return None
    text = decoded.text
    root = parse(_with_body(text), file)
    if HELD in text:
        _unfold(root, file)
    return Opened(address, root, text, read_founder(root, text))


def _with_body(text: str) -> str:
    """Return `text` with Founder's tag for the body, where only its comments say where that is."""
    if "<!--enpcontent" not in text or "<founder-content" in text:
        return text
    return _BODY_ENDS.sub("</founder-content>", _BODY_BEGINS.sub("<founder-content>", text, 1), 1)


def _unfold(root: Element, file: str) -> None:
    """Put into the page what nodes hold in an attribute: the article that a program would show."""
    for node in _HOLDING(root):
        shown = parse(node.get(HELD) or "", file).find("body")
        if shown is not None:
            body = etree.SubElement(node, "founder-content")
            body.text = shown.text
            body.extend(list(shown))


class Site:
    """The pages of a mirror, opened when they are asked for."""

    def __init__(self, files: Sequence[File], name: str) -> None:
        self._name = name
        self._files = {file.path: file for file in files if _is_markup(file.data)}
        places = Places(place(file.path, file.data) for file in self._files.values())
        self._find = cache(places.find)  # a page's links are asked for again and again

    def addresses(self) -> Iterator[str]:
        """Yield the address of each page, sorted by their paths, the shortest first."""
        for path in sorted(self._files, key=lambda path: (path.count("/"), path)):
            yield at(path)

    def find(self, address: str) -> str:
        """Return the address here of what `address` names, ``""`` where the mirror has it not."""
        path = self._find(address)
        return at(path) if path else ""

    def open(self, address: str) -> Opened | None:
        """Return the page at this address of the mirror, None where there is none to read.

        One that is larger or deeper than any is none: the others are read without it.
        """
        file = self._files.get(address.removeprefix(HOST))
        try:
            return open_page(file.data, f"{self._name}/{file.path}", address) if file else None
        except SourceError:
            return None


def is_told(address: str) -> bool:
    """Return whether `address` is one on the web, and none that was given for want of another."""
    return bool(address) and not address.startswith((HOST, UNKNOWN))


def _is_markup(data: bytes) -> bool:
    start = data[:_BEGINNING].lower()
    return any(sign in start for sign in _MARKUP)
