"""When a subscription is due next."""

from datetime import UTC, datetime, timedelta

import pytest

from store.subscriptions.models import FetchState, Subscription
from store.subscriptions.schedule import FIRST_RETRY, LAST_RETRY, due_after, is_due

NOW = datetime(2024, 3, 1, 12, 0, tzinfo=UTC)  # 20:00 in Shanghai
FEED = Subscription("清溪", "https://news.example/feed.xml", "feed")
PAPER = Subscription("岭北", "https://paper.example/", "epaper", at="06:30,21:00")


def test_what_was_never_fetched_is_due() -> None:
    assert is_due(FetchState(), NOW)


def test_it_is_due_after_its_interval() -> None:
    due = due_after(FEED, FetchState(), NOW)
    assert due == NOW + timedelta(hours=1)
    assert not is_due(FetchState(due=due), NOW)
    assert is_due(FetchState(due=due), due)


def test_it_is_due_at_its_times_of_day_in_its_own_zone() -> None:
    evening = due_after(PAPER, FetchState(), NOW)
    assert evening == datetime(2024, 3, 1, 13, 0, tzinfo=UTC)
    assert due_after(PAPER, FetchState(), evening) == datetime(2024, 3, 1, 22, 30, tzinfo=UTC)


def test_after_failures_it_is_due_later_each_time_but_a_day_at_most() -> None:
    waits = [due_after(PAPER, FetchState(failures=n), NOW) - NOW for n in range(1, 30)]
    assert waits[:3] == [FIRST_RETRY, FIRST_RETRY * 2, FIRST_RETRY * 4]
    assert waits[-1] == LAST_RETRY


@pytest.mark.parametrize("failures", [0, 1])
def test_a_host_that_asks_to_wait_is_left_alone(failures: int) -> None:
    wait = timedelta(hours=7)
    assert due_after(FEED, FetchState(failures=failures), NOW, wait) == NOW + wait
