"""``dubao subscribe``: it says what it found, and keeps it; secrets stay out of the library."""

import json
from datetime import timedelta
from pathlib import Path

import pytest

from store.backends.disk import DiskFiles
from store.moments import papers_today
from store.net.credentials import Credentials
from store.subscriptions.models import FetchedDay, FetchState, Subscription
from store.subscriptions.subscriptions import Subscriptions
from tests.site.papers import Paper
from tests.site.server import PaperSite
from tests.store.fetching.conftest import FOLDER, Site, put_up_feed, put_up_paper
from tests.tui.cli.support import Dubao, contents


def subscriptions(tmp_path: Path) -> Subscriptions:
    """Return the subscriptions of this reader's library."""
    return Subscriptions(DiskFiles(tmp_path / "data" / "dubao"))


def only(tmp_path: Path) -> Subscription:
    """Return the one subscription of this reader's library."""
    (own,) = subscriptions(tmp_path).all()
    return own


@pytest.mark.slow
def test_an_e_paper_is_found_and_kept_under_a_name_that_can_be_typed(
    dubao: Dubao, site: Site, tmp_path: Path
) -> None:
    put_up_paper(site)
    site.pages["/robots.txt"] = b"User-agent: *\nCrawl-delay: 120"
    status, out, err = dubao("subscribe", "--allow-private", "--pause", "0", f"{site.url}/")
    assert (status, err) == (0, "")
    assert "清溪日报: an e-paper" in out
    assert "newest issue: 2031-04-05, 2 pages" in out
    assert "dubao fetch qingxiribao" in out
    own = only(tmp_path)
    assert (own.name, own.kind, own.paper) == ("qingxiribao", "epaper", "清溪日报")
    assert (own.allow_private, own.pause) == (True, 0)
    status, out, err = dubao("subscribe", "--allow-private", "--pause", "0", f"{site.url}/")
    assert (status, out) == (2, "")
    assert "already, as qingxiribao" in err


@pytest.mark.slow
def test_a_page_of_a_day_leads_to_the_entry_and_brings_its_issue(
    dubao: Dubao, site: Site, tmp_path: Path
) -> None:
    put_up_paper(site)
    site.pages["/html/"] = site.pages["/"]
    page = f"{site.url}{FOLDER}node_2.htm"
    status, out, _ = dubao("subscribe", "--allow-private", "--pause", "0", page)
    assert status == 0
    assert only(tmp_path).address == f"{site.url}/html/"
    assert "4 new articles  qingxiribao-2031-04-05" in out
    assert subscriptions(tmp_path).states()[only(tmp_path).name].due is None, (
        "today's issue has not been looked for yet"
    )


@pytest.mark.slow
def test_a_page_that_names_its_feed_leads_to_that(dubao: Dubao, site: Site, tmp_path: Path) -> None:
    put_up_feed(site)
    link = "<link rel=alternate type='application/rss+xml' href=/feed title=岭北>"
    site.pages["/home"] = f"<html><head>{link}</head><body><p>岭北</p></body></html>".encode()
    status, out, _ = dubao("subscribe", "--allow-private", "--pause", "0", f"{site.url}/home")
    assert status == 0
    assert "newest: 2 stories" in out
    own = only(tmp_path)
    assert (own.kind, own.address) == ("feed", f"{site.url}/feed")


@pytest.mark.slow
def test_who_asks_and_through_what_stays_out_of_the_library(
    dubao: Dubao, site: Site, tmp_path: Path
) -> None:
    put_up_feed(site)
    address = f"{site.url}/feed".replace("//", "//ye:hush@")
    status, out, err = dubao("subscribe", "--allow-private", "--pause", "0", address)
    assert (status, "hush" in out + err) == (0, False)
    own = only(tmp_path)
    assert Credentials().with_login(own.credentials, own.address) == address
    assert not any(b"hush" in data for data in contents(tmp_path / "data").values())
    status, out, err = dubao(
        "subscribe", "--edit", own.name, "--proxy", "http://ye:psst@127.0.0.1:9"
    )
    assert status == 0
    assert not any(b"psst" in data for data in contents(tmp_path / "data").values())
    assert "psst" not in dubao("subscriptions", "--json")[1]
    dubao("unsubscribe", own.name)
    assert not list((tmp_path / "config").rglob("*.login"))
    assert not list((tmp_path / "config").rglob("*.proxy"))


