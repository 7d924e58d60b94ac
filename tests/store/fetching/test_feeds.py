"""A feed comes, and the stories of which it tells a beginning."""

from collections.abc import Callable, Iterable

import pytest
from msgspec.structs import replace

from store.library.library import Library
from store.subscriptions.models import Subscription
from store.subscriptions.subscriptions import Subscriptions
from tests.site.feeds import FEEDS, Item, items, rss, story
from tests.site.server import PaperSite
from tests.store.fetching.conftest import Fetch, Site, headlines, put_up_feed

pytestmark = pytest.mark.slow


def test_a_feed_comes_and_a_stub_gets_its_text(
    site: Site, feed: Subscription, fetched: Fetch, library: Library
) -> None:
    item = (
        "<item><title>新桥通车</title><link>/story.html</link><guid>1</guid>"
        "<pubDate>Sat, 05 Apr 2031 08:00:00 +0800</pubDate>"
        "<description>新桥通车……</description></item>"
    )
    site.pages["/feed"] = f"<rss><channel><title>岭北新闻</title>{item}</channel></rss>".encode()
    text = "".join(
        f"<p>岭北镇的新桥第{n}跨今天合龙，两岸的村民都来看，来的人很多。</p>" for n in range(9)
    )
    body = f"<title>新桥通车</title><h1>新桥通车</h1><div class=article>{text}</div>"
    site.pages["/story.html"] = f"<html>{body}</html>".encode()
    _, (ended,) = fetched(feed)
    assert ended.state.came == 1
    (row,) = library.rows()
    assert library.issue(row.id).articles[0].stub
    assert fetched(feed)[1][0].state.came == 0
    site.pages["/feed"] += b" "
    fetched(Subscription("岭北", feed.address, "feed", full_text=True, pause=0, allow_private=True))
    (row,) = library.rows()
    (article,) = library.issue(row.id).articles
    assert not article.stub
    assert len(article.paragraphs) == 9


def test_a_story_that_is_lost_is_asked_for_once(
    site: Site, feed: Subscription, fetched: Fetch
) -> None:
    told = "<title>新桥通车</title><link>/lost.html</link><description>新桥……</description>"
    item = f"<item>{told}</item>"
    site.pages["/feed"] = f"<rss><channel><title>岭北新闻</title>{item}</channel></rss>".encode()
    for _ in range(2):
        _, (ended,) = fetched(replace(feed, full_text=True))
        assert ended.state.error is None
        site.pages["/feed"] += b" "
    assert site.asked.count("/lost.html") == 1


def test_what_a_feed_tells_of_days_that_are_kept_no_longer_does_not_come(
    site: Site, feed: Subscription, fetched: Fetch, library: Library
) -> None:
    put_up_feed(site)
    site.pages["/feed"] = site.pages["/feed"].replace(b"05 Apr 2031", b"05 Apr 2003")
    _, (ended,) = fetched(replace(feed, keep_days=30))
    assert (ended.state.error, headlines(library)) == (None, [])


def of(papers: PaperSite, **more: object) -> Subscription:
    given = {"pause": 0, "allow_private": True} | more
    return Subscription("岭北", f"{papers.url}/feed", "feed", **given)  # type: ignore[arg-type]


def told(library: Library) -> list[str]:
    return sorted(a.headline for row in library.rows() for a in library.issue(row.id).articles)


@pytest.mark.parametrize("made", FEEDS.values(), ids=FEEDS)
def test_feeds_of_each_kind_come_and_once(
    made: Callable[[Iterable[Item]], bytes], papers: PaperSite, fetched: Fetch, library: Library
) -> None:
    papers.put("/feed", made(items()))
    _, (ended,) = fetched(of(papers))
    assert (ended.state.error, ended.state.came) == (None, 3)
    assert told(library) == sorted(item.title for item in items())
    came, (ended,) = fetched(of(papers))
    assert (came, ended.state.error, ended.state.came) == ([], None, 0)
    assert papers.asked[-1].headers["If-None-Match"] == ended.state.etag


