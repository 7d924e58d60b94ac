"""What one subscription's fetch asks, in its own way."""

import base64
from pathlib import Path

import pytest
from msgspec.structs import replace

from store.errors import DubaoError
from store.fetching.asking import MOST_STEPS, Asker, Workers
from store.moments import utc_now
from store.net.client import Client
from store.net.credentials import Credentials
from store.subscriptions.models import Subscription
from tests.site.server import PaperSite, serving
from tests.store.fetching.conftest import Fetch, Site, put_up_paper

pytestmark = pytest.mark.slow


def test_private_addresses_are_refused_unless_allowed(site: Site, fetched: Fetch) -> None:
    _, (ended,) = fetched(Subscription("清溪", f"{site.url}/", "epaper", pause=0))
    assert ended.state.error
    assert site.asked == []


def test_pages_that_lead_on_are_followed_and_not_for_ever(site: Site, paper: Subscription) -> None:
    put_up_paper(site)
    for step in range(MOST_STEPS + 1):
        site.pages[f"/{step}"] = f"<meta http-equiv=refresh content='0;url=/{step + 1}'>".encode()
    with Client() as client, Workers(1) as workers:
        asker = Asker(paper, client, workers, utc_now())
        response, leads = asker.follow(asker.get())
        assert response.url.endswith("node_1.htm")
        assert [page.number for page in leads.pages] == ["1", "2"]
        with pytest.raises(DubaoError, match="without an end"):
            asker.follow(asker.get(f"{site.url}/0"))


def test_a_site_that_asks_for_a_longer_pause_gets_it_unless_the_subscriber_says_otherwise(
    site: Site, paper: Subscription
) -> None:
    site.pages["/robots.txt"] = b"User-agent: *\nCrawl-delay: 120"
    patient = Subscription("x", paper.address, "epaper", allow_private=True)
    with Client() as client, Workers(1) as workers:
        assert Asker(patient, client, workers, utc_now()).mind_robots() == 120
        site.pages.clear()
        assert Asker(paper, client, workers, utc_now()).mind_robots() == 0


def test_a_login_is_told_to_its_origin_alone(
    papers: PaperSite, paper: Subscription, tmp_path: Path
) -> None:
    keeper, login = Credentials(tmp_path), base64.b64encode(b"ye:hush").decode()
    keeper.keep_login("x", papers.url.replace("//", "//ye:hush@"))
    own = replace(paper, address=f"{papers.url}/feed", credentials="x")
    with serving(PaperSite()) as other, Client() as client, Workers(0) as workers:
        for site in (papers, other):
            site.put("/new", "there")
        asker = Asker(own, client, workers, utc_now(), keeper)
        for where in (papers, other):
            asker.get(f"{where.url}/new")
            given = where.asked[-1].headers.get("authorization")
            assert given == (f"Basic {login}" if where is papers else None)


def test_where_a_moved_feed_wants_a_login_the_subscriber_is_told_what_to_do(
    papers: PaperSite, feed: Subscription, tmp_path: Path
) -> None:
    keeper = Credentials(tmp_path)
    keeper.keep_login("x", papers.url.replace("//", "//ye:hush@"))
    own = replace(feed, address=f"{papers.url}/feed", credentials="x")
    with serving(PaperSite()) as other, Client() as client, Workers(0) as workers:
        papers.put("/feed", "", 301, Location=f"{other.url}/new")
        other.put("/new", "who are you?", 401)
        asker = Asker(own, client, workers, utc_now(), keeper)
        for moved in ("", f"{other.url}/new"):
            with pytest.raises(DubaoError, match="--edit 岭北 --address") as told:
                asker.entry(moved)
            assert "hush" not in str(told.value)
        assert "authorization" not in {
            name.lower() for each in other.asked for name in each.headers
        }
        papers.put("/feed", "who are you?", 401)
        with pytest.raises(DubaoError, match="it may want a login"):
            asker.entry()
