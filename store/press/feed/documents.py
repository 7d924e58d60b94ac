"""From RSS, Atom and RDF to entries: by the names of elements, whatever a feed declares them to be.

libxml2 reads what it can of a document that is not well-formed. Where tags do not match, the texts
of entries hold markup that is not escaped: then they are taken as they stand, and it reads the
document again. Nothing is fetched, and no entity of a document's own is resolved: what stands
before its root is not read.
"""

import html
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from urllib.parse import urljoin
from xml.sax.saxutils import escape

from lxml import etree

from store.press.feed.entries import Entry, Feed, check_count, damaged
from store.press.markup.parse import Element

_ROOT = re.compile(r"<(?:\w{1,20}:)?(?:rss|feed|rdf)[\s/>][^>]*>?", re.IGNORECASE)
_SECTION, _SECTION_END = "<![CDATA[", "]]>"
_OPEN, _MARK, _MARKED = "\ufdd0", "\ufdd0{}\ufdd1", re.compile("\ufdd0([0-9]+)\ufdd1")
"""What stands for a section that has been taken out, with its number: no clean text has these."""
_CHARACTER = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)(#?\w{1,31};)?")
"""An entity of HTML or a number, and an ampersand that is none and would end the text."""
_UNQUOTED = re.compile(r"(\s[\w:]{1,40})=([^\s\"'>]{1,200})")
_TEXT = re.compile(
    r"(<((?:\w{1,20}:)?(?:title|description|summary|content|encoded|fulltext))(?:\s[^<>]*)?(?<!/)>)"
    r"((?:[^<]++|<(?!/?\2[\s>]|/?(?:\w{1,20}:)?(?:item|entry)[\s>]))*+)(</\2\s*>)?"
)
"""A start tag of an entry's text, its name, all that stands up to its end, and that."""
_PREFIX = re.compile(r"(</?)\w{1,20}:")
_PARSER = etree.XMLParser(
    recover=True, resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
)
_HARMLESS = frozenset({"NS_ERR_UNDEFINED_NAMESPACE", "ERR_DOCUMENT_END", "WAR_NS_URI_RELATIVE"})
"""Errors that cost nothing of a document: prefixes that are not declared, and what follows it."""
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

_Fields = dict[str, list[Element]]


def read_document(text: str, file: str) -> Feed:
    """Return the feed that this `text` is; `file` is what its source is called.

    Raises SourceError when it has more entries than are read, or cannot be read at all.
    """
    start = _ROOT.search(text)
    feed = _Document(text[start.start() :], file).read() if start else None
    if feed is None:
        raise damaged(file)
    return feed


class _Document:
    """A document from its root on, parsed without its sections of plain characters.

    libxml2 reads those one character at a time. Where its texts are not escaped, it is parsed again
    with the texts as they stand.
    """

    def __init__(self, text: str, file: str) -> None:
        self._file = file
        self._sections: list[str] = []
        text = _CHARACTER.sub(_character, "".join(self._without_sections(text)))
        check_count(text.count("<item") + text.count("<entry"), file)
        self._has_base = "xml:base" in text
        self._root = _parse(text)
        if any(error.type_name not in _HARMLESS for error in _PARSER.error_log):
            self._root = _parse(self._with_texts_as_they_stand(text))

    def read(self) -> Feed | None:
        """Return the feed; None when nothing of it can be parsed."""
        if self._root is None:
            return None
        nodes = list(self._root.iter(*_ENTRIES))
        check_count(len(nodes), self._file)
        found = _fields(next(self._root.iter("{*}channel"), self._root))
        made = [self._text(found, name) for name in ("updated", "published")]
        entries = tuple(map(self._entry, nodes))
        return Feed(self._text(found, "title"), self._link(found), tuple(made), entries)

    def _without_sections(self, text: str) -> Iterator[str]:
        """Yield the pieces of `text` with a mark in place of each section."""
        at = 0
        while (start := text.find(_SECTION, at)) >= 0:
            yield text[at:start]
            yield _MARK.format(len(self._sections))
            end = text.find(_SECTION_END, start)
            self._sections.append(text[start + len(_SECTION) : end if end >= 0 else None])
            if end < 0:
                return
            at = end + len(_SECTION_END)
        yield text[at:]

    def _with_texts_as_they_stand(self, text: str) -> str:
        """Return a document in which the texts of entries are sections."""
        root = _ROOT.match(text)
        end = root.end() if root else 0
        return _UNQUOTED.sub(r'\1="\2"', text[:end]) + _TEXT.sub(self._section, text[end:])

    def _section(self, found: re.Match[str]) -> str:
        if "<" not in found[3] and found[4]:
            return found[0]
        self._sections.append(_MARKED.sub(self._marked, found[3]))
        return f"{found[1]}{_MARK.format(len(self._sections) - 1)}</{found[2]}>"

    def _marked(self, found: re.Match[str]) -> str:
        return self._sections[int(found[1])]

    def _of(self, node: Element | None) -> str:
        """Return the text of an element, or the markup that stands in it."""
        if node is None:
            return ""
        text = node.text or ""
        if len(node):
            inner = (etree.tostring(child, encoding="unicode") for child in node)
            text = escape(text) + _PREFIX.sub(r"\1", "".join(inner))
        if _OPEN in text:
            text = _MARKED.sub(self._marked, text)
        return text.strip()

    def _text(self, found: _Fields, name: str) -> str:
        """Return the first text of this `name`."""
        for node in found.get(name, ()):
            if text := self._of(node):
                return text
        return ""

    def _entry(self, node: Element) -> Entry:
        found = _fields(node)
        content = self._longest(found.get("content", ()))
        summary = self._longest(found.get("summary", ()))
        body = summary if content is None else content
        return Entry(
            title=self._text(found, "title"),
            link=self._link(found),
            guid=self._text(found, "guid") or node.get(_ABOUT, ""),
            published=self._text(found, "published"),
            updated=self._text(found, "updated"),
            author=self._authors(found) if "author" in found else "",
            category=self._category(found),
            summary=self._of(summary) or self._other_summary(found),
            content=self._of(content),
            is_plain=body is not None and body.get("type") in _TEXT_TYPES,
            base=self._base(node if body is None else body),
            pictures=tuple(self._pictures(found["media"])) if "media" in found else (),
        )

    def _other_summary(self, found: _Fields) -> str:
        """Return what the modules for sound and films say of an entry."""
        told = self._text(found, "itunes summary")
        return told or next(filter(None, map(self._caption, found.get("media", ()))), "")

    def _longest(self, nodes: Sequence[Element]) -> Element | None:
        if len(nodes) < 2:
            return nodes[0] if nodes else None
        return max(nodes, key=lambda node: len(self._of(node)))

    def _base(self, node: Element) -> str:
        """Return what addresses within `node` are relative to, if the document says so."""
        return (node.base or "") if self._has_base else ""

    def _link(self, found: _Fields) -> str:
        """Return the address of a page: its origin, where another site counts its readers."""
        best = ""
        for node in (*found.get("origin", ()), *found.get("link", ())):
            address = (node.get("href") or self._of(node)).strip()
            relation = node.get("rel", "alternate")
            if address and relation not in _OTHER_RELATIONS:
                address = urljoin(self._base(node), address) if self._has_base else address
                if relation == "alternate":
                    return address
                best = best or address
        return best

    def _authors(self, found: _Fields) -> str:
        """Return the names of who wrote an entry: Atom has each within an element."""
        names = []
        for node in found["author"][:_MOST_AUTHORS]:
            within = [child for child in node if _local(child.tag) == "name"]
            names.append(self._of(within[0] if within else node))
        return "、".join(names)

    def _category(self, found: _Fields) -> str:
        """Return the first category that has a name."""
        for node in found.get("category", ()):
            if name := node.get("label") or node.get("term") or self._of(node):
                return name
        return ""

    def _pictures(self, nodes: Sequence[Element]) -> Iterator[tuple[str, str]]:
        """Yield the address and the caption of each picture that `nodes` name, or hold."""
        for node in nodes:
            for each in node.iter(etree.Element):
                address = each.get("url", "")
                if address and _is_picture(each, address):
                    yield address, self._caption(each) or self._caption(node)

    def _caption(self, node: Element) -> str:
        within = (child for child in node if _local(child.tag) == "description")
        return next(map(self._of, within), "")


def _parse(text: str) -> Element | None:
    try:
        return etree.fromstring(text.encode("utf-8", "replace"), _PARSER)
    except etree.XMLSyntaxError:
        return None


def _character(found: re.Match[str]) -> str:
    return escape(html.unescape(found[0]))


def _fields(node: Element) -> _Fields:
    """Return the elements right within `node` by what they hold."""
    found: _Fields = {}
    for child in node:
        name = _name(child.tag)
        if name in found:
            found[name].append(child)
        elif name:
            found[name] = [child]
    return found


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
