"""A web on which known papers answer, and what fetches them."""

import json
from collections.abc import Callable
from datetime import date, timedelta
from urllib.parse import parse_qsl

import pytest

from store.library.library import Library
from store.models import Issue
from store.moments import papers_today
from store.subscriptions.models import Subscription
from store.subscriptions.papers import paper_named
from tests.site.server import PaperSite
from tests.store.fetching.conftest import Fetch, subscribed

DAY = date(2026, 9, 27)
LATELY = papers_today() - timedelta(days=2)
"""The day of the newest issue of papers that do not say which it is."""
LINES = (
    "望江县的老桥昨天修好了，两岸的村民都来看，桥头摆了茶水。",
    "桥上挂了灯，到夜里也亮着，人人都说好看，孩子们舍不得回家。",
    "县里说明年还要把通往渡口的路修一修，让赶集的人少走三里。",
)
TEXT = "".join(f"<p>{line}</p>" for line in LINES)
PAGE = f"<html><title>文</title><h1>{{}}</h1><div class=text>{TEXT}</div></html>"


@pytest.fixture
def web(papers: PaperSite, monkeypatch: pytest.MonkeyPatch) -> PaperSite:
    """Give a site that is asked for any address of http, as a proxy."""
    monkeypatch.setenv("http_proxy", papers.url)
    return papers


Read = Callable[[str], Issue]


@pytest.fixture
def read(fetched: Fetch, library: Library) -> Read:
    """Give what fetches the paper of this code, and returns the one issue that came."""

    def do(code: str) -> Issue:
        _, (ended,) = fetched(own(code))
        assert ended.state.error is None
        (row,) = library.rows()
        return library.issue(row.id)

    return do


def own(code: str) -> Subscription:
    """Return the subscription of the paper of this code."""
    paper = paper_named(code)
    entry = paper.entry.replace("https:", "http:")
    return subscribed(entry, walker=paper.walker, paper=paper.name)


def told(issue: Issue) -> list[tuple[str, str]]:
    """Return the pages and headlines of an issue."""
    return [(article.page, article.headline) for article in issue.articles]


def dumped(said: object) -> str:
    """Return JSON."""
    return json.dumps(said, ensure_ascii=False)


def form(posted: bytes) -> dict[str, str]:
    """Return the fields of a form that was posted."""
    return dict(parse_qsl(posted.decode(), keep_blank_values=True))
