"""What a fetched page leads to: where it sends on, an issue's pages and articles, feeds.

Whoever fetches parses no stranger's page: it asks for this in a worker process, and gets plain
addresses, all of them whole and of http or https.
"""

import re
from datetime import date
from itertools import islice

from msgspec import Struct

from store.messages import Message
from store.press.epaper.interfaces import read_answer
from store.press.epaper.links import links_of
from store.press.epaper.page_list import Entry, ListedPage, read_page_list
from store.press.epaper.site import Opened, open_page
from store.press.feed.names import names_any, paper_of
from store.press.feed.read import read_feed
from store.press.kinds import FEED, INTERFACE, OPML
from store.press.markup.meta import leads_on, title_of
from store.press.markup.text import text_of
from store.press.recognise import recognise
from store.press.text.clean import clean, clean_line
from store.press.text.web_address import resolved

_FEED_TYPE = re.compile(
    r"application/(?:rss|atom|rdf|feed)\+?(?:xml|json)?|text/xml", re.IGNORECASE
)
_PERIODS = re.compile(r"<period_date>\s*(\d{4}-\d\d-\d\d)")
MOST_HIDDEN = 500
MOST = 5_000
"""Pages, articles or feeds that one page leads to, at most."""


class FeedLink(Struct, frozen=True):
    """A feed that a page names as its own."""

    address: str
    title: str = ""


class Leads(Struct, frozen=True):
    """What the page at an address leads to.

    `kind` is the code of what it is (`store.press.kinds`). `sends_on` is where it does nothing but
    lead, `here` the number of the page of which it is the list, and `whole` says that its entries
    are those of the whole issue. `days` are those that a calendar names. `refusal` says why it
    could not be looked into. Of a page that names no page of an issue, `links` are all that it has
    with a text, `next` where it goes on if it is leafed through, and `hidden` what fields say that
    nobody sees, by their names.
    """

    kind: str
    title: str = ""
    paper: str = ""
    sends_on: str = ""
    day: date | None = None
    here: str = ""
    whole: bool = False
    pages: tuple[ListedPage, ...] = ()
    entries: tuple[Entry, ...] = ()
    feeds: tuple[FeedLink, ...] = ()
    days: tuple[date, ...] = ()
    links: tuple[Entry, ...] = ()
    next: str = ""
    hidden: tuple[tuple[str, str], ...] = ()
    refusal: Message | None = None


def read_leads(data: bytes, address: str) -> Leads:
    """Return what the page in `data`, fetched from `address`, leads to.

    Raises SourceError for a page that is larger or deeper than any.
    """
    found = recognise(data)
    kind = found.kind.code
    text = found.decoded.text if found.decoded else ""
    if found.kind is FEED:
        feed = read_feed(clean(text).text, address)
        title = clean_line(feed.title) if names_any(feed.title) else ""
        return Leads(kind, title, paper_of(title))
    if found.kind is OPML or not text:
        return Leads(kind)
    if days := _calendar(text):
        return Leads(kind, days=days)
    if found.kind is INTERFACE:
        return _of_answer(kind, text)
    page = open_page(data, address, address)
    return _of_page(kind, page) if page else Leads(kind)


def _of_answer(kind: str, text: str) -> Leads:
    answer = read_answer(text)
    if answer is None:
        return Leads(kind)
    return Leads(
        kind,
        paper=answer.paper,
        day=answer.day,
        whole=True,
        pages=tuple(answer.pages[:MOST]),
        entries=tuple(answer.entries[:MOST]),
    )


def _of_page(kind: str, page: Opened) -> Leads:
    title = clean_line(title_of(page.root))
    sends_on = resolved(page.address, leads_on(page.root)) or _as_text(page)
    if sends_on and sends_on != page.address:
        return Leads(kind, title, sends_on=sends_on)
    listed = read_page_list(page.root, page.address, page.founder)
    return Leads(
        kind,
        title,
        clean_line(listed.paper),
        day=listed.day,
        here=listed.here,
        whole=listed.whole,
        pages=listed.pages[:MOST],
        entries=listed.entries[:MOST],
        feeds=_feeds(page),
        links=() if listed.pages else _links(page),
        next=_next(page),
        hidden=_hidden(page),
    )


def _as_text(page: Opened) -> str:
    """Return where a page that shows pictures of an issue has it as text."""
    texts = (node for node in page.root.iter("a") if "转为文字版" in text_of(node))
    return next((resolved(page.address, node.get("href") or "") for node in texts), "")


def _links(page: Opened) -> tuple[Entry, ...]:
    links = (link for link in links_of(page.root, page.address) if link.address and link.text)
    return tuple(Entry(link.address, link.text) for link in islice(links, MOST))


def _next(page: Opened) -> str:
    for node in page.root.iter("a"):
        if "next" in (node.get("class") or "").split():
            return resolved(page.address, node.get("href") or "")
    return ""


def _hidden(page: Opened) -> tuple[tuple[str, str], ...]:
    found = (
        (clean_line(node.get("id") or ""), clean_line(node.get("value") or ""))
        for node in page.root.iter("input")
        if (node.get("type") or "").lower() == "hidden"
    )
    return tuple(islice((pair for pair in found if all(pair)), MOST_HIDDEN))


def _feeds(page: Opened) -> tuple[FeedLink, ...]:
    found: dict[str, FeedLink] = {}
    for node in page.root.iter("link"):
        if "alternate" not in (node.get("rel") or "").lower().split():
            continue
        address = resolved(page.address, node.get("href") or "")
        if address and _FEED_TYPE.fullmatch((node.get("type") or "").strip()):
            found.setdefault(address, FeedLink(address, clean_line(node.get("title") or "")))
    return tuple(found.values())[:MOST]


def _calendar(text: str) -> tuple[date, ...]:
    """Return the days that a calendar of Founder's names (``period.xml``), each once, in order.

    One of more days than are read names none: it would deny those after them.
    """
    if "<period_date>" not in text[:MOST]:
        return ()
    days = set()
    for written in _PERIODS.findall(text):
        try:
            days.add(date.fromisoformat(written))
        except ValueError:
            continue
    return tuple(sorted(days)) if len(days) <= MOST else ()
