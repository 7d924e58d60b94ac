"""What has moved as a whole is found, if that saves something."""

from itertools import pairwise
from operator import ne

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.terminal.scrolling import Shift, shifted, slid


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


CELLS = st.sampled_from([("一", ""), ("a", ""), (" ", ""), ("b", "1")])


def cells_in(pieces: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return cells, two for a wide character."""
    return [cell for piece in pieces for cell in (piece, ("", piece[1]))[: 1 + (piece[0] == "一")]]


@given(st.lists(CELLS, max_size=30), st.lists(CELLS, max_size=8), st.integers(0, 30))
def test_a_slide_leaves_less_to_be_sent_and_halves_no_character(
    pieces: list[tuple[str, str]], more: list[tuple[str, str]], at: int
) -> None:
    row = cells_in([*pieces, *[("c", "")] * 12])
    put = cells_in(more)
    at = min(at, len(row) - 12)
    while row[at][0] == "":
        at -= 1
    longer = [*row[:at], *put, *row[at:]]
    for shown, wanted in ((row + put, longer), (longer, row + put)):
        slide = slid(shown, wanted)
        if slide:
            after = slide.row(shown, (" ", ""))
            assert len(after) == len(shown)
            assert sum(map(ne, after, wanted)) < sum(map(ne, shown, wanted))
            assert after[: slide.left] == shown[: slide.left]
            assert after[slide.right :] == shown[slide.right :]
            assert not any(half[0] == "" and cell[0] != "一" for cell, half in pairwise(after))
