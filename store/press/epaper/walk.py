"""A mirrored issue: its page lists in their order, the articles on each page, each story once."""

from collections import Counter
from collections.abc import Iterable, Sequence, Set
from datetime import date
from typing import Literal

from msgspec import Struct, field
from msgspec.structs import replace

from store.messages import template
from store.models import Area, Article, IndexEntry, Jump, PageBox
from store.press.area import united
from store.press.epaper.addresses import folder_of, is_article, is_page
from store.press.epaper.article_page import read_article_page, read_held
from store.press.epaper.articles import make_article
from store.press.epaper.not_articles import is_advertisement, is_furniture, is_index, read_index
from store.press.epaper.page_list import Entry, ListedPage, PageList, read_page_list
from store.press.epaper.site import Site, is_told
from store.press.markup.meta import leads_on

LISTS = template("page lists")
ARTICLES = template("articles")
ENTRIES = template("contents entries")
ADVERTISEMENTS = template("advertisements")
AGAIN = template("stories that stand on a second page, too")
FURNITURE = template("editors' lines and empty pages")
UNLISTED = template("articles that no page list names")
"""What parts of an issue are taken for, in reports."""

_SHARED = "图片报道"
"""A headline that many stories have: only their whole texts tell whether two are one."""
_BEGINNING = 30


class Walked(Struct):
    """What a mirror holds of one issue."""

    paper: str = ""
    day: date | None = None
    misdated: date | None = None
    """The day that a page list prints, where its address names another."""
    pages: tuple[ListedPage, ...] = ()
    articles: list[Article] = field(default_factory=list)
    index: list[IndexEntry] = field(default_factory=list)
    taken: Counter[str] = field(default_factory=Counter)
    missing: int = 0
    """Pages that are named, and whose page list is not there."""
    listed: int = 0
    """Articles that the page lists name."""
    absent: int = 0
    """Those whose page is not there."""
    stories: dict[tuple[str, str], int] = field(default_factory=dict)
    """Which of the articles a headline is of, with how its text begins."""
    boxes: dict[str, list[PageBox]] = field(default_factory=dict)
    """What else stands on each page, by its number."""

    def box(self, kind: Literal["advertisement", "contents"], entry: Entry) -> None:
        """Note what an entry is that is no article, where it tells its place."""
        if entry.area:
            self.boxes.setdefault(entry.page, []).append(PageBox(kind, entry.area))


def walk(site: Site, source: str) -> list[Walked]:
    """Return the issues in `site`, one for each paper and day, read from the original `source`."""
    issues: dict[tuple[str, date | None], list[PageList]] = {}
    lists = _page_lists(site)
    for found in lists:
        folder = folder_of(found.address)
        issues.setdefault((folder.paper, found.day), []).append(found)
    walked = [_issue(site, of_one, source) for of_one in issues.values()]
    named = {site.find(entry.address) for found in lists for entry in found.entries}
    _add_unlisted(site, walked, named.union(found.address for found in lists), source)
    return walked


def _add_unlisted(site: Site, issues: list[Walked], named: Set[str], source: str) -> None:
    """Add the articles that are not `named` to the issue of their day, each to its page."""
    for address in site.addresses():
        page = None if address in named else site.open(address)
        if page is None or not (page.founder.type == "1" or is_article(page.own or address)):
            continue
        found = read_article_page(page.root, page.founder, page.own or address)
        if found.is_error or not found.headline or not found.paragraphs:
            continue
        if not is_told(found.address):
            found = replace(found, address="")
        number = found.page or "1"
        walked = next((issue for issue in issues if issue.day == found.day), None)
        if walked is None:
            walked = Walked(found.paper, found.day)
            issues.append(walked)
        if number not in {each.number for each in walked.pages}:
            walked.pages += (ListedPage(number, found.page_name),)
        _keep(make_article(found, number, source), walked)
        walked.taken[UNLISTED] += 1
    for walked in issues:
        order = {page.number: at for at, page in enumerate(walked.pages)}
        if walked.taken[UNLISTED]:
            walked.articles.sort(key=lambda article: order.get(article.page, len(order)))


def _page_lists(site: Site) -> list[PageList]:
    """Return the page lists of a mirror.

    Where names do not tell, what a page list names as an article is none, though an article's page
    may have a list of all pages beside it.
    """
    found: dict[str, PageList] = {}
    sure: set[str] = set()
    for address in site.addresses():
        if is_article(address):
            continue
        page = site.open(address)
        if page is None or page.founder.type == "1" or leads_on(page.root):
            continue
        listed = read_page_list(page.root, address, page.founder, page.own)
        if listed.entries or listed.pages:
            found[address] = listed
        if page.founder.type == "2" or is_page(address):
            sure.add(address)
    pages = {site.find(page.address) for each in found.values() for page in each.pages}
    entries = {site.find(entry.address) for each in found.values() for entry in each.entries}
    kept = [at for at in found if at in pages | sure or at not in entries]
    return [found[at] for at in sorted(kept, key=lambda at: at not in pages | sure)]


def _issue(site: Site, lists: Sequence[PageList], source: str) -> Walked:
    """Return the issue that `lists` are of."""
    main = max(lists, key=lambda found: len(found.pages))
    pages = {page.number: page for page in main.pages}
    for found in lists:
        for page in found.pages:
            pages.setdefault(page.number, page)
    if not pages:
        pages = {found.here: ListedPage(found.here) for found in lists}
    paper = next((found.paper for found in lists if found.paper), "")
    misdated = next((found.misdated for found in lists if found.misdated), None)
    walked = Walked(paper, main.day, misdated, tuple(pages.values()))
    walked.taken[LISTS] = len(lists)
    entries, walked.missing = _entries(site, lists, list(pages.values()))
    _read(site, entries, source, walked)
    return walked


