"""The order in which the parts of a page are read."""

from collections.abc import Iterable

from store.press.pdf.cut import read_parts
from store.press.pdf.rows import Row
from store.press.pdf.shapes import Box
from tests.store.press.pdf.builders import MEASURE, row

WIDTH = 8
"""Letters of a column."""


def column(name: str, x: float, top: float, lines: int) -> list[Row]:
    return [row(name * WIDTH, x, top + 16.0 * at) for at in range(lines)]


def order(rows: Iterable[Row], rules: list[Box] | None = None) -> str:
    """Return the first letters of the parts."""
    return "".join(
        part.rows[0].runs[0].text[0] for part in read_parts(rows, [], rules or [], MEASURE)
    )


def test_columns_are_read_one_after_another() -> None:
    assert order([*column("b", 95, 0, 5), *column("a", 0, 0, 5)]) == "ab"


def test_a_head_over_columns_comes_first() -> None:
    rows = [row("h" * 8, 10, 0, 20), *column("a", 0, 30, 5), *column("b", 95, 30, 5)]
    assert order(rows) == "hab"


def test_a_head_over_the_first_column_alone_leads_the_next_one_too() -> None:
    rows = [row("h" * 3, 0, 0, 20), *column("a", 0, 30, 5), *column("b", 95, 30, 5)]
    assert order(rows) == "hab"


def test_a_head_within_a_column_leads_what_is_beneath_it() -> None:
    rows = [*column("a", 0, 0, 9), *column("b", 95, 0, 3), row("h" * 4, 95, 65, 20)]
    assert order([*rows, *column("c", 95, 95, 3)]) == "abh"


def test_stories_above_a_rule_come_before_those_beneath_it() -> None:
    rows = [
        *column("a", 0, 0, 3),
        *column("b", 95, 0, 3),
        *column("c", 0, 50, 3),
        *column("d", 95, 50, 3),
    ]
    assert order(rows, [Box(0, 46, 180, 46.5)]) == "abcd"
    assert order(rows) == "ab"


def test_lines_of_a_wider_measure_stand_over_the_columns_beneath() -> None:
    wide = [row("w" * 17, 0, 16.0 * at) for at in range(2)]
    assert order([*wide, *column("a", 0, 32, 6), *column("b", 95, 32, 6)]) == "wab"


def test_a_byline_in_the_middle_stands_over_all_columns() -> None:
    names = row("n" * 4, 115, 0)
    columns = [*column("a", 0, 16, 4), *column("b", 95, 16, 4), *column("c", 190, 16, 4)]
    assert order([names, *columns]) == "nabc"


def test_a_vertical_head_to_the_right_leads_its_columns() -> None:
    upright = row("h" * 4, 200, 0, 20, cross=True)
    assert order([*column("a", 0, 0, 5), *column("b", 95, 0, 5), upright]) == "hab"


def test_a_masthead_is_cut_off_the_stories_beneath_it() -> None:
    top = [row("m" * 4, 0, 0, 40), row("2031年4月5日", 190, 10)]
    rows = [*top, *column("a", 0, 60, 3), *column("b", 190, 60, 3)]
    assert order(rows) == "mab"
