"""The grid: from any screen to any other, safely and in few bytes."""

import re
import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.tui.emulator import StrictScreen
from tui.terminal.grid import Grid, cells_of

WIDTH, HEIGHT = 23, 4

STYLES = st.sampled_from(
    ["", "", "1", "7", "1;31", "2", "3;4", "44", "38;5;200", "7;38;2;1;2;3", "9"]
)
PIECES = st.tuples(
    st.integers(-1, HEIGHT),
    st.integers(-1, WIDTH),
    st.text("临江a1  ，—é", min_size=1, max_size=WIDTH),
    STYLES,
)
FRAMES = st.lists(st.lists(PIECES, max_size=6), min_size=1, max_size=5)


def width(text: str) -> int:
    return sum(2 if character in "临江城，第行" else 1 for character in text)


def grid_of(*rows: tuple[str, str], columns: int = WIDTH) -> Grid:
    grid = Grid()
    grid.resize(columns, max(len(rows), 1))
    for y, (text, style) in enumerate(rows):
        grid.put(y, 0, cells_of(text, style, width(text)))
    return grid


@given(frames=FRAMES, margins=st.booleans())
def test_differences_lead_to_the_screen_that_is_painted_whole(frames: Any, margins: bool) -> None:
    """Cut wide characters and overlays included: what changed little looks as if painted anew."""
    grid, screen = Grid(), StrictScreen(WIDTH, HEIGHT)
    grid.margins = margins
    grid.resize(WIDTH, HEIGHT)
    for frame in frames:
        for y, x, text, style in frame:
            grid.put(y, x, cells_of(text, style, width(text)))
        screen.feed(grid.difference())
    grid.forget()
    assert screen.seen() == StrictScreen(WIDTH, HEIGHT).feed(grid.difference()).seen()
    assert grid.difference() == ""


@given(
    rows=st.lists(st.sampled_from("临江城abc1234 "), min_size=9, max_size=9),
    moves=st.lists(
        st.tuples(st.integers(0, 8), st.integers(0, 8), st.integers(-8, 8)), min_size=1, max_size=4
    ),
)
def test_what_moves_up_or_down_arrives(rows: list[str], moves: Any) -> None:
    grid, screen = grid_of(*((row * 3, "") for row in rows)), StrictScreen(WIDTH, 9)
    screen.feed(grid.difference())
    for first, last, by in moves:
        band = rows[first : last + 1]
        before = list(rows)
        turn = by % len(band) if band else 0
        rows[first : last + 1] = [*band[turn:], *band[:turn]]
        for y, row in enumerate(rows):
            if row != before[y]:
                grid.put(y, 0, cells_of(row * 3, "", WIDTH))
        assert (
            screen.feed(grid.difference()).seen()
            == StrictScreen(WIDTH, 9)
            .feed(grid_of(*((row * 3, "") for row in rows)).difference())
            .seen()
        )


@pytest.mark.parametrize("by", [1, -1, 3, -3])
def test_a_page_that_moves_costs_its_new_rows_alone(by: int) -> None:
    rows = [f"第{number}行" * 5 for number in range(40)]
    grid = grid_of(*((row, "") for row in rows[10:34]), columns=80)
    whole = len(grid.difference().encode())
    for y, row in enumerate(rows[10 + by : 34 + by]):
        grid.put(y, 0, cells_of(row, "", 80))
    assert len(grid.difference().encode()) < whole * (abs(by) + 1) / 24


@given(
    steps=st.lists(st.tuples(st.integers(-4, 4), st.integers(0, 8)), min_size=1, max_size=5),
    margins=st.booleans(),
    border=st.sampled_from(["  ", "│", " │", "城"]),
)
def test_a_text_that_scrolls_beside_a_list_arrives(
    steps: list[tuple[int, int]], margins: bool, border: str
) -> None:
    """The list stands still but for its cursor, and the lowest row tells of the place."""
    grid, screen, top = Grid(), StrictScreen(60, 10), 20
    grid.resize(60, 10)
    grid.margins = margins
    for by, cursor in steps:
        top += by
        for y in range(9):
            style = "7" if y == cursor else ""
            grid.put(y, 0, cells_of(f"城{y}" * 2 + border, style, 8))
            grid.put(y, 8, cells_of(f"第{top + y}行临江" * 4, "", 52))
        grid.put(9, 50, cells_of(f"{top}", "2", 4))
        screen.feed(grid.difference())
    grid.forget()
    assert screen.seen() == StrictScreen(60, 10).feed(grid.difference()).seen()


