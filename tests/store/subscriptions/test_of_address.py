"""In which way an address is asked that belongs to no subscription."""

import pytest

from store.subscriptions.models import Subscription
from store.subscriptions.of_address import asked_once

HOUSE = Subscription(
    "ling",
    "https://ling.example/feed",
    "feed",
    paper="岭北报",
    agent="reader of 岭北",
    credentials="ling",
    proxy="way",
    cookies="jar",
    certificate="/ca.pem",
    pause=7,
    allow_private=True,
    pages="1",
    full_text=True,
)
OTHER = Subscription("qing", "https://qing.example/", "epaper", agent="x")


@pytest.mark.parametrize(
    ("address", "paper", "same"),
    [
        ("https://ling.example/a/7", "", True),
        ("http://ling.example/a/7", "", False),
        ("https://ling.example:8443/a/7", "", False),
        ("https://pictures.example/a/7", "岭北报", False),
    ],
)
def test_the_way_is_that_of_its_host_or_paper_and_secrets_are_its_origins(
    address: str, paper: str, same: bool
) -> None:
    own = asked_once(address, [OTHER, HOUSE], paper)
    assert (own.address, own.kind, own.pages, own.full_text) == (address, "epaper", "", False)
    assert (own.agent, own.proxy, own.cookies) == (HOUSE.agent, "way", "jar")
    assert (own.certificate, own.pause) == ("/ca.pem", 7)
    assert (own.credentials, own.allow_private) == ("ling" if same else "", same)


def test_what_is_of_no_subscription_is_asked_as_customary() -> None:
    own = asked_once("https://no.example/1", [HOUSE], "清溪日报")
    assert own == Subscription("https://no.example/1", "https://no.example/1", "epaper")
    assert asked_once("https://no.example/1", [], allow_private=True).allow_private
