"""Nodes by their ids and classes."""

from store.press.epaper.places import places_of
from store.press.markup.parse import parse


def test_each_name_has_its_nodes() -> None:
    places = places_of(parse("<p id=a class='b  c'>1</p><div class=b>2</div><i>3</i>", "a"))
    assert {name: [node.text for node in nodes] for name, nodes in places.items()} == {
        "#a": ["1"],
        ".b": ["1", "2"],
        ".c": ["1"],
    }
