"""What has moved as a whole is found, if that saves something."""

import pytest

from tui.terminal.scrolling import Shift, shifted


@pytest.mark.parametrize(
    ("shown", "wanted", "shift"),
    [
        ("abcdefgh", "bcdefghi", Shift(0, 7, 1)),
        ("abcdefgh", "zabcdefg", Shift(1, 8, -1)),
        ("HabcdefF", "HcdefghF", Shift(1, 5, 2)),
        ("abcdefgh", "abcdefgh", None),
        ("abcdefgh", "abcdxfgh", None),
        ("abcdefgh", "stuvwxyz", None),
        ("        ", "a       ", None),
        ("", "", None),
    ],
)
def test_the_shift_that_saves_most_is_found(shown: str, wanted: str, shift: Shift | None) -> None:
    assert shifted(shown, wanted) == shift


@pytest.mark.parametrize(
    ("beside", "shift"), [("", Shift(0, 7, 1)), ("甲", Shift(0, 7, 1)), ("甲" * 40, None)]
)
def test_beside_what_stands_still_rows_move_where_that_takes_less(
    beside: str, shift: Shift | None
) -> None:
    """The list beside an article is different in each row, and is sent again."""
    lists = [chr(ord("一") + number) + beside for number in range(8)]
    shown = [left + letter * 20 for left, letter in zip(lists, "abcdefgh", strict=True)]
    wanted = [left + letter * 20 for left, letter in zip(lists, "bcdefghi", strict=True)]
    unlike = [left.replace("甲", chr(ord("甲") + at)) for at, left in enumerate(lists)]
    shown = [new + row[len(new) :] for new, row in zip(unlike, shown, strict=True)]
    wanted = [new + row[len(new) :] for new, row in zip(unlike, wanted, strict=True)]
    assert shifted(shown, wanted) == shift


def test_between_margins_a_pane_moves_alone_and_no_character_is_halved() -> None:
    """The list beside it need not be sent again; 甲 stands over the margin in one row."""
    lists = [[(chr(ord("一") + number),), ("",)] * 10 for number in range(8)]
    shown = [[*left, ("|",), *text] for left, text in zip(lists, _rows("abcdefgh"), strict=True)]
    wanted = [[*left, ("|",), *text] for left, text in zip(lists, _rows("bcdefghi"), strict=True)]
    assert shifted(shown, wanted) is None
    assert shifted(shown, wanted, margins=True) == Shift(0, 7, 1, left=21)
    for rows in (shown, wanted):
        rows[3][20:22] = [("甲",), ("",)]
    shift = shifted(shown, wanted, margins=True)
    assert shift is not None
    assert shift.left in (20, 21)
    assert shift.left == 20 or 3 not in shift.rows


def test_margins_are_not_set_where_nothing_stands_beside() -> None:
    shown, wanted = ([f"| {letter * 20} |" for letter in text] for text in ("abcdefgh", "bcdefghi"))
    assert shifted(shown, wanted, margins=True) == Shift(0, 7, 1)


def _rows(letters: str) -> list[list[tuple[str]]]:
    return [[(letter,)] * 20 for letter in letters]
