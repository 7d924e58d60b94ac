"""The outline of a page: what it is, whose it is, and where its links lead (SOURCES, 1 and 2).

All is told by patterns and without parsing: what belongs to one issue is known before any of it is
read. Addresses stand in ``href`` and ``src``, and at some papers in other attributes.
"""

import html
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from store.press.mirror import HOST, Place, at
from store.press.recognise import text_of
from store.press.signs import names_pages
from store.press.text.web_address import canonical, day_in, resolved

_LINK = re.compile(
    r"\b(?:href|src|daoxiang|data-href)\s*=\s*(?:\"([^\"<>]{1,500})\"|'([^'<>]{1,500})'"
    r"|([^\s\"'<>]{1,500}))",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"<meta\b(?=[^>]{0,600}http-equiv\s*=\s*[\"']?refresh)[^>]{0,600}?\burl\s*=\s*[\"']?"
    r"([^\"'>\s]{1,500})"
    r"|\blocation(?:\.href)?\s*=\s*[\"']([^\"'<>]{1,500})[\"']",
    re.IGNORECASE,
)
SHORT = 3_000
"""Characters of a page that does nothing but lead to another, at most."""
_SAVED_FROM = re.compile(
    r"(?:<!--\s*(?:saved from url=\(\d+\)|Mirrored from |Page saved with SingleFile\s+url:\s*)"
    r"|\A\s*<!--\s*(?=https?://))([^\s<>]{4,2000}?)(?=\s|-->)",
    re.IGNORECASE,
)
"""What browsers and programs that save sites (HTTrack, SingleFile) write into a page."""
_CANONICAL = re.compile(
    r"<link\b(?=[^>]{0,600}\brel\s*=\s*[\"']?canonical\b)[^>]{0,600}?\bhref\s*=\s*[\"']?([^\"'\s>]+)"
    r"|<meta\b(?=[^>]{0,600}[\"']og:url\b)[^>]{0,600}?\bcontent\s*=\s*[\"']?([^\"'\s>]+)",
    re.IGNORECASE,
)
_IN_TWO = re.compile(r"\b(page|article)_list_(\d{8}\.html?)$", re.IGNORECASE)
"""The two lists of an issue at some papers (E): of its pages, and of all their articles."""
_HEAD = 100_000
"""Characters in which a page tells its address."""


class Outline(Struct, frozen=True):
    """What is told of a page of a mirror; addresses are whole, ``""`` where there is none."""

    place: Place
    lists: bool = False
    """Whether it names the pages of an e-paper, as a page list does and many an article's page."""
    ahead: str = ""
    """The page to which it leads by itself."""
    links: tuple[str, ...] = ()


def outline(path: str, data: bytes) -> Outline:
    """Return the outline of the page at `path`, whose bytes are `data`."""
    decoded = text_of(data)
    if decoded is None:
        return Outline(Place(path))
    text = decoded.text
    here = _place(path, text)
    address = here.own or HOST + path
    return Outline(
        here,
        names_pages(text) or bool(_IN_TWO.search(address)),
        leads_to(text, HOST + path),
        (*links_of(text, HOST + path), *_other_half(address)),
    )


def place(path: str, data: bytes) -> Place:
    """Return where the page at `path` lies, as its `data` tell: addresses are the same in any."""
    return _place(path, data.decode("latin-1"))


def own_address(text: str) -> str:
    """Return the address of a page, as the page or who saved it tells; ``""`` if neither does."""
    if saved := _SAVED_FROM.search(text, 0, _HEAD):
        address = saved[1] if "://" in saved[1] else f"http://{saved[1]}"
        return canonical(address)
    if told := _CANONICAL.search(text, 0, _HEAD):
        return canonical(html.unescape(told[1] or told[2]))
    return ""


def links_of(text: str, address: str) -> list[str]:
    """Return where the links of the page at `address` lead, once each."""
    given = (first or second or third for first, second, third in _LINK.findall(text))
    found = (resolved(address, html.unescape(link)) for link in given)
    return list(dict.fromkeys(filter(None, found)))


def leads_to(text: str, address: str) -> str:
    """Return where the page at `address` leads by itself; ``""`` if it does not."""
    found = _AHEAD.search(text) if len(text) <= SHORT else None
    return resolved(address, html.unescape(found[1] or found[2])) if found else ""


def _other_half(address: str) -> Iterator[str]:
    """Yield the list of articles that belongs to a list of pages, though no link says so."""
    if _IN_TWO.search(address):
        yield _IN_TWO.sub(r"article_list_\2", address)


def _place(path: str, text: str) -> Place:
    """Return the place of a page of this `text`; its day is that of its path, or of its address.

    If neither names one, it is that of most of its links.
    """
    here = at(path)
    own = path if here == path else own_address(text)
    day = day_in(path) or day_in(own) or _most(links_of(text, here))
    return Place(path, own, day)


def _most(links: list[str]) -> date | None:
    days = Counter(filter(None, map(day_in, links)))
    return days.most_common(1)[0][0] if days else None
