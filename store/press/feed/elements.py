"""From the elements of RSS, Atom and RDF to entries: by their names, whatever a feed says it is."""

import re
from collections.abc import Iterator
from functools import lru_cache

from lxml import etree

from store.press.feed.documents import Document
from store.press.feed.entries import Entry, Feed, check_count
from store.press.markup.parse import Element
from store.press.text.web_address import join

_ENTRIES = ("{*}item", "{*}entry")
_ABOUT = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about"
_FIELDS = {
    "title": "title", "link": "link", "origlink": "origin", "guid": "guid", "id": "guid",
    "pubdate": "published", "published": "published", "issued": "published", "date": "published",
    "created": "published", "updated": "updated", "modified": "updated",
    "lastbuilddate": "updated", "author": "author", "creator": "author", "category": "category",
    "subject": "category", "description": "summary", "summary": "summary", "encoded": "content",
    "content": "content", "fulltext": "content", "fullitem": "content", "body": "content",
    "enclosure": "media",
}  # fmt: skip
"""What the elements of RSS, Atom, Dublin Core and the module for content hold, by their names."""
_PICTURE = re.compile(r"\.(?:jpe?g|png|webp|gif)(?:$|[?!@])", re.IGNORECASE)
_OTHER_RELATIONS = frozenset({"self", "enclosure", "replies", "edit", "hub", "next", "license"})
_MOST_AUTHORS = 20
_TEXT_TYPES = frozenset({"text", "text/plain"})


def read_document(text: str, file: str) -> Feed:
    """Return the feed that this `text` is; `file` is what its source is called.

    Raises SourceError when it has more entries than are read, or cannot be read at all.
    """
    document = Document(text, file)
    nodes = list(document.root.iter(*_ENTRIES))
    check_count(len(nodes), file)
    about = _Fields(document, next(document.root.iter("{*}channel"), document.root))
    entries = tuple(_entry(_Fields(document, node), document) for node in nodes)
    made = about.text("updated"), about.text("published")
    return Feed(about.text("title"), about.link(), made, entries)


class _Fields:
    """The elements right within a node, by what they hold."""

    def __init__(self, document: Document, node: Element) -> None:
        self.node = node
        self._document = document
        self._found: dict[str, list[Element]] = {}
        for child in node:
            name = _name(child.tag)
            if name in self._found:
                self._found[name].append(child)
            elif name:
                self._found[name] = [child]

    def text(self, name: str) -> str:
        """Return the first text of this `name`."""
        for node in self._found.get(name, ()):
            if text := self._document.text_of(node):
                return text
        return ""

    def longest(self, name: str) -> Element | None:
        """Return the element of this `name` that has most to say."""
        nodes = self._found.get(name, ())
        if len(nodes) < 2:
            return nodes[0] if nodes else None
        return max(nodes, key=lambda node: len(self._document.text_of(node)))

    def link(self) -> str:
        """Return the address of a page: its origin, where another site counts its readers."""
        best = ""
        for node in (*self._found.get("origin", ()), *self._found.get("link", ())):
            address: str = (node.get("href") or self._document.text_of(node)).strip()
            relation = node.get("rel", "alternate")
            if address and relation not in _OTHER_RELATIONS:
                address = join(self._document.base_of(node), address)
                if relation == "alternate":
                    return address
                best = best or address
        return best

    def authors(self) -> str:
        """Return the names of who wrote an entry: Atom has each within an element."""
        names = []
        for node in self._found.get("author", ())[:_MOST_AUTHORS]:
            within = [child for child in node if _local(child.tag) == "name"]
            names.append(self._document.text_of(within[0] if within else node))
        return "、".join(names)

    def category(self) -> str:
        """Return the first category that has a name."""
        for node in self._found.get("category", ()):
            if name := node.get("label") or node.get("term") or self._document.text_of(node):
                return name
        return ""

    def pictures(self) -> Iterator[tuple[str, str]]:
        """Yield the address and the caption of each picture that the entry names."""
        for node in self._found.get("media", ()):
            for each in node.iter(etree.Element):
                address = each.get("url", "")
                if address and _is_picture(each, address):
                    yield address, self._caption(each) or self._caption(node)

    def said_of_media(self) -> str:
        """Return what the modules for sound and films say of an entry."""
        told = map(self._caption, self._found.get("media", ()))
        return self.text("itunes summary") or next(filter(None, told), "")

    def _caption(self, node: Element) -> str:
        within = (child for child in node if _local(child.tag) == "description")
        return next(map(self._document.text_of, within), "")


def _entry(fields: _Fields, document: Document) -> Entry:
    content, summary = fields.longest("content"), fields.longest("summary")
    body = summary if content is None else content
    return Entry(
        title=fields.text("title"),
        link=fields.link(),
        guid=fields.text("guid") or fields.node.get(_ABOUT, ""),
        published=fields.text("published"),
        updated=fields.text("updated"),
        author=fields.authors(),
        category=fields.category(),
        summary=document.text_of(summary) or fields.said_of_media(),
        content=document.text_of(content),
        is_plain=body is not None and body.get("type") in _TEXT_TYPES,
        base=document.base_of(fields.node if body is None else body),
        pictures=tuple(fields.pictures()),
    )


@lru_cache(maxsize=1000)
def _name(tag: str) -> str:
    """Return what an element of this name holds, ``""`` for nothing that is read.

    Of the modules for sound and films those texts count that the entry has no others for.
    """
    space, local = tag[: -len(_local(tag))], _local(tag)
    if "mrss" in space or space == "media:":
        return "media" if local in ("group", "content", "thumbnail") else ""
    name = _FIELDS.get(local.lower(), "")
    if "itunes" in space:
        return "itunes summary" if name == "summary" else ""
    return name


def _local(tag: str) -> str:
    """Return the name of an element without its namespace, or a prefix that is not declared."""
    return tag.rpartition("}")[2].rpartition(":")[2]


def _is_picture(node: Element, address: str) -> bool:
    told = f"{node.get('medium', '')}{node.get('type', '')}"
    if told:
        return "image" in told
    return _local(node.tag) == "thumbnail" or bool(_PICTURE.search(address))
