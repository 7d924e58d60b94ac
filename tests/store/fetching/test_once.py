"""One address is read once: an issue, a feed, a story; nothing is remembered of it."""

from typing import Any

import pytest

from store.fetching.events import Ended
from store.fetching.once import fetch_once
from store.imports.sources import Known
from store.library.library import Library
from store.subscriptions.models import Subscription
from store.subscriptions.subscriptions import Subscriptions
from tests.store.fetching.conftest import DAY, FOLDER, Site, headlines, put_up_feed, put_up_paper

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


def test_a_story_whose_issue_is_known_takes_the_place_of_its_stub(
    site: Site, library: Library, builder: Any
) -> None:
    put_up_paper(site)
    paper = builder("清溪日报").on(DAY.year, DAY.month, DAY.day).page("1")
    paper.article("第10座老桥通车", "清溪镇的第10座老桥", stub=True).add_to(library)
    address = f"{site.url}{FOLDER}content_10.htm"
    own = Subscription("x", address, "epaper", pause=0, allow_private=True)
    *_, ended = fetch_once(library, own, Known(DAY, "清溪日报"))
    assert isinstance(ended, Ended)
    (row,) = library.rows()
    (article,) = library.issue(row.id).articles
    assert not article.stub
    assert "两岸的村民都来看" in article.paragraphs[0]
