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
