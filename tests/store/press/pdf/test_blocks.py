"""Paragraphs and heads, as the lines of a column show them."""

import pytest

from store.press.pdf.blocks import are_indented, blocks_of, is_full
from store.press.pdf.columns import TextRow
from tests.store.press.pdf.builders import MEASURE, text_row


def texts(*rows: TextRow) -> list[str]:
    return [block.text for block in blocks_of(rows, MEASURE)]


def test_a_paragraph_begins_with_an_indent() -> None:
    rows = [
        text_row("老桥昨天修好了，走", 0, 20),
        text_row("了两百人。县里说，石", 1),
        text_row("栏也要修。", 2),
        text_row("书屋夜里也亮着灯", 3, 20),
    ]
    assert texts(*rows) == ["老桥昨天修好了，走了两百人。县里说，石栏也要修。", "书屋夜里也亮着灯"]


def test_without_indents_it_begins_behind_a_line_that_ends_short() -> None:
    rows = [text_row("老桥修好了。", 0), text_row("书屋夜里也亮着灯。", 1)]
    assert texts(*rows) == ["老桥修好了。", "书屋夜里也亮着灯。"]


def test_short_lines_that_no_mark_ends_are_lines_of_a_list() -> None:
    assert texts(text_row("修桥的人", 0), text_row("读书的人", 1)) == ["修桥的人", "读书的人"]


def test_a_head_is_of_its_lines_and_no_text() -> None:
    rows = [
        TextRow("老桥修好了又能走", 0, 0, 160, 20, 20),
        TextRow("人", 70, 24, 90, 44, 20),
        text_row("　　今天开放。", 4),
    ]
    blocks = blocks_of(rows, MEASURE)
    assert [(block.text, block.head) for block in blocks] == [
        ("老桥修好了又能走人", True),
        ("　　今天开放。", False),
    ]


def test_halves_of_a_headline_stay_apart() -> None:
    rows = [TextRow("老桥修好了", 0, 0, 100, 20, 20), TextRow("新路连起来", 0, 24, 100, 44, 20)]
    assert texts(*rows) == ["老桥修好了 新路连起来"]


def test_bold_lines_are_apart_from_text() -> None:
    rows = [text_row("修桥", 0, 20), text_row("老桥修好了。", 1, 20)]
    rows[0].bold = True
    blocks = blocks_of(rows, MEASURE)
    assert [block.bold for block in blocks] == [True, False]


def test_a_line_in_the_middle_is_centred() -> None:
    (block,) = blocks_of([text_row("修桥", 0, 40)], MEASURE)
    assert block.centred


@pytest.mark.parametrize(("end", "following", "full"), [(100, "", True), (70, "", False)])
def test_a_line_is_full_at_the_edge(end: float, following: str, full: bool) -> None:
    row = text_row("九个字的一行又一个")
    row.end = end
    assert is_full(row, following) == full


def test_a_line_is_full_where_the_next_word_has_no_room() -> None:
    row = text_row("the town")
    row.end = 70
    assert not is_full(row, "of men")
    assert is_full(row, "independence")


def test_most_lines_behind_short_ones_tell_of_indents() -> None:
    indented = [text_row("好了。", 0), text_row("书屋", 1, 20)]
    flush = [text_row("好了。", 0), text_row("书屋", 1)]
    assert are_indented([indented, indented, flush])
    assert not are_indented([flush])
