"""What is typed at the colon, and how it is completed."""

import pytest

from tui.orders import SCOPES, Order, offers, order


@pytest.mark.parametrize(
    ("text", "understood"),
    [
        ("", Order("")),
        ("quit", Order("quit")),
        ("read", Order("read")),
        (" read  above ", Order("read", scope="above")),
        ("read /防汛 水库", Order("read", scope="query", query="防汛 水库")),
        ("read /", Order("read", scope="query")),
        ("tag 水利", Order("tag", "水利")),
        ("tag 水利 shown", Order("tag", "水利", "shown")),
        ("tag 水利 /a /b", Order("tag", "水利", "query", "a /b")),
        ("tag page", Order("tag", scope="page")),
        ("filter 防汛 page", Order("filter", "防汛 page")),
        ("go a/1.1", Order("go", "a/1.1")),
    ],
)
def test_an_order_is_a_name_an_argument_and_a_scope(text: str, understood: Order) -> None:
    assert order(text) == understood


@pytest.mark.parametrize(
    ("text", "begin", "words"),
    [
        ("re", 0, ("read", "repaint")),
        ("un", 0, ("unread", "unstar", "untag")),
        ("read ", 5, SCOPES),
        ("read a", 5, ("above",)),
        ("tag 水", 4, ("水利",)),
        ("tag 水利 s", 7, ("shown",)),
        ("theme ", 6, ("night",)),
        ("theme night ", 12, ()),
        ("quit ", 5, ()),
    ],
)
def test_its_last_word_is_completed(text: str, begin: int, words: tuple[str, ...]) -> None:
    choices = {"tag": ("水利",), "theme": ("night",)}
    assert offers(text, ("quit", "repaint"), choices) == (begin, words)