@pytest.mark.parametrize(
    "again",
    [
        [item._replace(guid=f"new-{item.guid}") for item in items()],
        [item._replace(guid="") for item in items()],
        [item._replace(guid="the same") for item in items()],
        [item for item in items() for _ in range(2)],
        list(reversed(items())),
    ],
    ids=["changed", "none", "repeated", "twice", "reversed"],
)
def test_entries_that_come_again_otherwise_are_the_same_stories(
    again: list[Item], papers: PaperSite, fetched: Fetch, library: Library
) -> None:
    papers.put("/feed", rss(items()))
    fetched(of(papers))
    papers.put("/feed", rss(again))
    _, (ended,) = fetched(of(papers))
    assert ended.state.error is None
    assert told(library) == sorted(item.title for item in items())


@pytest.mark.parametrize("when", ["", "yesterday, about", "Sat, 05 Apr 2099 08:00:00 +0800"])
def test_entries_of_an_odd_date_come(
    when: str, papers: PaperSite, fetched: Fetch, library: Library
) -> None:
    papers.put("/feed", rss([item._replace(when=when) for item in items()]))
    _, (ended,) = fetched(of(papers))
    assert ended.state.error is None
    assert told(library) == sorted(item.title for item in items())


def test_the_whole_text_of_each_stub_is_asked_for_once(
    papers: PaperSite, fetched: Fetch, library: Library
) -> None:
    for item in items()[1:]:
        papers.put(item.link, story(item))
    papers.put("/feed", rss(items()))
    _, (ended,) = fetched(of(papers, full_text=True))
    assert ended.state.error is None
    stubs = [a.stub for row in library.rows() for a in library.issue(row.id).articles]
    assert sorted(stubs) == [False, False, True]
    papers.put("/feed", rss(items(4)))
    papers.put("/story/4.html", story(items(4)[3]))
    papers.asked.clear()
    fetched(of(papers, full_text=True))
    assert "/story/4.html" in papers.paths()
    assert not {"/story/2.html", "/story/3.html"} & set(papers.paths())


@pytest.mark.parametrize(
    "body",
    [
        "<html><title>清溪</title><p>404</p></html>",
        "<html><h1>403 Forbidden</h1></html>",
        "",
        '{"code": 403}',
    ],
)
def test_what_is_no_feed_is_told_and_asked_for_again(
    body: str, papers: PaperSite, fetched: Fetch, library: Library
) -> None:
    papers.put("/feed", body)
    _, (ended,) = fetched(of(papers))
    assert ended.state.error is not None
    assert (ended.state.failures, ended.state.etag, library.rows()) == (1, "", ())


def test_a_feed_that_has_moved_for_good_is_asked_for_there_after_three_times(
    papers: PaperSite, fetched: Fetch
) -> None:
    papers.put("/feed", b"", 301, Location="/new")
    papers.put("/new", rss(items()))
    for _ in range(4):
        papers.asked.clear()
        _, (ended,) = fetched(of(papers))
        assert ended.state.error is None
    assert papers.paths() == ["/new"]


def test_a_feed_without_entries_is_no_error(
    papers: PaperSite, fetched: Fetch, library: Library
) -> None:
    papers.put("/feed", rss([]))
    _, (ended,) = fetched(of(papers))
    assert (ended.state.error, ended.state.came, library.rows()) == (None, 0, ())


def test_one_without_a_title_takes_its_own(
    site: Site, feed: Subscription, fetched: Fetch, subscriptions: Subscriptions
) -> None:
    put_up_feed(site)
    fetched(replace(feed, name="127001", title=""))
    assert subscriptions.named("127001").title == "岭北"
    fetched(replace(feed, name="mine", title="山里"))
    assert subscriptions.named("mine").title == "山里"
