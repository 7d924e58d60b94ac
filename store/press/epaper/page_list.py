"""A page list: which pages an issue has, and which articles stand on them (SOURCES, section 2).

This needs no class names: links are told by their addresses and by what they are called.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from datetime import date

from msgspec import Struct

from store.models import Area
from store.press.epaper.addresses import (
    UNKNOWN,
    Folder,
    folder_of,
    is_article,
    is_other,
    is_page,
    misdated,
    number_in,
)
from store.press.epaper.areas import areas_of
from store.press.epaper.founder import Founder
from store.press.epaper.labels import leads_about
from store.press.epaper.links import Link, links_of
from store.press.epaper.papers import paper_in
from store.press.forms.dates import printed_date
from store.press.markup.meta import title_of
from store.press.markup.parse import Element, finder
from store.press.markup.text import text_of
from store.press.text.numbers import page_number
from store.press.text.web_address import day_in, resolved

_ORDINARY = re.compile(r"/articles?/|/a/\d|/content/", re.IGNORECASE)
_LISTS = finder("//ul[contains(concat(' ', @class, ' '), ' page-list ')]")
_DATED = finder(
    "//text()[contains(.,'年') and contains(.,'月')]"
    "[not(ancestor::a or parent::script or parent::style or parent::title or parent::option)]"
    "[position() <= 20]/parent::*"
)
_MAY_TELL_DAY = re.compile(r"年|日期 ?[:：]|今日报纸 ?[:：]")
_DATE_LINE = 40
"""Characters of a line that tells the day of a page, and no story."""
_DAY_WITHIN = 20_000
"""Characters in which a page prints its day."""


class ListedPage(Struct, frozen=True):
    """A page of an issue as a page list names it."""

    number: str
    name: str = ""
    address: str = ""


class Entry(Struct, frozen=True):
    """An article as a page list names it; `page` is the number of its page, ``""`` if unknown."""

    address: str
    title: str
    page: str = ""
    area: Area = ()
    body: str = ""
    """Its markup, where the page list itself holds that."""


class PageList(Struct, frozen=True):
    """What a page list says of its issue.

    `here` is the number of the page that it is the list of. Where `whole` is true, it has the
    articles of the whole issue.
    """

    address: str
    here: str = ""
    day: date | None = None
    misdated: date | None = None
    """The day that is printed, where the address names another."""
    paper: str = ""
    pages: tuple[ListedPage, ...] = ()
    entries: tuple[Entry, ...] = ()
    whole: bool = False


def read_page_list(
    root: Element, address: str = "", founder: Founder | None = None, own: str = ""
) -> PageList:
    """Return the pages and the articles that the page list at `address` names.

    `root` is its parsed page, `founder` what Founder's comment in it says, `own` the address that
    it says to have, where it lies at another. Addresses are whole; without an `address` they begin
    with `UNKNOWN`.
    """
    founder = founder or Founder()
    address = address or f"{UNKNOWN}index.html"
    day = day_in(address) or day_in(own) or founder.day or _printed_day(root)
    folder = folder_of(address)
    links = list(links_of(root, address))
    day = day or _most_linked(links)
    if folder.day is None and day:
        folder = Folder(folder.paper, folder.directory, day)
    pages = _pages(links, folder)
    areas = areas_of(root, address)
    sure = len(pages) > 1 or founder.type == "2"
    articles = _articles(links, folder, {address, *(page.address for page in pages)}, sure)
    in_lists = _in_lists(root, address, pages)
    beneath = in_lists or _beneath(links, articles, pages)
    here = _here(address, founder, links, pages)
    whole = bool(in_lists) or len(set(beneath.values()) - {""}) > max(1, len(pages) // 2)
    if whole:
        entries = _entries(articles, areas, beneath, here)
    else:
        shown = _on_this_page(articles, areas, folder)
        entries = _entries(shown, areas, {}, here)
    return PageList(
        address,
        here,
        day,
        misdated(address, [founder.day] if founder.day else _printed_days(root)),
        founder.paper or paper_in(title_of(root)),
        pages,
        entries,
        whole,
    )


def _printed_day(root: Element) -> date | None:
    body = root.find(".//body")
    text = "".join(map(str, root.itertext() if body is None else body.itertext()))
    return printed_date(
        [line for line in text[:_DAY_WITHIN].split("\n") if _MAY_TELL_DAY.search(line)]
    )


def _printed_days(root: Element) -> Iterator[date]:
    """Yield the days in the short lines of a page list that are no links."""
    for node in _DATED(root):
        line = text_of(node)
        if len(line) <= _DATE_LINE and (day := printed_date([line])):
            yield day


def _pages(links: Sequence[Link], folder: Folder) -> tuple[ListedPage, ...]:
    """Return the pages that `links` name, each once, in their order."""
    found: dict[str, ListedPage] = {}
    numbers: dict[str, str] = {}
    for link in links:
        if link.address and not _may_be_page(link, folder):
            continue
        label = link.label
        if label is None:
            number = numbers.get(link.address, "")
            if number and not found[number].name and not leads_about(link.text):
                name = "".join(link.text.split())
                found[number] = ListedPage(number, name, link.address)
            continue
        known = found.get(label.number, ListedPage(label.number))
        if link.address and not known.address:
            found.pop(label.number, None)  # a heading says which page is shown, and no order
        where = known.address or link.address
        found[label.number] = ListedPage(label.number, known.name or label.name, where)
        if link.address:
            numbers.setdefault(link.address, label.number)
    linked = tuple(page for page in found.values() if page.address)
    # Where none is linked the headings are the pages; else a heading repeats a page, or quotes one.
    pages = linked if len(linked) > 1 else tuple(found.values())
    return pages or _unnamed(links, folder)


def _may_be_page(link: Link, folder: Folder) -> bool:
    if is_other(link.address) or is_article(link.address):
        return False
    if leads_about(link.text):
        return False
    return folder.holds(link.address) or (link.label is not None and not is_page(link.address))


def _unnamed(links: Sequence[Link], folder: Folder) -> tuple[ListedPage, ...]:
    """Return the pages that links without a number lead to, numbered in their order."""
    found = {
        link.address: "".join(link.text.split())
        for link in links
        if is_page(link.address) and folder.holds(link.address) and not leads_about(link.text)
    }
    return tuple(
        ListedPage(str(at), name, where) for at, (where, name) in enumerate(found.items(), 1)
    )


def _articles(links: Sequence[Link], folder: Folder, others: Set[str], sure: bool) -> list[Link]:
    """Return the links to articles, each address once, and none to `others`.

    They may lie anywhere where it is `sure` that this is a page list.
    """
    named = [
        link
        for link in links
        if link.address
        and link.text
        and link.address not in others
        and not is_other(link.address)
        and not is_page(link.address)
        and not leads_about(link.text)
    ]
    inside = [link for link in named if folder.holds(link.address)]
    formed = [link for link in inside if is_article(link.address)]
    if formed or inside:
        return _once(formed or [link for link in inside if link.label is None])
    ordinary = [link for link in named if link.label is None and sure]
    told = [link for link in ordinary if _ORDINARY.search(link.address) or day_in(link.address)]
    return _once(told or ordinary)


def _once(links: Sequence[Link]) -> list[Link]:
    found: dict[str, Link] = {}
    for link in links:
        found.setdefault(link.address, link)
    return list(found.values())


def _beneath(
    links: Sequence[Link], articles: Sequence[Link], pages: Sequence[ListedPage]
) -> dict[str, str]:
    """Return the number of the page beneath whose name each article's link stands, or ``""``."""
    wanted = {link.address for link in articles}
    numbers = {page.number for page in pages}
    by_address = {page.address: page.number for page in pages if page.address}
    found: dict[str, str] = {}
    current = ""
    for link in links:
        if link.address in wanted:
            found.setdefault(link.address, current)
        elif link.label and link.label.number in numbers and not leads_about(link.text):
            current = link.label.number
        elif link.address in by_address and not leads_about(link.text):
            current = by_address[link.address]
    return found


