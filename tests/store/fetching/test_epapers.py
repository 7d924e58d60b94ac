"""An e-paper comes page by page, and each article once."""

import os
import subprocess
import sys
from collections import Counter
from datetime import date
from threading import Event
from typing import Any

import pytest
from msgspec.structs import replace

from store.fetching.asking import Workers
from store.fetching.events import Begun
from store.fetching.run import fetch
from store.fetching.spool import Spool
from store.library.library import Library
from store.subscriptions.models import FetchedDay, Subscription
from store.subscriptions.subscriptions import Subscriptions
from tests.site.families import FAMILIES
from tests.site.papers import Paper
from tests.site.papers import headlines as printed
from tests.site.server import PaperSite, serving
from tests.store.fetching.conftest import (
    DAY,
    FOLDER,
    Fetch,
    Site,
    headlines,
    put_up_paper,
    subscribed,
)

pytestmark = pytest.mark.slow


def test_an_issue_comes_page_by_page_and_once(
    site: Site, paper: Subscription, fetched: Fetch, library: Library, subscriptions: Subscriptions
) -> None:
    put_up_paper(site)
    came, (ended,) = fetched(paper)
    assert [(each.piece.page, each.piece.pages) for each in came] == [(1, 2), (2, 2)]
    assert headlines(library) == [f"第{story}座老桥通车" for story in (10, 11, 20, 21)]
    assert (ended.state.came, ended.state.newest, ended.state.error) == (4, DAY, None)
    assert subscriptions.days("清溪")[DAY].whole
    assert not library.issue(library.rows()[0].id).warnings
    site.asked.clear()
    assert fetched(paper)[0] == []
    assert site.asked == ["/", f"{FOLDER}node_1.htm"]


def test_what_came_before_a_kill_is_not_asked_for_again(
    site: Site, paper: Subscription, fetched: Fetch, library: Library
) -> None:
    put_up_paper(site)
    spool = Spool(library.address, "清溪")
    address = f"{site.url}{FOLDER}content_10.htm"
    spool.put(address, site.pages.pop(f"{FOLDER}content_10.htm"))
    fetched(paper)
    assert len(headlines(library)) == 4
    assert spool.get(address) is None


class _Held(dict[str, bytes]):
    """Pages, of which one does not come until it is `released`."""

    def __init__(self, pages: dict[str, bytes], held: str) -> None:
        super().__init__(pages)
        self._held = held
        self.reached, self.released = Event(), Event()

    def get(self, path: str, default: object = None) -> Any:
        """Return a page."""
        if path == self._held:
            self.reached.set()
            self.released.wait()
        return super().get(path, default)


def test_a_fetch_that_is_killed_loses_nothing_and_asks_for_no_article_again(
    site: Site, paper: Subscription, fetched: Fetch, library: Library, subscriptions: Subscriptions
) -> None:
    put_up_paper(site, pages=4)
    subscriptions.save(paper)
    site.pages = held = _Held(site.pages, f"{FOLDER}content_31.htm")
    command = "import sys; from tui.cli.main import main; sys.exit(main())"
    with subprocess.Popen(
        [sys.executable, "-c", command, "--library", library.address, "fetch"],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "LANGUAGE": "en"},
    ) as process:
        assert process.stdout
        told = [process.stdout.readline() for _ in range(2)]
        assert held.reached.wait(60)
        process.kill()
    assert told == [f"清溪: page {page} of 4\n" for page in (1, 2)]
    assert headlines(library) == [f"第{story}座老桥通车" for story in (10, 11, 20, 21)]
    held.released.set()
    assert fetched(paper)[1][0].state.error is None
    stories = [page + story for page in (10, 20, 30, 40) for story in (0, 1)]
    assert headlines(library) == [f"第{story}座老桥通车" for story in stories]
    asked = Counter(path for path in site.asked if "content" in path)
    assert asked.pop(f"{FOLDER}content_31.htm") == 2, "the one that had not come"
    assert set(asked.values()) == {1}


def test_pages_that_nobody_wants_are_not_asked_for(
    site: Site, paper: Subscription, fetched: Fetch
) -> None:
    put_up_paper(site)
    came, _ = fetched(
        Subscription("清溪", paper.address, "epaper", pages="2", pause=0, allow_private=True)
    )
    assert [each.piece.page for each in came] == [1]
    assert f"{FOLDER}content_10.htm" not in site.asked


