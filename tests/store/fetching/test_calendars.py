"""Which days have no issue, by the calendar of a paper."""

from datetime import date

import pytest

from store.fetching.asking import Asker, Workers
from store.fetching.calendars import days_without
from store.moments import utc_now
from store.net.client import MOST, Client
from tests.site.papers import Paper, calendar
from tests.site.server import PaperSite
from tests.store.fetching.conftest import subscribed

pytestmark = pytest.mark.slow

DAYS = [date(2031, 4, day) for day in range(3, 8)]


@pytest.mark.parametrize(
    ("page", "missing", "asked"),
    [
        ("/ljrb/html/2031-04/08/node_1.htm", [5, 6], 1),
        ("/other/html/2031-04/08/node_1.htm", [], 2),
        ("/ljrb/pc/layout/203104/08/node_01.html", [], 0),
    ],
)
def test_a_calendar_is_asked_where_there_may_be_one(
    page: str, missing: list[int], asked: int, papers: PaperSite, workers: Workers
) -> None:
    papers.publish(Paper("ljrb", "B", rests=(5, 6)))
    with Client() as client:
        asker = Asker(subscribed(papers.url), client, workers, utc_now())
        found = days_without(asker, papers.url + page, DAYS)
        assert sorted(day.day for day in found) == missing
        assert len(papers.asked) == asked
        assert days_without(asker, papers.url + page, DAYS[:2]) == set()
    assert len(papers.asked) == asked


def test_a_calendar_may_have_another_name(papers: PaperSite, workers: Workers) -> None:
    paper = Paper("ljrb", "B", rests=(5, 6))
    (body,) = calendar(paper).values()
    papers.put("/kjb/html/2031-04/paper_existed.xml", body)
    with Client() as client:
        asker = Asker(subscribed(papers.url), client, workers, utc_now())
        found = days_without(asker, f"{papers.url}/kjb/html/2031-04/08/node_1.htm", DAYS)
    assert sorted(day.day for day in found) == [5, 6]


def test_a_calendar_that_cannot_be_read_is_none(papers: PaperSite, workers: Workers) -> None:
    papers.put("/kjb/html/2031-04/period.xml", b" " * (MOST + 1))
    with Client() as client:
        asker = Asker(subscribed(papers.url), client, workers, utc_now())
        assert days_without(asker, f"{papers.url}/kjb/html/2031-04/08/node_1.htm", DAYS) == set()
