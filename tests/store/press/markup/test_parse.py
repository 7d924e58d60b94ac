"""Strangers' HTML: what is hostile ends in one sentence, and soon."""

import pytest

from store.errors import SourceError
from store.press.markup.parse import finder, parse
from store.press.markup.text import text_of


@pytest.mark.parametrize(
    "text",
    [
        "<p " + " ".join(f"a{n}" for n in range(1_000)) + ">x",
        "<p " + " ".join(f'a{n}="x"' for n in range(1_000)) + ">x",
        "<div>" * 100_000 + "x",
        "<p>x" * 300_000,
        "x" * 8_000_001,
    ],
    ids=["bare attributes", "attributes", "depth", "nodes", "size"],
)
def test_too_much_is_one_sentence(text: str) -> None:
    with pytest.raises(SourceError, match=r"^a\.html: .* save its text\.$"):
        parse(text, "a.html")


def test_null_bytes_end_no_text() -> None:
    root = parse("<p>a\0b</p><p>c\x01\x1b[1md</p>", "a.html")
    assert [text_of(node) for node in root.iter("p")] == ["ab", "cd"]


def test_entities_of_ones_own_are_not_resolved() -> None:
    lol = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    root = parse(f'<!DOCTYPE lolz [<!ENTITY l0 "lol">{lol}]><p>&l9;</p>', "a.html")
    assert sum(len(str(text)) for text in root.itertext()) < 1_000


@pytest.mark.parametrize("text", ["", " ", "<!-- -->"])
def test_an_empty_page_is_an_empty_page(text: str) -> None:
    assert parse(text, "a.html").tag == "html"


def test_a_long_value_is_one_attribute() -> None:
    picture = "data:image/png;base64," + "A" * 100_000
    root = parse(f'<img src="{picture}" alt="老 桥 {"上 " * 2000}"><p>老桥', "a.html")
    assert next(root.iter("p")).text == "老桥"


def test_nodes_are_found_in_their_order() -> None:
    root = parse("<div id=b></div><p id=a></p>", "a.html")
    assert [node.get("id") for node in finder("//*[@id]")(root)] == ["b", "a"]


def test_what_stands_behind_the_end_is_of_the_page() -> None:
    root = parse("<html><body><p>a</p></BODY ></html>\n<p>b</p><html><body><p>c</p></body>", "x")
    assert [node.text for node in root.iter("p")] == ["a", "b", "c"]