def _entries(
    site: Site, lists: Sequence[PageList], pages: Sequence[ListedPage]
) -> tuple[list[Entry], int]:
    """Return the entries of all `pages` in their order, and how many of these have no list."""
    wholes = [found for found in lists if found.whole]
    if wholes:
        whole = max(wholes, key=lambda found: len(found.entries))
        entries, missing = _in_order(whole, pages), 0
    else:
        entries, missing = _page_by_page(site, lists, pages)
    listed = [entry for each in lists for entry in each.entries]
    return _with_areas(site, entries, listed), missing


def _with_areas(site: Site, entries: list[Entry], listed: Sequence[Entry]) -> list[Entry]:
    """Return `entries`, each with all areas that its page's map has for its address.

    Addresses that differ behind their ``?`` lead to one article: to its text, or to its picture.
    """
    areas: dict[tuple[str, str], list[Area]] = {}
    anywhere: dict[str, list[Area]] = {}
    for entry in (*entries, *listed):
        where = site.find(entry.address)
        areas.setdefault((where, entry.page), []).append(entry.area)
        anywhere.setdefault(where, []).append(entry.area)

    def area_of(entry: Entry) -> Area:
        where = site.find(entry.address)
        here = united(areas[where, entry.page]) if where else entry.area
        return here or next(filter(None, anywhere.get(where, ())), ())

    return [replace(entry, area=area_of(entry)) for entry in entries]


def _in_order(whole: PageList, pages: Sequence[ListedPage]) -> list[Entry]:
    """Return the entries of a list of the whole issue; without pages it counts them."""
    entries = list(whole.entries)
    if not whole.pages:
        numbers = {str(at): page.number for at, page in enumerate(pages, 1)}
        entries = [replace(entry, page=numbers.get(entry.page, entry.page)) for entry in entries]
    order = {page.number: at for at, page in enumerate(pages)}
    return sorted(entries, key=lambda entry: order.get(entry.page, len(order)))


def _page_by_page(
    site: Site, lists: Sequence[PageList], pages: Sequence[ListedPage]
) -> tuple[list[Entry], int]:
    by_address = {found.address: found for found in lists}
    by_number: dict[str, PageList] = {}
    for found in lists:
        by_number.setdefault(found.here, found)
    entries: list[Entry] = []
    missing = 0
    for page in pages:
        own = by_address.get(site.find(page.address)) or by_number.get(page.number)
        if own is None:
            missing += 1
        else:
            entries += (replace(entry, page=page.number) for entry in own.entries)
    known = {page.number for page in pages}
    for found in lists:
        if found.here not in known:
            entries += found.entries
    return entries, missing


def _read(site: Site, entries: Iterable[Entry], source: str, walked: Walked) -> None:
    """Read what `entries` name into `walked`; what the mirror has not stays in the contents."""
    seen: set[str] = set()
    for entry in entries:
        where = site.find(entry.address)
        if entry.address in seen or (where and where in seen):
            continue
        seen.update((entry.address, where or entry.address))
        if is_advertisement(entry.title):
            walked.taken[ADVERTISEMENTS] += 1
            walked.box("advertisement", entry)
            continue
        article = _article(site, entry, where, source, walked) if where else _held(entry, source)
        walked.listed += 1
        walked.absent += not (where or entry.body)
        if article is None:
            walked.index.append(IndexEntry(entry.title, "", entry.page))
            walked.taken[ENTRIES] += 1
        elif is_index(entry.title) or is_index(article.headline):
            walked.index += read_index(article.paragraphs, article.page)
            walked.box("contents", entry)
            walked.taken[ENTRIES] += 1
        elif is_furniture(article.headline, article.paragraphs, article.captions):
            walked.taken[FURNITURE] += 1
        else:
            _keep(article, walked)


def _article(site: Site, entry: Entry, where: str, source: str, walked: Walked) -> Article | None:
    """Return the article at the address `where`, which names the paper where no page list does."""
    page = site.open(where)
    if page is None or leads_on(page.root):
        return None
    address = page.own or (entry.address if is_told(entry.address) else "")
    found = read_article_page(page.root, page.founder, address or where, entry.title)
    if found.is_error:
        return None
    walked.paper = walked.paper or found.paper
    if not is_told(address):
        found = replace(found, address="")
    return make_article(found, entry.page or found.page or "1", source, entry.area)


def _held(entry: Entry, source: str) -> Article | None:
    """Return the article that the page list itself holds, None where it only names it."""
    if not entry.body:
        return None
    found = read_held(entry.body, entry.title, entry.title)
    return make_article(found, entry.page or "1", source, entry.area)


def _keep(article: Article, walked: Walked) -> None:
    """Keep `article`, unless it is the story that another page has whole, which then notes it."""
    headline = "".join(article.headline.split())
    text = "".join("".join(article.paragraphs).split())
    key = headline, text if headline == _SHARED else text[:_BEGINNING]
    first = walked.stories.get(key)
    if first is None or not text:
        walked.stories.setdefault(key, len(walked.articles))
        walked.articles.append(article)
        walked.taken[ARTICLES] += 1
        return
    story = walked.articles[first]
    walked.taken[AGAIN] += 1
    if story.page != article.page:
        note = story.jump.text if story.jump else ""
        walked.articles[first] = replace(story, jump=Jump(article.page, note, resolved=True))
