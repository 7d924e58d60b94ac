"""Pictures are brought with their articles, once each, within bounds; none fails a fetch."""

import pytest

from store.fetching import pictures
from store.library.library import Library
from store.subscriptions.models import Subscription
from store.subscriptions.pictures import Pictures
from tests.site.server import PaperSite
from tests.store.fetching.conftest import DAY, FOLDER, Fetch, subscribed

pytestmark = pytest.mark.slow

PNG = b"\x89PNG\r\n\x1a\n" + bytes(40)
TEXT = "岭北的山路四月修好，村里人走得快了，茶叶也运得出去了。"


def put_up_feed(papers: PaperSite, *shown: str, day: str = "05") -> Subscription:
    """Put up a feed of one story with these pictures, and return its subscription."""
    images = "".join(f"&lt;img src='{path}'&gt;" for path in shown)
    item = (
        f"<item><title>山路修好</title><link>{papers.url}/a/{day}</link><guid>{day}</guid>"
        f"<pubDate>Sat, {day} Apr 2031 01:00:00 +0800</pubDate>"
        f"<description>&lt;p&gt;{TEXT}&lt;/p&gt;{images}</description></item>"
    )
    papers.put("/feed", f"<rss version='2.0'><channel><title>岭北</title>{item}</channel></rss>")
    address = f"{papers.url}/feed"
    return Subscription("岭北", address, "feed", pause=0, allow_private=True, pictures=True)


def kept(library: Library) -> list[bytes]:
    """Return the pictures that are kept, by article and place."""
    there, found = Pictures(library.files), []
    for row in library.rows():
        for article in library.issue(row.id).articles:
            found += [there.get(article, picture) for picture in article.pictures]
    return [body for body in found if body is not None]


def test_a_feeds_pictures_come_once(papers: PaperSite, fetched: Fetch, library: Library) -> None:
    own = put_up_feed(papers, "/bridge.png")
    papers.put("/bridge.png", PNG)
    _, (ended,) = fetched(own)
    assert (ended.state.error, kept(library)) == (None, [PNG])
    papers.put("/feed", papers.answer("/feed").body.replace(TEXT.encode(), (TEXT * 2).encode()))
    papers.asked.clear()
    fetched(own)
    assert "/bridge.png" not in papers.paths()


def test_an_epapers_pictures_come_with_their_page(
    papers: PaperSite, fetched: Fetch, library: Library
) -> None:
    papers.put("/", f"<meta http-equiv=refresh content='0;url={FOLDER}node_1.htm'>")
    links = f"<a href={FOLDER}node_1.htm>第01版：要闻</a><a href=content_1.htm>老桥通车了</a>"
    papers.put(f"{FOLDER}node_1.htm", f"<html><title>清溪日报</title>{links}</html>")
    photo = "<img src=../../res/1/bridge.jpg title='老桥通车的早晨'>"
    body = f"<h1>老桥通车了</h1><div id=ozoom>{photo}<p>{TEXT}</p></div>"
    papers.put(f"{FOLDER}content_1.htm", f"<html>{body}</html>")
    jpeg = b"\xff\xd8\xff\xe0" + bytes(40)
    papers.put("/html/res/1/bridge.jpg", jpeg)
    own = subscribed(f"{papers.url}/", pictures=True)
    _, (ended,) = fetched(own)
    assert (ended.state.error, kept(library)) == (None, [jpeg])
    assert library.rows()[0].date == DAY


def test_who_does_not_want_them_gets_none(
    papers: PaperSite, fetched: Fetch, library: Library
) -> None:
    put_up_feed(papers, "/bridge.png")
    papers.put("/bridge.png", PNG)
    fetched(Subscription("岭北", f"{papers.url}/feed", "feed", pause=0, allow_private=True))
    assert papers.paths() == ["/feed"]
    assert kept(library) == []


def test_what_is_none_too_large_or_lost_costs_nothing_but_itself(
    papers: PaperSite, fetched: Fetch, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pictures, "LARGEST_PICTURE", 1000)
    own = put_up_feed(papers, "/page.png", "/large.png", "/gone.png", "/bridge.png")
    papers.put("/page.png", "<html>403</html>")
    papers.put("/large.png", PNG + bytes(1000))
    papers.put("/bridge.png", PNG)
    _, (ended,) = fetched(own)
    assert (ended.state.error, kept(library)) == (None, [PNG])
    assert len(papers.asked) == 5


def test_there_is_a_bound_to_their_number_and_a_host_that_refuses_is_left_alone(
    papers: PaperSite, fetched: Fetch, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pictures, "OF_STORY", 2)
    own = put_up_feed(papers, *(f"/{n}.png" for n in range(4)))
    for n in range(4):
        papers.put(f"/{n}.png", PNG)
    fetched(own)
    assert len(kept(library)) == 2
    own = put_up_feed(papers, "/busy.png", "/9.png", day="06")
    papers.put("/busy.png", b"", 429)
    papers.asked.clear()
    _, (ended,) = fetched(own)
    assert ended.state.error is None
    assert papers.paths() == ["/feed", "/busy.png"]
