"""What an EPUB says of itself: its title and day, the order of its files, and its contents.

See EPUB 3.3 (package documents, navigation) and OPF 2.0.1 (the NCX). Files are looked up within the
book, each once; a file that refers to itself leads nowhere.
"""

from collections.abc import Iterator, Set
from itertools import islice
from urllib.parse import unquote

from msgspec import Struct
from msgspec.structs import replace

from store.errors import SourceError
from store.press.markup.parse import Element
from store.press.markup.xml import parse_xml
from store.press.package import Package, damaged, path_to
from store.press.text.clean import clean_line

_CONTAINER, _LOCKS = "META-INF/container.xml", "META-INF/encryption.xml"
_NCX = "application/x-dtbncx+xml"
_TEXTS = frozenset({"application/xhtml+xml", "text/html", "text/x-oeb1-document"})
_TYPE = "{http://www.idpf.org/2007/ops}type"
_MOST_FILES, _MOST_ENTRIES = 5_000, 20_000


class Entry(Struct, frozen=True):
    """An entry of the contents: the place that it names, and how deep it lies, from 0."""

    title: str
    path: str = ""
    fragment: str = ""
    depth: int = 0
    leaf: bool = True
    """Nothing lies beneath it."""


class Item(Struct, frozen=True):
    """A file of the book, as its package document lists it."""

    path: str = ""
    kind: str = ""
    properties: str = ""

    @property
    def is_contents(self) -> bool:
        """Whether it is the contents of EPUB 3."""
        return "nav" in self.properties.split()


class Book(Struct, frozen=True):
    """What a book says of itself."""

    title: str = ""
    series: str = ""
    """The paper of which it is an issue, as calibre says."""
    moment: str = ""
    """When it was published, or made, in ISO 8601."""
    files: tuple[str, ...] = ()
    """Its files of text in their order."""
    contents: tuple[Entry, ...] = ()


def read_book(package: Package, name: str) -> Book:
    """Return what the book in `package` says of itself; `name` is what it is called.

    Raises SourceError where it is damaged, or sold under a lock.
    """
    place = _package_document(package, name)
    root = _parse(package, place, name)
    items = {
        node.get("id") or "": Item(
            _path(node.get("href") or "", place)[0],
            node.get("media-type") or "",
            node.get("properties") or "",
        )
        for node in _all(root, "item")
    }
    order = (items.get(node.get("idref") or "", Item()) for node in _all(root, "itemref"))
    files = dict.fromkeys(
        item.path
        for item in order
        if item.kind in _TEXTS and item.path in package and not item.is_contents
    )
    _check_locks(package, files.keys(), name)
    return Book(
        _said(root, "title"),
        _meta(root, "calibre:series"),
        _said(root, "date") or _meta(root, "calibre:timestamp"),
        tuple(islice(files, _MOST_FILES)),
        _contents(package, list(items.values()), name),
    )


def _package_document(package: Package, name: str) -> str:
    """Return the path of the book's package document."""
    if _CONTAINER in package:
        for node in _all(_parse(package, _CONTAINER, name), "rootfile"):
            path = node.get("full-path") or ""
            if path in package:
                return path
    for path in package.paths:
        if path.endswith(".opf"):
            return path
    raise damaged(name)


def _check_locks(package: Package, files: Set[str], name: str) -> None:
    """Raise SourceError where the text is locked, and not its fonts alone."""
    if _LOCKS not in package:
        return
    for node in _all(_parse(package, _LOCKS, name), "CipherReference"):
        if unquote(node.get("URI") or "") in files:
            raise SourceError(
                "{file}: this book is sold under a lock (DRM); only one without it can be read.",
                file=name,
            )


def _contents(package: Package, items: list[Item], name: str) -> tuple[Entry, ...]:
    """Return the book's contents: those of EPUB 3 if it has any, else the NCX."""
    for item in items:
        if item.is_contents and item.path in package:
            for nav in _all(_parse(package, item.path, name), "nav"):
                if nav.get(_TYPE) in (None, "toc") and (found := _bounded(_listed(nav, item.path))):
                    return found
    for item in items:
        if item.kind == _NCX and item.path in package:
            for tree in _all(_parse(package, item.path, name), "navMap"):
                return _bounded(_points(tree, item.path))
    return ()


def _bounded(entries: Iterator[Entry]) -> tuple[Entry, ...]:
    """Return `entries` with what lies beneath which of them."""
    found = list(islice(entries, _MOST_ENTRIES))
    return tuple(
        replace(here, leaf=not (at + 1 < len(found) and found[at + 1].depth > here.depth))
        for at, here in enumerate(found)
    )


def _listed(node: Element, place: str, depth: int = 0) -> Iterator[Entry]:
    """Yield the entries of a list of EPUB 3, and of the lists within it."""
    for child in node:
        tag = _tag(child)
        if tag == "ol":
            yield from _listed(child, place, depth)
        elif tag == "li":
            for each in child:
                if _tag(each) in ("a", "span"):
                    yield _entry(_text(each), each.get("href") or "", place, depth)
                elif _tag(each) == "ol":
                    yield from _listed(each, place, depth + 1)


def _points(node: Element, place: str, depth: int = 0) -> Iterator[Entry]:
    """Yield the entries of an NCX, and those within them."""
    for child in node:
        if _tag(child) != "navPoint":
            continue
        label, source = "", ""
        for each in child:
            if _tag(each) == "navLabel":
                label = _text(each)
            elif _tag(each) == "content":
                source = each.get("src") or ""
        yield _entry(label, source, place, depth)
        yield from _points(child, place, depth + 1)


def _entry(title: str, target: str, place: str, depth: int) -> Entry:
    path, fragment = _path(target, place) if target else ("", "")
    return Entry(title, path, fragment, depth)


def _path(target: str, place: str) -> tuple[str, str]:
    """Return the path of the file that is referred to from `place`, and the place within it."""
    path, _, fragment = target.partition("#")
    return path_to(unquote(path), place) if path else place, unquote(fragment)


def _parse(package: Package, path: str, name: str) -> Element:
    root = parse_xml(package.read(path))
    if root is None:
        raise damaged(name)
    return root


def _said(root: Element, name: str) -> str:
    """Return the first that the metadata say of this name (Dublin Core)."""
    return next(filter(None, (_text(node) for node in _all(root, name))), "")


def _meta(root: Element, name: str) -> str:
    for node in _all(root, "meta"):
        if node.get("name") == name:
            return clean_line(node.get("content") or "")
    return ""


def _all(root: Element, name: str) -> Iterator[Element]:
    """Yield the nodes of this local name, in whatever namespace."""
    return (node for node in root.iter(f"{{*}}{name}"))


def _tag(node: Element) -> str:
    return str(node.tag).rpartition("}")[2]


def _text(node: Element) -> str:
    return clean_line("".join(map(str, node.itertext())))
