"""Fetches go on side by side, and one that fails stops no other."""

import pytest

from store.library.library import Library
from store.subscriptions.models import Subscription
from store.subscriptions.subscriptions import Subscriptions
from tests.site.papers import Paper
from tests.site.papers import headlines as printed
from tests.site.server import PaperSite
from tests.site.troubles import Troubles, serving
from tests.store.fetching.conftest import Fetch, Site, headlines, put_up_paper, subscribed

pytestmark = pytest.mark.slow


def test_one_failure_stops_no_other(
    site: Site, paper: Subscription, feed: Subscription, fetched: Fetch, library: Library
) -> None:
    put_up_paper(site)
    _, ended = fetched(feed, paper)
    states = {each.name: each.state for each in ended}
    assert "404" in str(states["岭北"].error) or states["岭北"].error
    assert states["清溪"].error is None
    assert len(headlines(library)) == 4


TROUBLES = [
    "status/403",
    "status/500",
    "nothing",
    "loop",
    "bomb/gzip",
    "half/chunked",
    "no-http",
    "raw",
]


def test_every_trouble_is_told_and_none_stops_another(
    papers: PaperSite, fetched: Fetch, library: Library, subscriptions: Subscriptions
) -> None:
    paper = Paper("ljrb", "A")
    good = subscribed(papers.publish(paper))
    with serving(Troubles()) as server:
        bad = [
            Subscription(
                f"{kind} {path}", f"{server.url}/{path}?{kind}", kind, pause=0, allow_private=True
            )
            for path in TROUBLES
            for kind in ("epaper", "feed")
        ]
        _, ended = fetched(*bad[:5], good, *bad[5:])
    states = {each.name: each.state for each in ended}
    assert states.pop("清溪").error is None
    assert headlines(library) == printed(paper, paper.newest)
    assert len(states) == len(bad)
    assert [name for name, state in states.items() if state.error is None] == []
    assert all(state.failures == 1 and not state.etag for state in states.values())
    assert subscriptions.states().keys() == {*states, "清溪"}
