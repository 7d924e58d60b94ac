"""What a change of a subscription makes wanted is asked for again."""

from datetime import UTC, date, datetime, timedelta

from msgspec.structs import replace

from store.fetching.changes import changed
from store.subscriptions.models import FetchedDay, FetchState, Subscription
from store.subscriptions.subscriptions import Subscriptions

NOW = datetime(2031, 4, 5, 8, tzinfo=UTC)
DAY = date(2031, 4, 5)


def test_new_pages_a_new_name_and_a_new_interval(subscriptions: Subscriptions) -> None:
    own = Subscription("a", "https://a.example/", "epaper", every=600, pages="1")
    subscriptions.save(own)
    state = FetchState(asked=NOW, newest=DAY, etag="x", due=NOW + timedelta(hours=10))
    subscriptions.note({"a": state}, {("a", DAY): FetchedDay(pages=("1",), whole=True)})
    changed(subscriptions, own, replace(own, name="b", every=60, pages="1-4"))
    (after,) = subscriptions.all()
    assert (after.name, after.pages) == ("b", "1-4")
    state = subscriptions.states()["b"]
    assert (state.due, state.etag) == (NOW + timedelta(hours=1), "")
    assert subscriptions.days("b") == {DAY: FetchedDay(pages=("1",))}
    assert list(subscriptions.states()) == ["b"]
