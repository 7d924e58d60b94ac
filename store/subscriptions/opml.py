"""OPML: the lists of feeds that readers of feeds exchange."""

import html
import re
from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape

from lxml import etree
from msgspec.structs import replace

from store.errors import DubaoError, SourceError
from store.press.text.clean import clean_line
from store.press.text.web_address import canonical
from store.subscriptions.listed import Listed
from store.subscriptions.models import Subscription
from store.subscriptions.pages_wanted import pages_wanted
from store.subscriptions.times import clock_times
from store.subscriptions.zones import SHANGHAI, zone_named

_PARSER = etree.XMLParser(
    resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=False
)
_OWN = "{urn:dubao:subscriptions}"
"""The namespace of attributes that other readers pass over (OPML 2.0): every, at, zone, pages."""
_DIGITS = 6
_CHARACTER = re.compile(rb"&(?!(?:amp|lt|gt|quot|apos);|#\d{1,7};|#x[0-9A-Fa-f]{1,6};)(\w{1,31};)?")
"""An entity of HTML or of the list's own, and an ampersand that is none: with one of these in its
attributes an outline would be lost."""
MOST = 2**22
"""Bytes of a list at most: some 20,000 feeds."""


def read_opml(data: bytes, name: str) -> list[Listed]:
    """Return the feeds in the OPML file `data`, each with the groups that it stands in as tags.

    Raises SourceError when it is none.
    """
    within = data.strip() and len(data) <= MOST
    root = etree.fromstring(_CHARACTER.sub(_character, data), _PARSER) if within else None
    if root is None or _local(root) != "opml":
        raise SourceError("{file}: this is no OPML file, or a damaged one.", file=name)
    body = next((each for each in root if _local(each) == "body"), root)
    found: dict[str, Listed] = {}
    for listed in _outlines(body, ()):
        found.setdefault(listed.address, listed)
    return list(found.values())


def _character(found: re.Match[bytes]) -> bytes:
    """Return what an entity of HTML stands for, and any other as it is written."""
    text = html.unescape(found[0].decode("ascii"))
    return escape(text, {'"': "&quot;"}).encode("ascii", "xmlcharrefreplace")


def write_opml(subscriptions: Iterable[Subscription]) -> bytes:
    """Return an OPML 2.0 file of `subscriptions`, one outline each, tags as its categories."""
    root = etree.Element("opml", version="2.0", nsmap={"dubao": _OWN.strip("{}")})
    etree.SubElement(etree.SubElement(root, "head"), "title").text = "dubao"
    body = etree.SubElement(root, "body")
    for each in subscriptions:
        title = each.title or each.name
        outline = etree.SubElement(body, "outline", text=title, title=title)
        address = "xmlUrl" if each.kind == "feed" else "htmlUrl"
        outline.set("type", "rss" if each.kind == "feed" else "link")
        outline.set(address, each.address)
        if each.tags:
            outline.set("category", ",".join(each.tags))
        own = {"every": str(each.every or ""), "at": each.at, "pages": each.pages}
        own["zone"] = "" if each.zone == SHANGHAI else each.zone
        for name, value in own.items():
            if value:
                outline.set(f"{_OWN}{name}", value)
    return etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)


def _outlines(parent: etree._Element, groups: tuple[str, ...]) -> Iterator[Listed]:
    """Yield the feeds beneath `parent`, which lies within `groups`: they are nested, not deeply."""
    waiting = [(each, groups) for each in parent]
    while waiting:
        node, within = waiting.pop(0)
        if _local(node) != "outline":
            continue
        title = clean_line(node.get("title") or node.get("text") or "")
        feed = canonical(node.get("xmlUrl") or "")
        address = feed or _page(node)
        if address:
            tags = [*within, *(node.get("category") or "").split(",")]
            cleaned = (clean_line(each.strip("/ ")) for each in tags)
            tags_of = tuple(dict.fromkeys(filter(None, cleaned)))
            yield _with_own(Listed(address, title, tags_of, is_page=not feed), node)
        else:
            waiting[:0] = [(each, (*within, title) if title else within) for each in node]


def _with_own(listed: Listed, node: etree._Element) -> Listed:
    """Return what is `listed` with when and what to fetch, as far as that can be read."""
    every = node.get(f"{_OWN}every") or ""
    minutes = int(every) if every.isdecimal() and len(every) <= _DIGITS else 0
    at, pages = node.get(f"{_OWN}at") or "", node.get(f"{_OWN}pages") or ""
    zone = node.get(f"{_OWN}zone") or SHANGHAI
    try:
        clock_times(at)
        pages_wanted(pages)
        zone_named(zone)
    except DubaoError:
        return replace(listed, every=minutes)
    return replace(listed, every=minutes, at=at, pages=pages, zone=zone)


def _page(node: etree._Element) -> str:
    """Return the page that an outline leads to, where it says that it is a link."""
    if node.get("type") != "link":
        return ""
    return canonical(node.get("htmlUrl") or node.get("url") or "")


def _local(node: etree._Element) -> str:
    return str(node.tag).rpartition("}")[2].lower() if isinstance(node.tag, str) else ""
