"""What stands at an address, and where a paper begins whose dated page is known."""

from datetime import date

import pytest

from store.errors import SourceError
from store.fetching.asking import Asker, Workers
from store.fetching.discover import discover, entries_of
from store.fetching.editions import Edition
from store.fetching.walkers.asked import Walker
from store.fetching.walkers.table import WALKERS
from store.moments import utc_now
from store.net.client import Client, Response
from store.press.epaper.page_list import Entry, ListedPage
from store.subscriptions.models import Subscription
from tests.site.families import FAMILIES
from tests.site.papers import Paper, path
from tests.site.server import PaperSite
from tests.store.fetching.conftest import Site, subscribed


@pytest.mark.parametrize(
    ("page", "entry"),
    [
        (
            "https://paper.people.com.cn/rmrb/pc/content/202609/28/content_3.html",
            "https://paper.people.com.cn/rmrb/pc/layout/index.html",
        ),
        ("http://a.example/html/2031-04/05/node_2.htm", "http://a.example/html/"),
        ("http://a.example/x/html/2031-04/05/node_2.htm", "http://a.example/x/paperindex.htm"),
        (
            "http://a.example/x/content/20310405/Page01AA.htm",
            "http://a.example/x/content/PaperIndex.htm",
        ),
    ],
)
def test_the_entry_is_looked_for_above_the_day(page: str, entry: str) -> None:
    assert entry in entries_of(page)


def test_a_page_without_a_day_has_none() -> None:
    assert entries_of("https://a.example/news.html") == []


def test_a_paper_with_an_interface_of_its_own_is_asked_by_that(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    day = date(2031, 4, 5)
    answer = Response(200, "https://a.example/", "", b"", "text/html", "", "")
    pages = (ListedPage("1"), ListedPage("2"))
    entries = tuple(Entry(f"https://a.example/{n}", "老桥") for n in range(5))
    edition = Edition(day, pages=pages, entries=entries)
    asked = Walker(lambda _asker: (answer, day), lambda _asker, _day: edition)
    monkeypatch.setitem(WALKERS, "own", asked)
    own = Subscription("a", "https://a.example/", "feed", walker="own", pause=2)
    with Client() as client, Workers(0) as workers:
        found = discover(Asker(own, client, workers, utc_now()))
    assert found.subscription.kind == "epaper"
    assert (found.newest, found.pages, found.requests, found.pause) == (day, 2, 6, 2)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("entry", "found"),
    [
        ("own", True),
        ("another paper's", False),
        ("of no name, in the same place", True),
        ("of no name, elsewhere", False),
        ("none", False),
    ],
)
def test_the_entry_found_for_a_dated_page_is_that_papers_or_none(
    entry: str, found: bool, papers: PaperSite, workers: Workers
) -> None:
    paper = Paper("ljrb", "B")
    at = papers.publish(paper)
    page = papers.url + path(paper, FAMILIES["B"].page, date(2031, 4, 5), 2)
    other = Paper("else", "B", title="清溪日报" if "another" in entry else "")
    nameless = entry.startswith("of no name")
    if nameless:
        papers.publish(paper._replace(title=""))
    if entry != "own":
        papers.put("/ljrb/paperindex.htm", b"", 404)
        where = paper if "same place" in entry else other
        papers.publish(where._replace(title=other.title))
        if entry != "none":
            first = path(where, FAMILIES["B"].page, paper.newest)
            papers.put("/ljrb/html/", f"<meta http-equiv=refresh content='0;url={first}'>")
    own = subscribed(page)
    with Client() as client:
        told = discover(Asker(own, client, workers, utc_now()))
    assert (told.day, told.by_day) == (date(2031, 4, 5), not found)
    address = told.subscription.address
    first = page.replace("node_2", "node_1")
    assert address == (at if entry == "own" else f"{papers.url}/ljrb/html/" if found else first)


def test_a_list_of_subscriptions_without_an_address_is_no_paper(site: Site) -> None:
    body = (
        b'<opml version="2.0"><body><outline text="a"><outline text="b"/></outline></body></opml>'
    )
    site.pages["/a.opml"] = body
    own = subscribed(f"{site.url}/a.opml")
    with Client() as client, Workers(0) as workers:
        asker = Asker(own, client, workers, utc_now())
        with pytest.raises(SourceError, match="names no address"):
            discover(asker)