def test_an_issue_without_its_page_1_is_come_back_to(
    site: Site, paper: Subscription, fetched: Fetch, library: Library
) -> None:
    put_up_paper(site)
    for path in list(site.pages):
        site.pages[path] = site.pages[path].replace("第01版".encode(), "第03版".encode())
    _, (ended,) = fetched(paper)
    assert "still being put up" in str(ended.state.error)
    assert (ended.state.failures, library.rows()) == (0, ())


def test_an_empty_shell_is_told_and_no_issue(
    site: Site, paper: Subscription, fetched: Fetch, library: Library
) -> None:
    site.pages["/"] = b"<html><div id=app></div><script src=app.js></script></html>"
    _, (ended,) = fetched(paper)
    assert "no page and no article was found" in str(ended.state.error)
    assert (ended.state.failures, ended.state.etag, library.rows()) == (1, "", ())


def test_other_days_are_asked_for_by_their_address_and_remembered_when_missing(
    site: Site, paper: Subscription, fetched: Fetch, subscriptions: Subscriptions
) -> None:
    put_up_paper(site)
    earlier = date(2031, 4, 4)
    fetched(paper, days=[earlier])
    assert subscriptions.days("清溪") == {earlier: subscriptions.days("清溪")[earlier]}
    assert subscriptions.days("清溪")[earlier].missing
    site.asked.clear()
    fetched(paper, days=[earlier])
    assert "/html/2031-04/04/node_1.htm" not in site.asked


TUESDAY = date(2031, 4, 8)


@pytest.mark.parametrize("family", FAMILIES)
def test_an_issue_of_each_family_comes_once_from_its_entry(
    family: str, papers: PaperSite, fetched: Fetch, library: Library
) -> None:
    paper = Paper("ljrb", family)
    _, (ended,) = fetched(subscribed(papers.publish(paper)))
    assert ended.state.error is None
    (row,) = library.rows()
    issue = library.issue(row.id)
    assert [article.headline for article in issue.articles] == printed(paper, TUESDAY)
    assert all(article.paragraphs for article in issue.articles)
    assert (issue.paper.name, issue.date) == ("临江日报", TUESDAY)
    assert [(page.number, page.name) for page in issue.pages] == [("1", "要闻"), ("2", "本地")]
    # A story that stands on two pages is one, of the first.
    assert [article.page for article in issue.articles] == ["1"] * 3 + ["2"] * 3
    assert not issue.warnings
    asked = papers.paths()
    assert len(asked) == len(set(asked))


@pytest.mark.parametrize(
    "paper",
    [
        Paper("ljrb", "B", script=True),
        Paper("ljrb", "B", mislabelled=True),
        Paper("ljrb", "C", script=True),
        Paper("ljrb", "A", pages=12),
    ],
)
def test_what_is_odd_with_some_papers_does_no_harm(
    paper: Paper, papers: PaperSite, fetched: Fetch, library: Library
) -> None:
    _, (ended,) = fetched(subscribed(papers.publish(paper)))
    assert ended.state.error is None
    assert headlines(library) == printed(paper, TUESDAY)


def test_articles_may_lie_on_another_host(
    papers: PaperSite, fetched: Fetch, library: Library
) -> None:
    paper = Paper("ljrb", "A")
    with serving(PaperSite()) as other:
        other.publish(paper)
        fetched(subscribed(papers.publish(paper._replace(away=other.url))))
        assert headlines(library) == printed(paper, TUESDAY)
        assert not [path for path in papers.paths() if "content" in path]


@pytest.mark.parametrize("family", [each for each in FAMILIES if each != "G"])
def test_another_day_is_asked_for_by_its_address(
    family: str, papers: PaperSite, fetched: Fetch, library: Library, subscriptions: Subscriptions
) -> None:
    paper = Paper("ljrb", family, rests=(6,))
    sunday, monday = date(2031, 4, 6), date(2031, 4, 7)
    _, (ended,) = fetched(subscribed(papers.publish(paper)), days=[sunday, monday])
    assert ended.state.error is None
    assert headlines(library) == printed(paper, monday)
    assert [row.date for row in library.rows()] == [monday]
    days = subscriptions.days("清溪")
    assert (days[sunday].missing, days[monday].whole) == (True, True)
    papers.asked.clear()
    fetched(subscribed(papers.publish(paper)), days=[sunday, monday])
    assert not [path for path in papers.paths() if "07" in path or "06" in path]


