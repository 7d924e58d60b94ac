"""The outline of an article: over its columns, and around what is beside it."""

from store.press.pdf.areas import area_of
from store.press.pdf.shapes import Box


def test_columns_beside_each_other_have_one_outline() -> None:
    boxes = [Box(100, 100, 240, 300), Box(255, 100, 400, 200)]
    assert area_of(boxes, 1000, 1000) == (
        (100, 100), (400, 100), (400, 200), (248, 200), (248, 300), (100, 300),
    )  # fmt: skip


def test_an_indent_is_no_step_of_the_outline() -> None:
    boxes = [Box(120, 100, 240, 110), Box(100, 116, 240, 126)]
    assert area_of(boxes, 1000, 1000) == ((100, 100), (240, 100), (240, 126), (100, 126))


def test_nothing_fills_no_space() -> None:
    assert area_of([], 1000, 1000) == ()