@pytest.mark.slow
def test_what_cannot_be_subscribed_to_is_one_sentence_and_leaves_nothing(
    dubao: Dubao, site: Site, tmp_path: Path
) -> None:
    site.pages["/"] = "<html><body><p>岭北的一个小站。</p></body></html>".encode()
    address = f"{site.url}/".replace("//", "//ye:hush@", 1)
    status, out, err = dubao("subscribe", "--allow-private", "--pause", "0", address)
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert "no e-paper, no feed" in err
    assert not list((tmp_path / "config").rglob("*.login"))
    assert dubao("subscribe", "nosuchpaper")[0] == 2


def test_lists_of_other_readers_are_taken(dubao: Dubao, tmp_path: Path) -> None:
    (tmp_path / "urls").write_text(
        'https://ling.example/feed 山 "~岭北"\n"query:all:unread = 1"\nhttps://b.example/rss\n'
    )
    status, out, err = dubao("subscribe", "urls", "--every", "2h")
    assert status == 1
    assert "query:all" in err
    assert "2 new subscriptions, 0 there already" in out
    first, second = subscriptions(tmp_path).all()
    assert (first.name, first.title, first.tags, first.every) == ("lingbei", "岭北", ("山",), 120)
    assert second.name == "bexample"
    assert "0 new subscriptions, 2 there already" in dubao("subscribe", "urls")[1]


def test_a_list_without_an_address_is_told(dubao: Dubao, tmp_path: Path) -> None:
    (tmp_path / "empty.opml").write_text("<opml version='2.0'><body/></opml>")
    status, out, err = dubao("subscribe", "empty.opml")
    assert (status, out) == (2, "")
    assert "empty.opml: this list of subscriptions (OPML) names no address." in err


def test_opml_goes_out_and_in(dubao: Dubao, tmp_path: Path) -> None:
    subscriptions(tmp_path).save(
        Subscription("a", "https://a.example/", "epaper", title="清溪日报"),
        Subscription("b", "https://b.example/rss", "feed", title="岭北", tags=("山",)),
    )
    (tmp_path / "list.opml").write_text(dubao("subscriptions", "--opml")[1])
    status, out, _ = dubao("--library", "other", "subscribe", "list.opml")
    assert (status, "2 new subscriptions" in out) == (0, True)
    other = json.loads(dubao("--library", "other", "subscriptions", "--json")[1])
    assert [each["subscription"]["kind"] for each in other] == ["epaper", "feed"]


@pytest.mark.slow
def test_a_list_at_an_address_is_taken_as_a_file_is(
    dubao: Dubao, site: Site, tmp_path: Path
) -> None:
    feeds = "".join(
        f"<outline text='山'><outline type='rss' text='岭北{n}' xmlUrl='https://l{n}.example/'/>"
        "</outline>"
        for n in range(2)
    )
    site.pages["/feeds"] = f"<opml version='2.0'><body>{feeds}</body></opml>".encode()
    address = f"{site.url}/feeds".replace("//", "//ye:hush@")
    asked = ("subscribe", "--allow-private", "--pause", "0", "--keep", "9", address)
    status, out, err = dubao(*asked)
    assert (status, err, "2 new subscriptions, 0 there already" in out) == (0, "", True)
    made = subscriptions(tmp_path).all()
    assert [(each.title, each.tags, each.keep_days) for each in made] == [
        ("岭北0", ("山",), 9),
        ("岭北1", ("山",), 9),
    ]
    assert not any(each.credentials for each in made)
    assert not list((tmp_path / "config").rglob("*.login"))
    assert "0 new subscriptions, 2 there already" in dubao(*asked)[1]


def test_a_subscription_is_changed_and_named_anew(dubao: Dubao, tmp_path: Path) -> None:
    own = Subscription("a", "https://a.example/rss", "feed", at="06:30", tags=("x",))
    subscriptions(tmp_path).save(own)
    status, out, _ = dubao(
        *("subscribe", "--edit", "a", "--name", "岭北", "--every", "1d", "--full-text"),
        *("--keep", "30", "--tag", "山", "--tag", "水"),
    )
    assert (status, "岭北" in out) == (0, True)
    own = only(tmp_path)
    assert (own.name, own.every, own.at, own.full_text) == ("岭北", 1440, "", True)
    assert (own.keep_days, own.tags) == (30, ("山", "水"))
    assert dubao("subscribe", "--edit", "岭北")[0] == 2
    assert dubao("subscribe", "--edit", "岭北", "--pages", "..")[0] == 2
    assert dubao("subscribe", "--edit", "nobody", "--keep", "3")[0] == 2


