"""A story's box: the headline first, then its head, then its text."""

from typing import Any

from msgspec.structs import replace

from store.models import Article, Part
from tui.makeup.geometry import Rect
from tui.makeup.story import LONGEST, LONGEST_HEAD, StoryBlock
from tui.typeset import width

STORY = Article(
    headline="临水老桥换新颜",
    kicker="百年石桥月底通车",
    subhead="赶集要近十五里",
    paragraphs=("临水镇的老人说，这座桥修好以后，赶集要近十五里路。" * 9, "月底通车。"),
)


def told(block: StoryBlock, wide: int, high: int) -> list[str]:
    """Return the rows that a story draws in a box of this size."""
    (drawn,) = block.draw(Rect(0, 0, wide, high))
    assert drawn.item is not None
    assert drawn.item.article == block.article
    rows = [""] * high
    for piece in drawn.pieces:
        row = rows[piece.y]
        rows[piece.y] = row + " " * (piece.x - width(row)) + "".join(r.text for r in piece.runs)
    assert all(width(row) <= wide for row in rows)
    return [row.strip() for row in rows]


def test_the_headline_comes_first_then_its_head_then_the_text() -> None:
    block = StoryBlock(STORY)
    assert told(block, 20, 1) == ["临水老桥换新颜"]
    assert told(block, 20, 2) == ["百年石桥月底通车", "临水老桥换新颜"]
    assert told(block, 20, 3)[2] == "赶集要近十五里"
    assert told(block, 20, 5)[3].startswith("临水镇的老人说")
    assert told(block, 20, 5)[4].endswith("…")


def test_a_lead_is_spaced_out_between_blank_lines() -> None:
    rows = told(StoryBlock(STORY, leads=True), 60, 12)
    assert rows[:5] == ["百年石桥月底通车", "", "临 水 老 桥 换 新 颜", "", "赶集要近十五里"]


def test_a_wide_box_has_its_text_in_columns() -> None:
    rows = told(StoryBlock(STORY), 57, 20)
    assert "   " in rows[5]


def test_a_box_needs_its_headline_and_fills_no_more_than_its_text() -> None:
    block = StoryBlock(STORY)
    assert block.least(40) == 1
    assert block.least(8) == 2
    most = block.most(40)
    assert told(block, 40, most + 3)[-1] == ""
    assert told(block, 40, most)[-2:] != ["", ""]


def test_no_more_of_a_text_is_set_than_a_page_has_room_for() -> None:
    block = StoryBlock(replace(STORY, paragraphs=("桥" * (9 * LONGEST),)))
    assert block.most(40) < LONGEST
    assert told(block, 40, 9)[-1].endswith("…")


def test_what_goes_on_here_says_where_it_comes_from() -> None:
    part = Part("2", 1, 0, headline="老桥换新颜（下）")
    story = replace(STORY, page="1")
    rows = told(StoryBlock(story, part=part), 20, 5)
    assert rows[:3] == ["上接1版", "老桥换新颜（下）", "月底通车。"]


def test_a_story_without_a_headline_begins_with_its_text(builder: Any) -> None:
    assert told(StoryBlock(Article(paragraphs=("晴。",))), 20, 1) == ["晴。"]


def test_of_a_head_without_an_end_only_its_beginning_is_set() -> None:
    endless = "桥" * 20 * LONGEST_HEAD
    story = replace(STORY, headline=endless, kicker=endless, subhead=endless)
    block = StoryBlock(story, leads=True)
    assert block.most(20) < LONGEST_HEAD
    assert told(block, 20, 3)[-1].endswith("…")
