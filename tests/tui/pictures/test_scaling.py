"""How large a picture is shown: within its room, and as it is proportioned."""

from hypothesis import given
from hypothesis import strategies as st

from tui.pictures.drawing import Room
from tui.pictures.scaling import cells, fitted, shrunk

SIDES = st.integers(1, 8000)


@given(SIDES, SIDES, st.integers(1, 300), st.integers(1, 100))
def test_a_picture_stays_within_its_room(wide: int, high: int, columns: int, rows: int) -> None:
    room = Room(columns, rows, (8, 17))
    taken = cells(fitted((wide, high), room), room)
    assert 1 <= taken[0] <= columns
    assert 1 <= taken[1] <= rows


def test_a_picture_keeps_its_proportions() -> None:
    assert fitted((1600, 800), Room(80, 20, (10, 20))) == (800, 400)
    assert fitted((800, 1600), Room(80, 20, (10, 20))) == (200, 400)


def test_a_small_picture_is_not_blown_up() -> None:
    assert fitted((16, 16), Room(80, 20)) == (32, 32)


def test_what_is_shrunk_gets_smaller_down_to_a_pixel() -> None:
    assert shrunk((100, 50), taken=400, budget=100) == (47, 23)
    assert shrunk((100, 50), taken=101, budget=100) == (90, 45)
    assert shrunk((1, 1), taken=10**6, budget=1) == (1, 1)