def test_a_calendar_tells_which_days_have_no_issue(
    papers: PaperSite, fetched: Fetch, subscriptions: Subscriptions
) -> None:
    paper = Paper("ljrb", "B", rests=(5, 6), pages=1, stories=1)
    days = [date(2031, 4, day) for day in range(3, 8)]
    fetched(subscribed(papers.publish(paper)), days=days)
    known = subscriptions.days("清溪")
    assert [day.day for day in days if known[day].missing] == [5, 6]
    assert [path for path in papers.paths() if "/05/" in path or "/06/" in path] == []
    assert papers.paths().count("/ljrb/html/2031-04/period.xml") == 1


@pytest.mark.parametrize(("family", "count"), [("A", 1), ("A-tree", 1), ("E", 1), ("G", 1)])
def test_pages_that_are_not_wanted_do_not_come(
    family: str, count: int, papers: PaperSite, fetched: Fetch, library: Library
) -> None:
    paper = Paper("ljrb", family)
    came, _ = fetched(subscribed(papers.publish(paper), pages="2"))
    assert len(came) == count
    assert {article.page for article in library.issue(library.rows()[0].id).articles} == {"2"}
    assert not [path for path in papers.paths() if "101" in path]


def test_an_issue_that_gets_more_pages_is_completed(
    papers: PaperSite, fetched: Fetch, library: Library
) -> None:
    paper = Paper("ljrb", "A")
    own = subscribed(papers.publish(paper))
    fetched(own)
    papers.publish(paper._replace(pages=4))
    papers.asked.clear()
    came, _ = fetched(own)
    assert [each.piece.page for each in came] == [3, 4]
    assert len(headlines(library)) == 12
    assert not [path for path in papers.paths() if "content_101" in path]


def test_a_newer_issue_comes_when_its_time_has_come(
    papers: PaperSite, fetched: Fetch, library: Library
) -> None:
    paper = Paper("ljrb", "D")
    own = subscribed(papers.publish(paper))
    fetched(own)
    papers.publish(paper._replace(newest=date(2031, 4, 9)))
    fetched(own)
    assert sorted(str(row.date) for row in library.rows()) == ["2031-04-08", "2031-04-09"]
    assert fetched(own)[0] == []


def test_an_entry_that_has_not_changed_is_asked_no_further(
    papers: PaperSite, fetched: Fetch
) -> None:
    own = subscribed(papers.publish(Paper("ljrb", "A", newest=date(2021, 4, 8))))
    fetched(own)
    papers.asked.clear()
    _, (ended,) = fetched(own)
    assert (papers.paths(), ended.state.error) == (["/ljrb/pc/layout/index.html"], None)


@pytest.mark.parametrize("status", [403, 429, 503])
def test_the_first_refusal_ends_a_fetch_and_what_has_come_stays(
    status: int, papers: PaperSite, fetched: Fetch, library: Library
) -> None:
    paper = Paper("ljrb", "A")
    own = subscribed(papers.publish(paper))
    refused = "/ljrb/pc/content/203104/08/content_202.html"
    papers.put(refused, b"", status, Retry_After="5000")
    _, (ended,) = fetched(own)
    assert str(status) in str(ended.state.error)
    assert (ended.state.failures, ended.state.etag) == (1, "")
    assert ended.state.due
    assert ended.state.asked
    assert (ended.state.due - ended.state.asked).total_seconds() == 5000
    assert papers.paths()[-1] == refused
    assert len(headlines(library)) == 3
    papers.take_down(refused)
    papers.asked.clear()
    _, (ended,) = fetched(own)
    assert ended.state.error is None
    assert headlines(library) == printed(paper, TUESDAY)
    # Neither what is in the library nor what had come of the page is asked for again.
    assert not [path for path in papers.paths() if "content_1" in path or "content_201" in path]


def test_an_article_that_is_gone_costs_itself_alone(
    papers: PaperSite, fetched: Fetch, library: Library
) -> None:
    paper = Paper("ljrb", "A")
    own = subscribed(papers.publish(paper))
    papers.put("/ljrb/pc/content/203104/08/content_101.html", b"", 404)
    _, (ended,) = fetched(own)
    assert ended.state.error is None
    assert headlines(library) == printed(paper, TUESDAY)[1:]
    index = library.issue(library.rows()[0].id).index
    assert printed(paper, TUESDAY)[0] in [entry.title for entry in index]


