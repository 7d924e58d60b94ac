"""What is told of a subscription: what it is, and how long an issue takes."""

from datetime import date

import pytest
from msgspec.structs import replace

from store.fetching.discover import Found
from store.subscriptions.models import Subscription
from tui.cli.fetching.told import changed_options, of_found, regularly

PAPER = Subscription("a", "https://a.example/", "epaper", title="清溪日报")


@pytest.mark.parametrize(
    ("pause", "says"),
    [(1.2, "about 2 min, with 1.2 s between"), (120, "about 2.67 h: the site asks for 120 s")],
)
def test_how_long_an_issue_takes_is_told(pause: float, says: str) -> None:
    found = Found(PAPER, date(2031, 4, 5), pages=8, requests=80, pause=pause)
    assert says in "\n".join(of_found(found))


def test_when_it_is_fetched_is_told() -> None:
    assert regularly(PAPER) == "every 2 h"
    at = Subscription("a", "https://a.example/", "epaper", at="06:30")
    assert regularly(at) == "at 06:30 (Asia/Shanghai)"


def test_what_an_edit_changes_is_told() -> None:
    before = replace(PAPER, pages="1", pause=0)
    after = replace(before, pages="1-4", pause=None, keep_days=30)
    assert list(changed_options(before, after)) == [
        "  --pages 1 → --pages 1-4",
        "  --pause 0 → --pause: the usual",
        "  --keep: the usual → --keep 30",
    ]
    assert not list(changed_options(after, after))
