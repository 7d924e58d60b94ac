"""Areas on a page: where stories stand, and when that tells how it was made up."""

from tui.makeup.areas import LEAST, MOST, free_top, place_of, tell_the_page
from tui.makeup.geometry import NOWHERE, Rect

LEAD, BESIDE, BENEATH = Rect(0, 170, 640, 500), Rect(660, 170, 340, 830), Rect(0, 690, 640, 310)


def strip(at: int) -> Rect:
    return Rect(9, 70 * at, 477, 64)


def test_a_story_without_an_area_or_with_a_sliver_of_one_is_nowhere() -> None:
    assert place_of(()) is NOWHERE
    assert place_of(((0, 0), (900, 0), (900, LEAST - 1), (0, LEAST - 1))) is NOWHERE
    assert place_of(((0, 0), (900, 0), (900, 100), (0, 100))) == Rect(0, 0, 900, 100)


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
