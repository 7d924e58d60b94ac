"""What is due now, and what next."""

from datetime import UTC, datetime, timedelta

from store.fetching.due import due, next_due
from store.subscriptions.models import FetchState, Subscription
from store.subscriptions.subscriptions import Subscriptions

NOW = datetime(2031, 4, 5, 8, tzinfo=UTC)


def test_what_was_never_fetched_is_due_and_the_next_is_the_first_to_come(
    subscriptions: Subscriptions,
) -> None:
    a, b = (Subscription(name, f"https://{name}.example/", "epaper") for name in "ab")
    subscriptions.save(a, b)
    subscriptions.note({"a": FetchState(due=NOW + timedelta(hours=2))})
    assert due(subscriptions, NOW) == [b]
    assert next_due(subscriptions) is None
    subscriptions.note({"b": FetchState(due=NOW + timedelta(hours=1))})
    assert due(subscriptions, NOW) == []
    assert next_due(subscriptions) == (NOW + timedelta(hours=1), b)
    assert due(subscriptions, NOW + timedelta(hours=2)) == [a, b]
