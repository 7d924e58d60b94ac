"""What is set of a subscription is told as it is typed."""

from store.subscriptions.models import Subscription
from store.subscriptions.options import as_typed, options_set

PLAIN = Subscription("a", "https://a.example/", "epaper")


def test_what_is_usual_is_not_told() -> None:
    assert options_set(PLAIN) == {}
    assert as_typed({}) == ""


def test_what_is_set_is_told_as_it_is_typed() -> None:
    own = Subscription(
        "a", PLAIN.address, "feed", pages="1-4", every=90, pause=0, keep_days=30, full_text=True
    )
    told = "--pages 1-4 --every 90m --pause 0 --keep 30 --full-text"
    assert as_typed(options_set(own)) == told


def test_times_of_day_win_over_an_interval() -> None:
    own = Subscription("a", PLAIN.address, "feed", every=90, at="06:30")
    assert as_typed(options_set(own)) == "--at 06:30"
