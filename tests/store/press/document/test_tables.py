"""Tables of documents."""

from store.press.document.paragraph import Paragraph
from store.press.document.tables import read_table
from tests.store.press.document.offices import FERRY, WELL


def cell(*texts: str) -> list[Paragraph]:
    return [Paragraph(text) for text in texts]


def texts(*rows: list[list[Paragraph]]) -> list[str]:
    return [each.text for each in read_table(rows)]


def test_heads_side_by_side_stand_over_their_texts() -> None:
    heads = [cell("一条船渡了七十年"), cell("四十车淤泥"), cell("")]
    bodies = [cell(*FERRY), cell(*WELL), cell("")]
    assert texts(heads, bodies) == ["一条船渡了七十年", *FERRY, "四十车淤泥", *WELL]


def test_cells_that_hold_whole_stories_come_one_after_another() -> None:
    row = [cell("一条船渡了七十年", *FERRY), cell("", "四十车淤泥", *WELL)]
    assert texts(row) == ["一条船渡了七十年", *FERRY, "四十车淤泥", *WELL]


def test_a_row_of_data_is_one_line_of_text() -> None:
    (line,) = read_table([[cell("2029"), cell("三万\n人"), cell("")]])
    assert (line.text, line.role) == ("2029 三万 人", "body")


def test_a_form_says_what_its_cells_are() -> None:
    rows = [
        [cell("标 题："), cell("一条船渡了七十年")],
        [cell("作者"), cell("柳青舟")],
        [cell("正文"), cell(*FERRY)],
    ]
    found = [(each.text, each.role) for each in read_table(rows)]
    assert found[:2] == [("一条船渡了七十年", "head"), ("柳青舟", "byline")]
    assert found[2:] == [(text, "") for text in FERRY]


def test_an_empty_table() -> None:
    assert texts() == texts([[]]) == texts([cell(""), []]) == []
