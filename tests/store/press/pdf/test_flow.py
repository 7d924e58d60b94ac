"""Text flows from column to column, and around what stands between."""

from store.press.dump.lines.kinds import CAPTION
from store.press.pdf.blocks import Block
from store.press.pdf.flow import flow
from tests.store.press.pdf.builders import column, head

OPEN = ("老桥昨天修好了，走了", "两百人。县里说，石栏")
REST = ("也要修。",)
WHOLE = ("书屋也亮着灯。",)


def texts(*columns: list[Block], indented: bool = True) -> list[str]:
    return [block.text for block in flow(columns, indented=indented)]


def test_a_paragraph_goes_on_in_the_next_column() -> None:
    assert texts(column(*OPEN, indented=True), column(*REST)) == ["".join((*OPEN, *REST))]


def test_a_paragraph_begins_in_the_next_column() -> None:
    assert len(texts(column(*OPEN), column(*REST, indented=True))) == 2


def test_a_caption_between_columns_stands_behind_the_paragraph() -> None:
    caption = column("图为老桥。")
    caption[0].role = CAPTION
    assert texts(column(*OPEN), caption, column(*REST)) == ["".join((*OPEN, *REST)), "图为老桥。"]


def test_text_goes_on_behind_another_story() -> None:
    other = [head("书屋亮灯"), *column(*WHOLE, indented=True)]
    assert texts([head("老桥"), *column(*OPEN)], other, column(*REST)) == [
        "老桥",
        "".join((*OPEN, *REST)),
        "书屋亮灯",
        "书屋也亮着灯。",
    ]


def test_text_in_a_frame_is_no_part_of_what_is_around_it() -> None:
    framed = column(*OPEN)
    framed[0].framed = 1
    assert texts(column(*OPEN), framed, column(*REST)) == [
        "".join((*OPEN, *REST)),
        "".join(OPEN),
    ]


def test_a_line_that_is_wider_than_the_column_does_not_go_on_with_it() -> None:
    assert len(texts(column(*OPEN), column("本版责编某某电话某某地址某某"))) == 2


def test_where_paragraphs_are_flush_nothing_is_looked_for() -> None:
    other = [head("书屋亮灯"), *column(*WHOLE)]
    assert (
        texts([head("老桥"), *column(*OPEN)], other, column(*REST), indented=False)[-1] == REST[0]
    )


def test_words_go_on_where_the_next_one_had_no_room() -> None:
    left, right = column("two hundred", "people had"), column("crossed.")
    left[0].rows[-1].end = 60
    assert texts(left, right) == ["two hundred people had crossed."]