def _in_lists(root: Element, address: str, pages: Sequence[ListedPage]) -> dict[str, str]:
    """Return the number of the page of each link in a `ul.page-list`: the n-th is the n-th page."""
    found: dict[str, str] = {}
    for at, listed in enumerate(_LISTS(root)):
        number = pages[at].number if at < len(pages) else str(at + 1)
        for node in listed.iter("a"):
            found.setdefault(resolved(address, node.get("href") or ""), number)
    return found


def _most_linked(links: Sequence[Link]) -> date | None:
    """Return the day that most pages and articles are of which a page without a day links to."""
    told = (
        link.address
        for link in links
        if link.label or is_article(link.address) or is_page(link.address)
    )
    days = Counter(filter(None, map(day_in, told)))
    return days.most_common(1)[0][0] if days else None


def _here(
    address: str, founder: Founder, links: Sequence[Link], pages: Sequence[ListedPage]
) -> str:
    """Return the number of the page that the page list at `address` is the list of."""
    numbers = [page.number for page in pages]
    for page in pages:
        if page.address == address:
            return page.number
    told = [founder.page, *(link.label.number for link in links if link.label and not link.address)]
    told.append(page_number(number_in(address)))
    for number in told:
        if number and (number in numbers or not numbers):
            return number
    return numbers[0] if numbers else "1"


def _on_this_page(
    articles: Sequence[Link], areas: dict[str, tuple[str, Area]], folder: Folder
) -> list[Link]:
    """Return those of the `articles` that are in the page's map; all where none is.

    Where no link has a name, the map's own titles are those of the articles.
    """
    if mapped := [link for link in articles if link.address in areas]:
        return mapped
    titled = [
        Link(where, title, None)
        for where, (title, _) in areas.items()
        if title and folder.holds(where) and not is_other(where)
    ]
    return list(articles) or titled


def _entries(
    articles: Sequence[Link],
    areas: dict[str, tuple[str, Area]],
    beneath: dict[str, str],
    here: str,
) -> tuple[Entry, ...]:
    return tuple(
        Entry(
            link.address,
            link.text,
            beneath.get(link.address) or here,
            areas.get(link.address, ("", ()))[1],
            link.body,
        )
        for link in articles
    )