def test_a_paper_that_has_moved_gets_its_new_address_and_a_login_for_that(
    dubao: Dubao, tmp_path: Path
) -> None:
    there, keeper = subscriptions(tmp_path), Credentials()
    keeper.keep_login("old", "https://ye:hush@a.example/rss")
    there.save(Subscription("a", "https://a.example/rss", "feed", credentials="old"))
    there.note({"a": FetchState(moved="https://b.example/rss", moved_times=3)})
    assert dubao("subscribe", "--edit", "a", "--address", "https://a.example/new")[0] == 0
    assert (only(tmp_path).address, only(tmp_path).credentials) == ("https://a.example/new", "old")
    assert there.states()["a"].moved_times == 0
    status, out, err = dubao("subscribe", "--edit", "a", "--address", "https://li:psst@b.example/x")
    assert (status, "psst" in out + err) == (0, False)
    own = only(tmp_path)
    assert own.address == "https://b.example/x"
    assert keeper.with_login(own.credentials, own.address) == "https://li:psst@b.example/x"
    assert not list((tmp_path / "config").rglob("old.login"))
    assert dubao("subscribe", "--edit", "a", "--address", "https://c.example/x")[0] == 0
    assert only(tmp_path).credentials == ""
    assert dubao("subscribe", "rmrb", "--address", "https://c.example/x")[0] == 2
    assert dubao("subscribe", "--edit", "a", "--address", "nowhere")[0] == 2


@pytest.mark.slow
def test_each_setting_that_is_edited_has_its_effect(
    dubao: Dubao, papers: PaperSite, tmp_path: Path
) -> None:
    today, there = papers_today(), subscriptions(tmp_path)
    address = papers.publish(Paper("ljrb", "B", newest=today, pages=3, stories=1))

    def edited(*options: str) -> tuple[int, str]:
        assert dubao("subscribe", "--edit", "lj", *options)[0] == 0
        papers.asked.clear()
        status, out, err = dubao("fetch", "lj")
        return status, out + err

    dubao("subscribe", "--allow-private", "--pause", "0", "--name", "lj", "--pages", "1", address)
    assert "page 1 of 1" in dubao("fetch", "lj")[1]
    assert "page 3 of 3" in edited("--pages", "1-3")[1]
    edited("--agent", "Linjiang/1")
    assert papers.asked[0].headers["User-Agent"] == "Linjiang/1"
    (tmp_path / "cookies.txt").write_text("127.0.0.1\tFALSE\t/\tFALSE\t0\tseen\tyes\n")
    edited("--cookies", str(tmp_path / "cookies.txt"), "--agent", "")
    assert papers.asked[0].headers["Cookie"] == "seen=yes"
    assert "Linjiang" not in papers.asked[0].headers["User-Agent"]
    edited("--cookies", "")
    assert "Cookie" not in papers.asked[0].headers
    assert "does not lead there" in edited("--proxy", "http://127.0.0.1:9")[1]
    assert edited("--proxy", "none")[0] == 0
    assert "--allow-private" in edited("--no-allow-private")[1]
    edited("--allow-private", "--every", "5h")
    state = there.states()["lj"]
    assert state.due
    assert state.asked
    assert state.due - state.asked == timedelta(hours=5)
    edited("--at", "06:30", "--zone", "UTC")
    assert (due := there.states()["lj"].due)
    assert (due.hour, due.minute) == (6, 30)
    old = today - timedelta(days=3)
    dubao("fetch", "lj", "--date", str(old))
    there.note(days={("lj", old): FetchedDay(whole=True)})  # as if it had come by itself
    assert "1 old issue removed" in edited("--keep", "1")[1]
    assert only(tmp_path).pause == 0
    dubao("subscribe", "--edit", "lj", "--pause", "auto", "--name", "江")
    assert (only(tmp_path).pause, only(tmp_path).name) == (None, "江")


@pytest.mark.parametrize("wrong", [["--pause", "-1"], ["--keep", "x"]])
def test_options_that_mean_nothing_are_refused(dubao: Dubao, wrong: list[str]) -> None:
    assert dubao("subscribe", "rmrb", *wrong)[0] == 2


@pytest.mark.parametrize(
    ("what", "told"),
    [
        ("", "Name an address, a known paper (dubao papers) or a file."),
        ("./none.opml", "./none.opml: there is no such file."),
        ("none.opml", "none.opml: there is no such file."),
        ("http://127.0.0.1:9/", "127.0.0.1 is an address within this machine"),
    ],
)
def test_what_is_not_there_is_one_sentence(dubao: Dubao, what: str, told: str) -> None:
    status, out, err = dubao("subscribe", what)
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert told in err
    assert "127.0.0.1 is 127" not in err
