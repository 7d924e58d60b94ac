"""Fetches go on side by side, and one that fails stops no other."""

import pytest

from store.library.library import Library
from store.subscriptions.models import Subscription
from tests.store.fetching.conftest import Fetch, Site, headlines, put_up_paper

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
