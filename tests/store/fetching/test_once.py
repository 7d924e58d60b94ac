"""One address is read once: an issue, a feed, a story; nothing is remembered of it."""

import pytest

from store.fetching.events import Ended
from store.fetching.once import fetch_once
from store.library.library import Library
from store.subscriptions.models import Subscription
from store.subscriptions.subscriptions import Subscriptions
from tests.store.fetching.conftest import FOLDER, Site, headlines, put_up_feed, put_up_paper

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("path", "stories"),
    [("/", 4), (f"{FOLDER}node_2.htm", 4), (f"{FOLDER}content_10.htm", 1), ("/feed", 2)],
)
def test_what_stands_there_comes(
    site: Site, library: Library, subscriptions: Subscriptions, path: str, stories: int
) -> None:
    put_up_paper(site)
    put_up_feed(site)
    own = Subscription("x", f"{site.url}{path}", "epaper", pause=0, allow_private=True)
    *_, ended = fetch_once(library, own)
    assert isinstance(ended, Ended)
    assert (ended.state.error, len(headlines(library))) == (None, stories)
    assert not subscriptions.states()