@pytest.mark.parametrize("by", [1, -1, 3])
def test_between_margins_a_text_costs_its_new_rows_alone(by: int) -> None:
    grid, screen = Grid(), StrictScreen(80, 12)
    grid.resize(80, 12)
    grid.margins = True
    sent = 0
    for top in (20, 20 + by):
        for y in range(11):
            grid.put(y, 0, cells_of(f"{y}城里的新闻和旧闻{y}", "", 30))
            grid.put(y, 30, cells_of(chr(ord("一") + top + y) * 20, "", 50))
        frame = grid.difference()
        sent = len(frame.encode())
        screen.feed(frame)
    assert sent < 60 + 70 * abs(by)
    grid.forget()
    assert screen.seen() == StrictScreen(80, 12).feed(grid.difference()).seen()


def upright(grid: Grid, first: int, columns: int, left: int) -> None:
    """Put a text into the grid whose columns stand from right to left, beside others."""
    for y in range(8):
        row = " ".join(chr(ord("一") + 8 * (first + at) + y) for at in reversed(range(columns)))
        grid.put(y, left, cells_of(row, "1" if y == 3 else "", 3 * columns - 1))


@given(
    steps=st.lists(st.integers(-5, 5), min_size=1, max_size=6),
    left=st.integers(0, 12),
    columns=st.integers(1, 9),
    beside=st.sampled_from(["", "城中新闻", "│ a城"]),
)
def test_columns_that_go_sideways_between_others_arrive(
    steps: list[int], left: int, columns: int, beside: str
) -> None:
    grid, screen, first = Grid(), StrictScreen(45, 9), 100
    grid.resize(45, 9)
    for y in range(8):
        grid.put(y, 0, cells_of("第12城里的人"[:6], "", 12))
        grid.put(y, left + 3 * columns - 1, cells_of(beside, "44", 2 * len(beside)))
    for by in steps:
        first += by
        upright(grid, first, columns, left)
        screen.feed(grid.difference())
    grid.forget()
    assert screen.seen() == StrictScreen(45, 9).feed(grid.difference()).seen()


@pytest.mark.parametrize("by", [1, -1, 2])
@pytest.mark.parametrize("width", [80, 120])
def test_columns_that_go_on_cost_little_beside_all_of_them(by: int, width: int) -> None:
    grid = Grid()
    grid.resize(width, 8)
    grid.put(0, 0, cells_of("城里的新闻", "", 20))
    upright(grid, 50, 20, 21)
    grid.difference()
    upright(grid, 50 + by, 20, 21)
    moved = grid.difference()
    upright(grid, 90, 20, 21)
    assert len(moved.encode()) < len(grid.difference().encode()) / 2
    assert "@" in moved or "P" in moved


def test_what_is_typed_in_between_moves_the_rest_of_its_row() -> None:
    grid = Grid()
    grid.resize(80, 1)
    grid.put(0, 0, cells_of("查找：云岭大桥通车以后的日子里", "", 30))
    grid.difference()
    grid.put(0, 0, cells_of("查找：新云岭大桥通车以后的日子里", "", 32))
    typed = grid.difference()
    assert "新" in typed
    assert "云" not in typed


@given(text=st.text(), style=STYLES, cells=st.integers(0, 40))
def test_cells_are_as_many_as_the_layout_counted_and_hold_no_control(
    text: str, style: str, cells: int
) -> None:
    made = cells_of(text, style, cells)
    assert len(made) == cells
    kinds = {unicodedata.category(character) for cell, _ in made for character in cell}
    assert not kinds & {"Cc", "Cs", "Zl", "Zp"}


def test_a_mark_combines_with_the_character_before_it() -> None:
    assert cells_of("e\u0301a", "1", 2) == [("e\u0301", "1"), ("a", "1")]
    assert cells_of("临\u0301", "", 2) == [("临\u0301", ""), ("", "")]
    assert cells_of("\u0301临", "", 2) == [("临", ""), ("", "")]


