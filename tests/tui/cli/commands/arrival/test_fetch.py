"""``dubao fetch``: what is due or named comes, each failure is told, and the status says how."""

import json
from pathlib import Path

import pytest

from store.backends.disk import DiskFiles
from store.fetching.lock import only_fetcher
from store.subscriptions.models import Subscription
from store.subscriptions.subscriptions import Subscriptions
from tests.site.papers import Paper
from tests.site.server import PaperSite
from tests.store.fetching.conftest import FOLDER, Site, put_up_feed, put_up_paper
from tests.tui.cli.support import Dubao


@pytest.fixture
def subscribed(tmp_path: Path, site: Site) -> Subscriptions:
    """Give the library's subscriptions: the paper of the site, and its feed."""
    there = Subscriptions(DiskFiles(tmp_path / "data" / "dubao"))
    paper = Subscription("qing", f"{site.url}/", "epaper", pause=0, allow_private=True)
    feed = Subscription("ling", f"{site.url}/feed", "feed", pause=0, allow_private=True)
    there.save(paper, feed)
    return there


@pytest.mark.slow
def test_what_is_due_comes_once(dubao: Dubao, site: Site, subscribed: Subscriptions) -> None:
    put_up_paper(site)
    put_up_feed(site)
    status, out, err = dubao("fetch")
    assert (status, err) == (0, "")
    assert "qing: 4 new articles  qingxiribao-2031-04-05" in out
    assert "ling: 2 new articles" in out
    status, out, err = dubao("fetch")
    assert (status, err) == (0, "")
    assert "Nothing is due before" in out
    assert "qing: nothing new" in dubao("fetch", "qing")[1]
    assert dubao("fetch", "--all", "-q") == (0, "", "")
    assert "第10座老桥" in dubao("search", "老桥")[1]


@pytest.mark.slow
def test_a_day_that_brings_nothing_says_why(
    dubao: Dubao, papers: PaperSite, subscribed: Subscriptions
) -> None:
    day = Paper("ljrb", "A").newest
    address = papers.publish(Paper("ljrb", "A", pages=1, stories=1, rests=(4,)))
    subscribed.save(Subscription("lj", address, "epaper", pause=0, allow_private=True))
    assert "1 new article" in dubao("fetch", "lj", "--date", str(day))[1]
    before = subscribed.states()["lj"]
    assert before.due is None
    told = f"lj: the issue of {day} has come already\n"
    assert dubao("fetch", "lj", "--date", str(day)) == (0, told, "")
    told = "lj: there is no issue of 1999-01-01\n"
    assert dubao("fetch", "lj", "--date", "1999-01-01") == (0, told, "")
    assert subscribed.states()["lj"] == before


def test_feeds_serve_no_day(dubao: Dubao, subscribed: Subscriptions) -> None:
    for option in ("--date", "--since"):
        status, out, err = dubao("fetch", "ling", option, "2026-01-01")
        assert (status, out) == (2, "")
        assert "ling is a feed, and a feed serves no day's issue" in err
    assert not subscribed.states()


@pytest.mark.slow
def test_one_failure_is_told_and_is_status_1_and_all_are_status_2(
    dubao: Dubao, site: Site, subscribed: Subscriptions
) -> None:
    put_up_paper(site)
    status, out, err = dubao("fetch")
    assert (status, "qing: 4 new" in out) == (1, True)
    assert "ling: " in err
    assert "tried again at" in err
    status, out, err = dubao("fetch", "ling", "--json")
    (told,) = json.loads(out)
    assert (status, told["name"], told["came"]) == (2, "ling", 0)
    assert told["error"]
    _, out, _ = dubao("subscriptions")
    assert "never" not in out


@pytest.mark.slow
def test_an_address_is_read_once(dubao: Dubao, site: Site, tmp_path: Path) -> None:
    put_up_paper(site)
    status, out, _ = dubao("fetch", "--allow-private", f"{site.url}{FOLDER}content_10.htm")
    assert (status, "1 new article" in out) == (0, True)
    assert "第10座老桥" in dubao("search", "老桥")[1]
    assert dubao("subscriptions")[0] == 1


@pytest.mark.slow
def test_an_address_of_a_subscribed_host_is_read_as_the_subscription_is(
    dubao: Dubao, site: Site, subscribed: Subscriptions
) -> None:
    put_up_paper(site)
    status, out, err = dubao("fetch", f"{site.url}{FOLDER}content_10.htm")
    assert (status, "1 new article" in out, err) == (0, True, "")
    assert not subscribed.states()


@pytest.mark.slow
def test_one_fetcher_at_a_time(
    dubao: Dubao, site: Site, subscribed: Subscriptions, tmp_path: Path
) -> None:
    with only_fetcher(DiskFiles(tmp_path / "data" / "dubao")):
        status, out, err = dubao("fetch")
    assert (status, out) == (2, "")
    assert "Another dubao is fetching" in err
    assert site.asked == []


def test_a_library_that_cannot_be_written_is_not_fetched_into(
    dubao: Dubao, subscribed: Subscriptions, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Subscriptions, "writable", lambda _self: False)
    status, _, err = dubao("fetch")
    assert (status, "cannot be written" in err) == (2, True)


@pytest.mark.parametrize(
    "words",
    [(), ("nobody",), ("--every", "ling"), ("https://ye:hush@a.example/",)],
)
def test_what_cannot_be_meant_is_one_sentence(dubao: Dubao, words: tuple[str, ...]) -> None:
    status, out, err = dubao("fetch", *words)
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert "hush" not in err


def test_guests_fetch_nothing(dubao: Dubao) -> None:
    status, _, err = dubao("--restricted", "fetch")
    assert (status, "only read" in err) == (2, True)


@pytest.mark.slow
def test_a_list_of_subscriptions_is_for_another_command(dubao: Dubao, site: Site) -> None:
    outline = f'<outline text="a" type="rss" xmlUrl="{site.url}/feed"/>'
    site.pages["/a.opml"] = f'<opml version="2.0"><body>{outline}</body></opml>'.encode()
    status, _, err = dubao("fetch", "--allow-private", f"{site.url}/a.opml")
    assert (status, "dubao subscribe takes it" in err) == (2, True)
    assert "dubao subscribe takes it" in dubao("fetch", "a.opml")[2]


def test_without_subscriptions_a_name_means_nothing(dubao: Dubao) -> None:
    err = dubao("fetch", "/story/1.html")[2]
    assert "There is no subscription /story/1.html, nor any other;" in err
    assert "dubao subscribe makes one, + in the reader" in dubao("fetch")[2]
