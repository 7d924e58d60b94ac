"""Captions and mastheads are told by their place."""

from store.press.dump.lines.kinds import CAPTION, COLUMN, CROSSHEAD, FURNITURE, HEAD
from store.press.pdf.blocks import Block
from store.press.pdf.roles import (
    tell_captions,
    tell_crossheads,
    tell_heads,
    tell_labels,
    tell_masthead,
)
from store.press.pdf.shapes import Box, Shapes
from tests.store.press.pdf.builders import MEASURE, column, head, text_row

PICTURE = Box(0.0, -100.0, 100.0, -5.0)


def role(block: Block, picture: Box = PICTURE) -> str:
    tell_captions([[block]], Shapes([], [], [picture]), MEASURE)
    return block.role


def test_small_letters_beneath_a_picture_are_its_caption() -> None:
    assert role(Block([text_row("修好的老桥", size=8)])) == CAPTION


def test_words_of_captions_tell_as_well() -> None:
    assert role(column("图为修好的老桥。")[0]) == CAPTION


def test_text_beneath_a_picture_is_text() -> None:
    assert role(column("老桥昨天修好了。")[0]) == ""


def test_a_caption_far_from_every_picture_is_left_to_its_words() -> None:
    assert role(column("图为修好的老桥。")[0], Box(300, 0, 400, 50)) == ""


def test_an_empty_frame_may_be_a_picture() -> None:
    block = column("图为修好的老桥。")[0]
    tell_captions([[block]], Shapes([], [PICTURE], []), MEASURE)
    assert block.role == CAPTION


def masthead(*blocks: Block) -> list[str]:
    tell_masthead([blocks], 1000)
    return [block.role for block in blocks]


def test_the_name_of_a_paper_is_no_headline() -> None:
    assert masthead(head("临江日报"), head("老桥修好了")) == [FURNITURE, ""]


def test_a_name_like_no_other_is_told_by_the_day_beneath_it() -> None:
    (day,) = column("2031年4月5日 星期六")
    assert masthead(head("今日临江"), day, head("老桥修好了")) == [FURNITURE, "", ""]


def test_a_headline_under_a_running_head_is_one() -> None:
    (day,) = column("2031年4月5日 星期六")
    title = head("老桥修好了")
    title.rows[0].top, title.rows[0].bottom = 40, 60
    assert masthead(day, title) == ["", ""]


def test_heads_nearly_as_large_as_the_last_headline_are_headlines() -> None:
    blocks = [head("老桥修好了", 16), head("书屋亮灯", 13), head("县城大会", 40), head("修桥", 13)]
    tell_heads(blocks, MEASURE)
    assert [block.role for block in blocks] == [HEAD, HEAD, HEAD, ""]


def crossheads(*texts: str) -> list[str]:
    blocks = [block for text in texts for block in column(text, indented=True)]
    tell_crossheads(blocks)
    return [block.text for block in blocks if block.role == CROSSHEAD]


PARAGRAPH = "老桥修好了。"


def test_a_short_line_that_is_set_in_over_a_paragraph_is_a_crosshead() -> None:
    assert crossheads(PARAGRAPH, "修桥的人", PARAGRAPH) == ["修桥的人"]
    assert crossheads("这个村庄：", "修桥的人", PARAGRAPH) == ["这个村庄：", "修桥的人"]


def test_a_name_is_no_crosshead_and_lines_of_verse_are_none() -> None:
    assert crossheads("白露", PARAGRAPH) == []
    assert crossheads("本报记者 白露", PARAGRAPH) == []
    assert crossheads("春天的水绿了", "河边的桥弯了", "远处的人来了", PARAGRAPH) == []
    assert crossheads("一桥飞架，", PARAGRAPH) == []


def test_a_short_line_alone_over_a_headline_is_the_label_of_a_column() -> None:
    label, title = column("河边论坛")[0], head("老桥修好了")
    title.role = HEAD
    tell_labels([label, title])
    assert label.role == COLUMN


def test_who_wrote_is_no_label_and_a_sentence_is_none() -> None:
    title = head("老桥修好了")
    title.role = HEAD
    for text in ("白露", "老桥修好了。"):
        (line,) = column(text)
        tell_labels([line, title])
        assert line.role == ""
