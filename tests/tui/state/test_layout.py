"""How wide the panes stand, and what a window of lines shows."""

import pytest

from tui.state.layout import LEAST, LEFT, MIDDLE, Widths, widths, window


def test_a_narrow_terminal_shows_one_pane() -> None:
    assert widths(79) == widths(1) == widths(250, panes=1) == Widths()


def test_the_middle_has_a_list_and_the_wide_a_filter_too() -> None:
    assert widths(80) == Widths(MIDDLE, 0)
    assert widths(119) == Widths(MIDDLE, 0)
    assert widths(60, panes=2) == widths(250, panes=2) == Widths(MIDDLE, 0)
    for columns in (120, 160, 250):
        wide = widths(columns)
        assert 30 <= wide.list <= 48
        assert 24 <= wide.filter <= 34
        assert wide.list + wide.filter + 2 < columns
    assert widths(90, panes=3).filter


def test_a_number_of_panes_that_is_unknown_is_the_terminals_own() -> None:
    assert widths(120, panes=9) == widths(120)


@pytest.mark.parametrize("columns", [80, 120, 250])
def test_a_chosen_width_leaves_room_for_the_others(columns: int) -> None:
    assert widths(columns, chosen=40).list == 40
    assert widths(columns, chosen=1).list == LEAST
    assert widths(columns, chosen=999).list == columns - LEFT
    assert widths(columns, chosen=40).filter == widths(columns).filter
    assert widths(79, chosen=40) == Widths()


@pytest.mark.parametrize(
    ("top", "cursor", "by_line", "by_half"),
    [
        (0, 5, 0, 0),
        (0, 10, 1, 6),
        (20, 19, 19, 14),
        (20, 0, 0, 0),
        (50, 99, 90, 90),
        (95, 99, 90, 90),
    ],
)
def test_the_cursor_stays_in_the_window(top: int, cursor: int, by_line: int, by_half: int) -> None:
    assert window(top, cursor, 10, 100, by_halves=False) == by_line
    assert window(top, cursor, 10, 100, by_halves=True) == by_half


def test_what_fits_stands_at_the_top() -> None:
    assert window(3, 4, 10, 5, by_halves=True) == 0
