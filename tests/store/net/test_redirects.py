"""Where redirects lead, and which of them last."""

import pytest

from store.errors import NetError
from store.net.addresses import parse
from store.net.redirects import HOPS, Way


def led(*hops: tuple[int, str], start: str = "https://a.example/") -> Way:
    way = Way(parse(start))
    for status, location in hops:
        way.follow(status, location)
    return way


def test_lasting_redirects_are_told_as_far_as_all_of_them_last() -> None:
    assert led((301, "/b"), (308, "/c")).moved == "https://a.example/c"
    way = led((301, "/b"), (302, "/c"), (301, "/d"))
    assert (way.address.url, way.moved) == ("https://a.example/d", "https://a.example/b")
    assert led((302, "/b")).moved == ""


def test_what_leads_away_from_tls_is_followed_but_not_remembered() -> None:
    way = led((301, "/b"), (301, "http://a.example/b"), (301, "/c"))
    assert (way.address.url, way.moved) == ("http://a.example/c", "https://a.example/b")
    assert led((301, "https://a.example/"), start="http://a.example/").moved


@pytest.mark.parametrize("location", ["file:///etc/passwd", "ftp://a.example/", "http://", ""])
def test_redirects_lead_to_the_web_alone(location: str) -> None:
    if location:
        with pytest.raises(NetError):
            led((301, location))
    else:
        assert led((301, location)).address.url == "https://a.example/"


def test_the_same_question_is_not_asked_twice() -> None:
    way = led()
    way.ask("")
    way.ask("a=1")
    with pytest.raises(NetError, match="round and round"):
        way.ask("")


def test_the_way_is_not_long() -> None:
    way = led()
    for hop in range(HOPS + 1):
        way.ask("")
        way.follow(302, f"/{hop}")
    with pytest.raises(NetError):
        way.ask("")
