"""Areas in thousandths of a page."""

from store.models import Area
from store.press.area import polygon, united

SQUARE = [(0.0, 0.0), (200.0, 0.0), (200.0, 300.0), (0.0, 300.0)]


def test_a_polygon() -> None:
    assert polygon(SQUARE, 400, 600) == ((0, 0), (500, 0), (500, 500), (0, 500))


def test_what_leads_out_is_drawn_in() -> None:
    assert polygon([(-5, 0), (900, 0), (9, 700)], 400, 600) == ((0, 0), (1000, 0), (22, 1000))


def test_what_is_no_area() -> None:
    assert polygon(SQUARE[:2], 400, 600) == ()
    assert polygon(SQUARE, 0, 600) == ()
    assert polygon(SQUARE * 999, 400, 600) == ()


def test_several_areas_are_one_that_leads_from_each_to_the_next() -> None:
    text: Area = ((0, 0), (200, 0), (200, 900), (0, 900))
    picture: Area = ((200, 0), (900, 0), (900, 300), (200, 300))
    assert united([text, (), text]) == text
    assert united([()]) == ()
    assert united([text, picture]) == (*text, text[0], *picture, picture[0])
