"""The areas of articles on their page."""

from store.press.epaper.areas import areas_of
from store.press.markup.parse import parse

PAGE = "http://x/node_01.html"


def test_polygons_in_thousandths_of_the_picture() -> None:
    root = parse(
        "<MAP NAME=M><Area shape=polygon coords='0,0,200,0,200,150,0,150' href=content_1.html>"
        "<area shape=rect coords='200,150,400,600' href=content_2.html title=老桥></MAP>"
        "<img src=p.jpg width=400 height=600 USEMAP=#M>",
        "a",
    )
    assert areas_of(root, PAGE) == {
        "http://x/content_1.html": ("", ((0, 0), (500, 0), (500, 250), (0, 250))),
        "http://x/content_2.html": ("老桥", ((500, 250), (1000, 250), (1000, 1000), (500, 1000))),
    }


def test_a_page_without_a_size_is_as_wide_as_its_margins_say() -> None:
    root = parse("<map><area coords='10,10,90,10,90,190,10,190' href=content_1.html></map>", "a")
    (_, area), *_ = areas_of(root, PAGE).values()
    assert area == ((100, 50), (900, 50), (900, 950), (100, 950))


def test_what_has_no_corners_has_no_area() -> None:
    root = parse("<map><area href=content_1.html coords='x'></map>", "a")
    assert areas_of(root, PAGE) == {"http://x/content_1.html": ("", ())}


def test_a_story_has_all_its_areas() -> None:
    root = parse(
        "<map name=m><area coords='0,0,100,500' href=content_1.html>"
        "<area coords='100,0,400,200' href=content_1.html></map>"
        "<img width=1000 height=1000 usemap=#m>",
        "a",
    )
    ((_, area),) = areas_of(root, PAGE).values()
    assert area[:4] == ((0, 0), (100, 0), (100, 500), (0, 500))
    assert area[4:] == ((0, 0), (100, 0), (400, 0), (400, 200), (100, 200), (100, 0))
