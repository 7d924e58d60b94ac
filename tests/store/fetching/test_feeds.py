"""A feed comes, and the stories of which it tells a beginning."""

import pytest
from msgspec.structs import replace

from store.library.library import Library
from store.subscriptions.models import Subscription
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


def test_what_a_feed_tells_of_days_that_are_kept_no_longer_does_not_come(
    site: Site, feed: Subscription, fetched: Fetch, library: Library
) -> None:
    put_up_feed(site)
    site.pages["/feed"] = site.pages["/feed"].replace(b"05 Apr 2031", b"05 Apr 2003")
    _, (ended,) = fetched(replace(feed, keep_days=30))
    assert (ended.state.error, headlines(library)) == (None, [])
