"""The printed lines of a column, and its edges."""

from store.press.pdf.columns import set_edges, text_rows
from store.press.pdf.rows import Row
from store.press.pdf.shapes import Box
from tests.store.press.pdf.builders import MEASURE, row, run, text_row


def texts(*rows: Row) -> list[str]:
    return [each.text for each in text_rows(rows, MEASURE, lambda _run: False)]


def test_pieces_of_a_line_are_one_with_a_blank_between() -> None:
    assert texts(row("记者", 0, 0), row("许诺", 30, 0), row("老桥", 0, 16)) == [
        "记者 许诺",
        "老桥",
    ]


def test_a_line_that_is_stretched_has_no_blanks() -> None:
    assert texts(*(row(char, 18.0 * at, 0) for at, char in enumerate("同比上升"))) == ["同比上升"]


def test_latin_words_are_parted_by_less() -> None:
    one, other = run("old", 0, 0), run("bridge", 32, 0)
    assert texts(Row([one, other], 0, 0, 90, 10, 10)) == ["old bridge"]


def test_a_dropped_capital_begins_its_text() -> None:
    rows = (row("老", 0, 0, 26), row("桥昨天修好了", 30, 0), row("走了两百人。", 30, 16))
    assert texts(*rows) == ["老桥昨天修好了", "走了两百人。"]


def test_lines_that_stand_across_are_lines_of_their_own() -> None:
    one, other = run("老桥", 30, 0, cross=True), run("新路", 15, 0, cross=True)
    assert texts(Row([one, other], 15, 0, 40, 20, 10, True)) == ["老桥", "新路"]


def test_what_is_bold_is_told_of_the_longest_run() -> None:
    one, other = run("记者", 0, 0), run("许诺说桥修好了", 22, 0)
    (found,) = text_rows([Row([one, other], 0, 0, 92, 10, 10)], MEASURE, lambda each: each is other)
    assert found.bold


def test_a_short_column_has_the_edges_of_the_one_above() -> None:
    long = [text_row("老桥昨天修好了走了人", at) for at in range(5)]
    short = [text_row("书屋", 9, 20)]
    set_edges([long, short], [], MEASURE)
    assert short[0].edges == long[0].edges == (0, 100)


def test_a_mark_may_hang_over_the_edge() -> None:
    rows = [text_row("老桥昨天修好了走了人", at) for at in range(4)]
    rows[1] = text_row("老桥昨天修好了走了人，", 1)
    set_edges([rows], [], MEASURE)
    assert rows[0].edges == (0, 100)


def test_a_line_beside_a_picture_ends_there() -> None:
    rows = [text_row("老桥昨天修好了走了人", at) for at in range(5)]
    rows[2] = text_row("老桥昨天修", 2)
    set_edges([rows], [Box(60, 30, 120, 44)], MEASURE)
    assert [row.edges for row in rows[1:3]] == [(0, 100), (0, 60)]
