"""From the text of an RSS, Atom or RDF document to its elements, damaged as it may be.

libxml2 reads what it can of a document that is not well-formed. Where tags do not match, the texts
of entries hold markup that is not escaped: then they are taken as they stand, and it reads the
document again. Nothing is fetched, and no entity of a document's own is resolved: what stands
before its root is not read.
"""

import html
import re
from collections.abc import Iterator
from xml.sax.saxutils import escape

from lxml import etree

from store.press.feed.entries import check_count, damaged
from store.press.markup.parse import Element

_ROOT = re.compile(r"<(?:\w{1,20}:)?(?:rss|feed|rdf)(?:[\s/][^<>]*)?>", re.IGNORECASE)
_SECTION, _SECTION_END = "<![CDATA[", "]]>"
_OPEN, _MARK, _MARKED = "\ufdd0", "\ufdd0{}\ufdd1", re.compile("\ufdd0([0-9]+)\ufdd1")
"""What stands for a section that has been taken out, with its number: no clean text has these."""
_CHARACTER = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)(#?\w{1,31};)?")
"""An entity of HTML or a number, and an ampersand that is none and would end the text."""
_UNQUOTED = re.compile(r"(\s[\w:]{1,40})=([^\s\"'>]{1,200})")
_TEXT = re.compile(
    r"(<((?:\w{1,20}:)?(?:title|description|summary|content|encoded|fulltext))(?:\s[^<>]*)?(?<!/)>)"
    r"((?:[^<]++|<(?!/?\2[\s>]|/?(?:\w{1,20}:)?(?:item|entry)[\s/>]))*+)(</\2\s*>)?"
)
"""A start tag of an entry's text, its name, all that stands up to its end, and that."""
_PREFIX = re.compile(r"(</?)\w{1,20}:")
_PARSER = etree.XMLParser(
    recover=True, resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
)
_HARMLESS = frozenset({"NS_ERR_UNDEFINED_NAMESPACE", "ERR_DOCUMENT_END", "WAR_NS_URI_RELATIVE"})
"""Errors that cost nothing of a document: prefixes that are not declared, and what follows it."""


class Document:
    """A document from its root on, parsed without its sections of plain characters (CDATA).

    libxml2 reads those one character at a time. Raises SourceError when there are more entries than
    are read, or nothing that can be.
    """

    def __init__(self, text: str, file: str) -> None:
        start = _ROOT.search(text)
        if start is None:
            raise damaged(file)
        self._sections: list[str] = []
        text = "".join(self._without_sections(text, start.start()))
        check_count(text.count("<item") + text.count("<entry"), file)
        text = _CHARACTER.sub(_character, text)
        self._has_base = "xml:base" in text
        root = _parse(text)
        if any(error.type_name not in _HARMLESS for error in _PARSER.error_log):
            root = _parse(self._with_texts_as_they_stand(text))
        if root is None:
            raise damaged(file)
        self.root = root

    def text_of(self, node: Element | None) -> str:
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

    def base_of(self, node: Element) -> str:
        """Return what addresses within `node` are relative to, if the document says so."""
        return str(node.base or "") if self._has_base else ""

    def _without_sections(self, text: str, at: int) -> Iterator[str]:
        """Yield the pieces of `text` from a place on, with a mark for each section."""
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


def _parse(text: str) -> Element | None:
    try:
        return etree.fromstring(text.encode("utf-8", "replace"), _PARSER)
    except etree.XMLSyntaxError:
        return None


def _character(found: re.Match[str]) -> str:
    return escape(html.unescape(found[0]))
