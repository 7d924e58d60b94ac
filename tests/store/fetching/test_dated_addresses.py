"""Another day's issue by the address of one."""

from datetime import date, timedelta

import pytest

from store.errors import DubaoError
from store.fetching.dated_addresses import of_day
from store.library.library import Library
from store.moments import papers_today
from tests.site.families import FAMILIES
from tests.site.papers import Paper, path
from tests.site.server import PaperSite
from tests.store.fetching.conftest import Fetch, subscribed

DAY = date(2024, 12, 9)


@pytest.mark.parametrize(
    ("address", "other"),
    [
        ("http://p.example/202403/12/node_01.html", "http://p.example/202412/09/node_01.html"),
        (
            "http://p.example/html/2024-03/12/node_2.htm",
            "http://p.example/html/2024-12/09/node_2.htm",
        ),
        (
            "http://p.example/x/20240312/20240312_m.html",
            "http://p.example/x/20241209/20241209_m.html",
        ),
        (
            "http://p.example/p?date=2024-03-12&n=20230101",
            "http://p.example/p?date=2024-12-09&n=20230101",
        ),
    ],
)
def test_the_day_is_written_as_the_other_was(address: str, other: str) -> None:
    assert of_day(address, DAY) == other


def test_an_address_without_a_day_is_told() -> None:
    with pytest.raises(DubaoError, match="tells no day"):
        of_day("http://p.example/index.html", DAY)


@pytest.mark.slow
def test_a_paper_whose_entry_nobody_knows_is_asked_for_by_day(
    papers: PaperSite, fetched: Fetch, library: Library
) -> None:
    newest = papers_today() - timedelta(days=3)
    paper = Paper("ljrb", "B", newest=newest)
    papers.publish(paper)
    address = papers.url + path(paper, FAMILIES["B"].page, date(2026, 3, 5))
    _, (ended,) = fetched(subscribed(address))
    assert ended.state.error is None
    assert [row.date for row in library.rows()] == [newest]
    papers.publish(paper._replace(newest=date(2026, 3, 5)))
    _, (ended,) = fetched(subscribed(address))
    today = papers_today()
    assert f"no issue of {today - timedelta(days=7)} to {today}" in str(ended.state.error)
    _, (ended,) = fetched(subscribed(address), days=[date(2026, 3, 4)])
    assert ended.state.error is None, "a day that is named needs no newer one"
    assert date(2026, 3, 4) in [row.date for row in library.rows()]
