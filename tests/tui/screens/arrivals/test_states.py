"""How subscriptions fare, in words."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from store.backends.disk import DiskFiles
from store.messages import Message
from store.models import CatalogueRow
from store.subscriptions.models import FetchState, Subscription
from store.subscriptions.subscriptions import Subscriptions
from tui.screens.arrivals.states import came_since, rows_of

NOW = datetime(2024, 3, 5, 6, 30, tzinfo=UTC)
LATER = NOW + timedelta(hours=2)
DAY = date(2024, 3, 5)
ISSUES = (
    CatalogueRow("qingxiribao-2024-03-05", "清溪日报", DAY),
    CatalogueRow("linjiangbao-2024-03-05", "临江报", DAY),
)


@pytest.fixture
def subscriptions(tmp_path: Path) -> Subscriptions:
    """Give three subscriptions: one that fares well, one that fails, one that is new."""
    subscriptions = Subscriptions(DiskFiles(tmp_path))
    subscriptions.save(
        Subscription("linjiang", "https://linjiang.example/", "epaper", paper="临江报"),
        Subscription("lingbei", "https://lingbei.example/feed", "feed", title="岭北报"),
        Subscription("new", "https://new.example/feed", "feed"),
    )
    subscriptions.note(
        {
            "linjiang": FetchState(asked=NOW, came=56, newest=DAY, due=LATER),
            "lingbei": FetchState(asked=NOW, error=Message("No answer."), due=NOW),
        }
    )
    return subscriptions


def test_a_row_says_what_came_what_failed_and_what_is_due(subscriptions: Subscriptions) -> None:
    well, failing, new = rows_of(subscriptions, ISSUES, NOW)
    at, then = (f"{moment.astimezone():%m-%d %H:%M}" for moment in (NOW, LATER))
    assert (well.last, well.due, well.error) == (f"{at} 56 new articles", f"next {then}", "")
    assert well.newest == "linjiangbao-2024-03-05"
    assert (failing.title, failing.last, failing.due) == ("岭北报", f"{at} failed", "due now")
    assert (failing.error, failing.newest) == ("No answer.", "")
    assert (new.title, new.last, new.due) == ("new", "never fetched", "due now")


def test_the_newest_issue_is_the_one_that_came_whatever_it_is_called_now(
    subscriptions: Subscriptions,
) -> None:
    state = FetchState(asked=NOW, newest=DAY, issue="linjiangbao-2024-03-05")
    subscriptions.note({"lingbei": state})
    assert rows_of(subscriptions, ISSUES, NOW)[1].newest == ISSUES[1].id
    redated = CatalogueRow("linjiangbao-2024-03-06", "x", aliases=("linjiangbao-2024-03-05",))
    assert rows_of(subscriptions, (redated,), NOW)[1].newest == redated.id
    assert rows_of(subscriptions, ISSUES[:1], NOW)[1].newest == "", "it is gone"


def test_what_came_since_a_moment(subscriptions: Subscriptions, tmp_path: Path) -> None:
    assert came_since(DiskFiles(tmp_path), NOW) == "56 new articles; lingbei: No answer."
    assert came_since(DiskFiles(tmp_path), LATER) == ""
