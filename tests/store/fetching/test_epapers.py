"""An e-paper comes page by page, and each article once."""

from datetime import date

import pytest

from store.fetching.spool import Spool
from store.library.library import Library
from store.subscriptions.models import Subscription
from store.subscriptions.subscriptions import Subscriptions
from tests.store.fetching.conftest import DAY, FOLDER, Fetch, Site, headlines, put_up_paper

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
    assert site.asked == ["/"]


def test_what_came_before_a_kill_is_not_asked_for_again(
    site: Site, paper: Subscription, fetched: Fetch, library: Library
) -> None:
    put_up_paper(site)
    spool = Spool(str(library.path), "清溪")
    address = f"{site.url}{FOLDER}content_10.htm"
    spool.put(address, site.pages.pop(f"{FOLDER}content_10.htm"))
    fetched(paper)
    assert len(headlines(library)) == 4
    assert spool.get(address) is None


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