@pytest.mark.parametrize("family", ["A", "A-tree", "C", "G"])
@pytest.mark.parametrize("trouble", ["late", "shell", "refusal"])
def test_what_is_no_issue_is_told(
    family: str, trouble: str, papers: PaperSite, fetched: Fetch, library: Library
) -> None:
    paper = Paper("ljrb", family)
    switched = {
        "late": paper._replace(late=True),
        "shell": paper._replace(shell=True),
        "refusal": paper._replace(refusal=True),
    }
    _, (ended,) = fetched(subscribed(papers.publish(switched[trouble])))
    assert ended.state.error is not None
    assert ended.state.etag == ""
    assert (ended.state.failures == 0) == (trouble == "late")
    assert library.rows() == ()


def test_pages_that_lead_round_and_round_are_told(papers: PaperSite, fetched: Fetch) -> None:
    papers.put("/a", "<meta http-equiv=refresh content='0;url=/b'>")
    papers.put("/b", "<meta http-equiv=refresh content='0;url=/a'>")
    _, (ended,) = fetched(subscribed(f"{papers.url}/a"))
    assert "without an end" in str(ended.state.error)
    assert len(papers.asked) == 5


def test_an_article_that_its_page_list_holds_is_not_asked_for(
    papers: PaperSite, fetched: Fetch, library: Library
) -> None:
    page = "/ljrb/html/2031-04/08/node_1.htm"
    held = "<a href=content_1.htm neirong='&lt;p&gt;两岸的村民都来看。&lt;/p&gt;'>老桥通车</a>"
    papers.put(page, f"<html><title>临江日报</title><a href={page}>第01版：要闻</a>{held}</html>")
    papers.put("/ljrb/", f"<meta http-equiv=refresh content='0;url={page}'>")
    _, (ended,) = fetched(subscribed(f"{papers.url}/ljrb/"))
    assert ended.state.error is None
    (article,) = library.issue(library.rows()[0].id).articles
    assert (article.headline, article.paragraphs) == ("老桥通车", ("两岸的村民都来看。",))
    assert papers.paths() == ["/ljrb/", page]


def test_an_issue_says_first_how_many_pages_are_to_come(
    site: Site,
    paper: Subscription,
    library: Library,
    subscriptions: Subscriptions,
    workers: Workers,
) -> None:
    put_up_paper(site, pages=3)
    subscriptions.save(paper)
    first, *others = fetch(library, subscriptions, [paper], workers=workers)
    assert first == Begun(paper.name, 3)
    assert not any(isinstance(each, Begun) for each in others)
    again = list(fetch(library, subscriptions, [paper], workers=workers))
    assert not any(isinstance(each, Begun) for each in again)


def test_a_day_that_is_not_over_is_not_remembered_as_one_without_an_issue(
    site: Site, paper: Subscription, fetched: Fetch, subscriptions: Subscriptions
) -> None:
    put_up_paper(site)
    later = date(2999, 4, 4)
    fetched(paper, days=[later])
    assert not subscriptions.days("清溪").get(later, FetchedDay()).missing


def test_an_issue_of_more_pages_than_any_newspapers_is_told_and_some_may_be_wanted(
    site: Site, paper: Subscription, fetched: Fetch, library: Library
) -> None:
    put_up_paper(site)
    first = f"{FOLDER}node_1.htm"
    more = "".join(f"<a href=node_{n}.htm>第{n:02}版：副刊</a>" for n in range(3, 600))
    site.pages[first] = site.pages[first].replace(b"</html>", more.encode() + b"</html>")
    came, (ended,) = fetched(paper)
    assert came == []
    assert "has 599 pages" in str(ended.state.error)
    assert site.asked == ["/", first]
    fetched(replace(paper, pages="1-2"))
    assert len(headlines(library)) == 4


def test_an_issue_of_more_articles_than_any_newspapers_is_told(
    site: Site,
    paper: Subscription,
    fetched: Fetch,
    subscriptions: Subscriptions,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("store.fetching.epapers._MOST_STORIES", 3)
    put_up_paper(site)
    for _ in range(2):
        came, (ended,) = fetched(paper)
        assert "the first 3 have come" in str(ended.state.error)
        assert not subscriptions.days("清溪")[DAY].whole
    assert came == []
