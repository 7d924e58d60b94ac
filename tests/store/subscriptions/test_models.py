"""Subscriptions as they are kept: checked when they are made."""

import pytest

from store.errors import DubaoError
from store.subscriptions.models import Subscription

ADDRESS = "https://news.example/feed.xml"


@pytest.mark.parametrize(
    "wrong", [{"name": " "}, {"address": ""}, {"at": "25:00"}, {"pages": "1-"}, {"zone": "Mond"}]
)
def test_what_is_not_whole_is_refused(wrong: dict[str, str]) -> None:
    given = {"name": "清溪", "address": ADDRESS, "kind": "feed"} | wrong
    with pytest.raises(DubaoError):
        Subscription(**given)  # type: ignore[arg-type]


def test_what_is_whole_is_taken() -> None:
    made = Subscription("清溪", ADDRESS, "epaper", at="06:30", pages="1-4,A1", zone="UTC")
    assert (made.every, made.pause, made.keep_days) == (0, None, 0)
