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