@pytest.mark.parametrize(
    "hostile",
    [
        "\x1b]0;title\x07",
        "\x1b]52;c;cm0gLXJm\x07",
        "\x1b[2J\x1b[31m",
        "\x9b31m\x9d0;t\x9c",
        "\x90q\x9c\x0e\x0f\x05\x08\x7f\r\n\v\f",
        "\u202e\u2066\u200f\u061c\u200b\u00ad\ufeff\u2028\u2029\U000e0041",
    ],
)
def test_hostile_text_sends_nothing_that_is_not_ours(hostile: str) -> None:
    grid = grid_of((f"临江{hostile}城", ""))
    ours = re.compile(r"\x1b\[[0-9;]*[mHKJXABCD]")
    left = ours.sub("", grid.difference())
    assert "临江" in left
    assert left.isprintable()


def test_the_half_of_a_wide_character_is_erased_before_it_is_lost() -> None:
    grid = grid_of(("临江城", ""))
    screen = StrictScreen(WIDTH, 1).feed(grid.difference())
    grid.put(0, 3, cells_of("a", "", 1))
    assert screen.feed(grid.difference()).display[0].rstrip() == "临 a城"


def test_a_wide_character_at_the_right_edge_is_not_cut_but_left_out() -> None:
    grid = grid_of(("临江", ""), columns=3)
    assert StrictScreen(3, 1).feed(grid.difference()).display == ["临 "]


@pytest.mark.parametrize(
    ("before", "after", "sent"),
    [
        (("临江", ""), ("临江", ""), ""),
        (("临江", ""), ("临江a", ""), "\x1b[4Ca"),
        (("临江", ""), ("", ""), "\x1b[K"),
        (("临江", "1"), ("临江", ""), "临江"),
        (("abcdefgh", ""), ("aXcYefgh", ""), "\x1b[CXcY"),
        (("临江", ""), ("临城", "7"), "\x1b[7m临城\x1b[m"),
    ],
    ids=["nothing", "added", "blank", "style", "near", "reverse"],
)
def test_a_change_costs_what_it_must(
    before: tuple[str, str], after: tuple[str, str], sent: str
) -> None:
    grid = grid_of(before)
    grid.difference()
    grid.move(0, 0)
    text, style = after
    grid.put(0, 0, [*cells_of(text, style, width(text)), *cells_of("", "", WIDTH - width(text))])
    assert grid.difference() == sent


def test_rows_stay_where_they_are_when_they_must() -> None:
    rows = [(f"第{n}行" * 3, "") for n in range(HEIGHT)]
    sent = {}
    for scrolls in (True, False):
        grid = grid_of(*rows)
        grid.difference()
        for y, (text, style) in enumerate([*rows[1:], ("", "")]):
            grid.put(y, 0, cells_of(text.ljust(WIDTH), style, WIDTH))
        sent[scrolls] = grid.difference(scrolls=scrolls)
    assert re.search(r"\x1b\[\d*M", sent[True])
    assert not re.search(r"\x1b\[\d*[ML]", sent[False])


def test_what_is_forgotten_is_not_known() -> None:
    grid = grid_of(("临江", ""))
    grid.difference()
    assert grid.known
    grid.forget()
    assert not grid.known


@pytest.mark.parametrize("drawn", ["👍", "👍\U0001f3fd", "नी", "🇨🇳", "e\u0301"])
def test_behind_what_terminals_draw_in_different_widths_the_column_is_told(drawn: str) -> None:
    """So the line between the list and the text stands where it should, in every row."""
    grid = Grid()
    grid.resize(WIDTH, 1)
    grid.put(0, 0, [*cells_of(drawn, "", cell_len(drawn)), *cells_of("桥│", "", 3)])
    sent, at = grid.difference(), cell_len(drawn)
    assert f"\x1b[1;{at + 1}H桥│" in sent or f"\r\x1b[{'' if at == 1 else at}C桥│" in sent


def test_a_colour_of_skin_is_not_sent_and_a_flag_is_sent_in_one() -> None:
    assert cells_of("👍\U0001f3fd", "", 2) == [("👍", ""), ("", "")]
    assert "🇨🇳" in grid_of(("🇨🇳城", "")).difference()
