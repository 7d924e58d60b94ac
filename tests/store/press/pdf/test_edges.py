"""Running heads and mastheads, as they stand over all stories of a page."""

from store.press.pdf.edges import edge_rows, is_name
from store.press.pdf.rows import Row
from tests.store.press.pdf.builders import MEASURE, row


def texts(*rows: Row) -> list[str]:
    return [each.text for each in edge_rows(rows, MEASURE, lambda _run: False)]


def test_the_pieces_of_a_running_head_are_one_line_whatever_their_sizes() -> None:
    pieces = (row("02", 700, 0, 20), row("要闻", 0, 0, 20), row("2031.4.5", 100, 8, 9))
    assert texts(*pieces) == ["要闻 2031.4.5 02"]


def test_a_running_head_is_no_head() -> None:
    (line,) = edge_rows([row("A02", 0, 0, 20)], MEASURE, lambda _run: False)
    assert line.size == MEASURE.size


def test_a_papers_name_stands_for_itself() -> None:
    pieces = (row("2", 0, 0), row("要闻", 30, 0), row("临江日报", 300, 0))
    assert texts(*pieces) == ["临江日报", "2 要闻"]


def test_without_a_number_lines_are_those_of_a_masthead() -> None:
    pieces = (row("临江日报", 0, 0, 48), row("2031.4.5", 600, 0), row("总第9期", 600, 16))
    assert texts(*pieces) == ["临江日报", "2031.4.5", "总第9期"]


def test_names_of_papers_are_told_by_their_form() -> None:
    assert is_name("临江日报")
    assert not is_name("老桥修好了")
    assert not is_name("River crossing reopens")
