"""Founder's tags: what its system for e-papers writes of an article into the page itself."""

import re
from datetime import date

from msgspec import Struct

from store.press.forms.dates import printed_date
from store.press.markup.parse import Element
from store.press.markup.text import bare, text_of
from store.press.text.numbers import page_number

_COMMENT = "<!--enpproperty"
_TAG = re.compile(r"<(/?)(?:founder-)?(\w+)>")
_FIELDS = frozenset(
    ("date", "author", "title", "subtitle", "introtitle", "pagenum", "papername", "type")
)
_LONGEST = 200_000
_PAGETYPE = re.compile(
    r"<meta\s+name\s*=\s*['\"]?pagetype['\"]?\s+content\s*=\s*['\"]?([12])\b", re.IGNORECASE
)
_PAGETYPE_WITHIN = 8_000
_TAGS = ("founder-introtitle", "founder-title", "founder-subtitle", "founder-author")


class Founder(Struct, frozen=True):
    """What the tags and the comment say; what they do not is ``""``."""

    kicker: str = ""
    headline: str = ""
    subhead: str = ""
    author: str = ""
    page: str = ""
    paper: str = ""
    day: date | None = None
    type: str = ""
    """``1`` on an article's page, ``2`` on a page list."""


def read_founder(root: Element, text: str) -> Founder:
    """Return what Founder's tags in the parsed page `root` say, and the comment in its `text`."""
    said = _comment(text)
    for node in root.iter(*_TAGS):
        name = str(node.tag).removeprefix("founder-")
        if found := text_of(node):
            said[name] = found
    day = said.get("date", "")
    kind = said.get("type", "")
    if not kind and (told := _PAGETYPE.search(text, 0, _PAGETYPE_WITHIN)):
        kind = told[1]
    return Founder(
        kicker=said.get("introtitle", ""),
        headline=said.get("title", ""),
        subhead=said.get("subtitle", ""),
        author=said.get("author", ""),
        page=page_number(said["pagenum"]) if said.get("pagenum") else "",
        paper=said.get("papername", ""),
        day=printed_date([day[:10]]) if day else None,
        type=kind,
    )


def _comment(text: str) -> dict[str, str]:
    """Return the fields of the comment at the end of a page, in which tags are not parsed.

    Each tag is looked at once, whatever stands open.
    """
    start = text.rfind(_COMMENT)
    if start < 0:
        return {}
    end = text.find("-->", start)
    whole = text[start : end if end >= 0 else len(text)][:_LONGEST]
    said: dict[str, str] = {}
    begun: dict[str, int] = {}
    for tag in _TAG.finditer(whole):
        name = tag[2].lower()
        if name not in _FIELDS:
            continue
        if not tag[1]:
            begun.setdefault(name, tag.end())
        elif (start := begun.pop(name, -1)) >= 0:
            said.setdefault(name, bare(whole[start : tag.start()]))
    return said
