"""Where the body is."""

import pytest

from store.press.epaper.body import find_body
from store.press.epaper.places import places_of
from store.press.markup.parse import parse


@pytest.mark.parametrize(
    "place",
    ["<founder-content>{}</founder-content>", "<div id=ozoom>{}</div>", "<div id=zoom>{}</div>",
     "<div class='a contenttext'>{}</div>", "<div id=article_content>{}</div>",
     "<p class=detail-text>{}</p>", "<div class=newsdetatext>{}</div>",
     "<div id=ozoom><founder-content>{}</founder-content></div>",
     "<div id=content><div>x</div><div id=ozoom>{}</div></div>",
     "<div id=ozoom></div><div class=contenttext>{}</div>"],
)  # fmt: skip
def test_the_body_alone(place: str) -> None:
    root = parse("<div>导航</div>" + place.format("老桥修好了。"), "a")
    assert ["".join(map(str, node.itertext())) for node in find_body(root, places_of(root))] == [
        "老桥修好了。"
    ]


def test_a_body_in_several_nodes() -> None:
    root = parse("<p class=dzb-desc-box>甲甲</p><p class=dzb-desc-box>乙乙</p>", "a")
    assert [node.text for node in find_body(root, places_of(root))] == ["甲甲", "乙乙"]


def test_no_body() -> None:
    root = parse("<div class=menu>老桥</div>", "a")
    assert find_body(root, places_of(root)) == []


def test_the_body_is_where_most_text_is_if_nothing_names_it() -> None:
    text = "".join(f"<p>{n}座老桥修好了，两岸的村民都来看，桥上挂了灯。</p>" for n in range(4))
    menu = "<div><p>导航</p><p><a href=x>更多</a></p></div>"
    root = parse(f"{menu}<div class=text>{text}</div><div><p>版权所有</p></div>", "a")
    (found,) = find_body(root, places_of(root))
    assert found.get("class") == "text"
