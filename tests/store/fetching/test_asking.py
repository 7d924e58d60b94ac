"""What one subscription's fetch asks, in its own way."""

import pytest

from store.errors import DubaoError
from store.fetching.asking import MOST_STEPS, Asker, Workers
from store.moments import utc_now
from store.net.client import Client
from store.subscriptions.models import Subscription
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
