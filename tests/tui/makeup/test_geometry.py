"""Rectangles, and the one that stands for a polygon."""

from hypothesis import given
from hypothesis import strategies as st

from tui.makeup.geometry import FINE, NOWHERE, Rect, around, largest_within

THOUSANDTHS = st.integers(0, 1000)
POLYGONS = st.lists(st.tuples(THOUSANDTHS, THOUSANDTHS), min_size=3, max_size=3 * FINE)


def test_what_two_rectangles_have_in_common() -> None:
    assert Rect(0, 0, 10, 10).common(Rect(6, 8, 10, 10)) == 4 * 2
    assert Rect(0, 0, 10, 10).common(Rect(10, 0, 5, 5)) == 0


def test_the_rectangle_around_several() -> None:
    assert around([Rect(2, 3, 4, 5), Rect(10, 1, 1, 1)]) == Rect(2, 1, 9, 7)


def test_a_rectangle_is_its_own() -> None:
    assert largest_within(((10, 20), (110, 20), (110, 70), (10, 70))) == Rect(10, 20, 100, 50)


def test_of_an_l_the_larger_arm_is_taken() -> None:
    l_shaped = ((0, 0), (600, 0), (600, 100), (200, 100), (200, 900), (0, 900))
    assert largest_within(l_shaped) == Rect(0, 0, 200, 900)


def test_what_has_no_extent_is_nowhere() -> None:
    assert largest_within(((0, 0), (500, 0), (900, 0))) is NOWHERE


@given(POLYGONS)
def test_it_lies_within_the_outline(area: list[tuple[int, int]]) -> None:
    found = largest_within(tuple(area))
    if found is not NOWHERE:
        xs, ys = zip(*area, strict=True)
        assert min(xs) <= found.x < found.right <= max(xs)
        assert min(ys) <= found.y < found.bottom <= max(ys)
