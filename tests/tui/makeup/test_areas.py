"""Areas on a page: where stories stand, and when that tells how it was made up."""

from tui.makeup.areas import LEAST, MOST, free_top, place_of, places_of, tell_the_page
from tui.makeup.geometry import NOWHERE, Rect

LEAD, BESIDE, BENEATH = Rect(0, 170, 640, 500), Rect(660, 170, 340, 830), Rect(0, 690, 640, 310)


def strip(at: int) -> Rect:
    return Rect(9, 70 * at, 477, 64)


def test_a_story_without_an_area_or_with_a_sliver_of_one_is_nowhere() -> None:
    assert place_of(()) is NOWHERE
    assert place_of(((0, 0), (900, 0), (900, LEAST - 1), (0, LEAST - 1))) is NOWHERE
    assert place_of(((0, 0), (900, 0), (900, 100), (0, 100))) == Rect(0, 0, 900, 100)


L = ((0, 0), (300, 0), (300, 600), (900, 600), (900, 900), (0, 900))
"""A story beneath and at the left of a free corner."""


def square(left: int, top: int, right: int, bottom: int) -> tuple[tuple[int, int], ...]:
    return ((left, top), (right, top), (right, bottom), (left, bottom))


def test_a_ragged_story_reaches_as_far_as_its_columns_where_nothing_else_stands() -> None:
    whole = Rect(0, 0, 900, 900)
    assert places_of([L]) == [whole]
    assert places_of([L, square(295, 900, 900, 999), ()]) == [
        whole,
        Rect(295, 900, 605, 99),
        NOWHERE,
    ]
    assert places_of([L, square(310, 0, 900, 590)]) == [place_of(L), Rect(310, 0, 590, 590)]


def test_of_two_ragged_stories_in_each_others_corners_one_reaches_into_the_others() -> None:
    other = ((310, 0), (900, 0), (900, 590), (700, 590), (700, 300), (310, 300))
    places = places_of([L, other])
    assert places[0] == place_of(L)
    assert places[1] == Rect(310, 0, 590, 590)


def test_most_stories_have_places_that_do_not_overlap() -> None:
    assert tell_the_page([LEAD, BESIDE, BENEATH])
    assert tell_the_page([LEAD, BESIDE, NOWHERE])
    assert not tell_the_page([LEAD, NOWHERE, NOWHERE])
    assert not tell_the_page([LEAD])
    assert not tell_the_page([])


def test_sheets_of_their_own_and_strips_all_alike_tell_nothing() -> None:
    assert not tell_the_page([LEAD, Rect(0, 170, 640, 480), BENEATH])
    assert not tell_the_page([strip(at) for at in range(5)])


def test_thousands_of_areas_are_of_no_page() -> None:
    tiles = [Rect(10 * (at % 100), 10 * (at // 100), 10, 10) for at in range(MOST + 1)]
    assert not tell_the_page(tiles)
    assert tell_the_page(tiles[:MOST])


def test_the_masthead_stood_in_a_free_corner() -> None:
    eye = Rect(600, 0, 400, 150)
    assert free_top([LEAD, BESIDE, BENEATH, eye]) == Rect(0, 0, 600, 170)
    assert free_top([LEAD, BESIDE, BENEATH]) is NOWHERE
