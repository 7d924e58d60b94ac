"""Jumps: a story and its continuation become one article, over as many pages as it takes."""

import pytest
from msgspec.structs import replace

from store.doubts import Doubt
from store.models import Article, Byline, Jump, Part
from store.press.dump.lines.lines import Line
from store.press.dump.stories.jumps import join_jumps, read_jump, split_jump_notes

FRONT = Article(
    page="1",
    headline="一桥一策护好古桥",
    byline=(Byline("记者", ("白露",)),),
    paragraphs=("修缮方案公布前，县里开了",),
    jump=Jump("2", "（下转2版）"),
)
BACK = Article(
    page="02",
    headline="一桥一策",
    byline=(Byline("记者", ("白露",)), Byline("摄", ("江一帆",))),
    paragraphs=("六场“桥头会”。", "老石匠", "他收了徒弟。"),
    crossheads=(1,),
    captions=("图为南渡廊桥。",),
    continues=Jump("一", "（上接第一版）"),
    lines=(30, 33),
)


def test_a_sentence_broken_by_the_jump_is_mended() -> None:
    (story,) = join_jumps([FRONT, BACK])
    assert story.paragraphs == ("修缮方案公布前，县里开了六场“桥头会”。", "老石匠", "他收了徒弟。")
    assert story.parts == (Part("02", 0, 12, "一桥一策", (30, 33)),)
    assert story.crossheads == (1,)
    assert story.jump == Jump("2", "（下转2版）", resolved=True)
    assert story.captions == ("图为南渡廊桥。",)
    assert story.byline == (Byline("记者", ("白露",)), Byline("摄", ("江一帆",)))


def test_where_the_rest_stands_on_its_page_is_kept() -> None:
    area = ((0, 0), (300, 0), (300, 400), (0, 400))
    (story,) = join_jumps([FRONT, replace(BACK, area=area)])
    assert [part.area for part in story.parts] == [area]


def test_a_finished_sentence_is_followed_by_a_new_paragraph() -> None:
    (story,) = join_jumps([replace(FRONT, paragraphs=("方案公布。",)), BACK])
    assert story.paragraphs[:2] == ("方案公布。", "六场“桥头会”。")
    assert story.parts[0].paragraph == 1
    assert story.crossheads == (2,)


def test_a_story_is_as_sure_as_its_least_sure_part() -> None:
    doubts = (Doubt("bounds", "near_call"),)
    rest = replace(BACK, confidence=0.48, doubts=doubts)
    (story,) = join_jumps([replace(FRONT, confidence=0.9), rest])
    assert (story.confidence, story.doubts) == (0.48, doubts)


def test_a_story_goes_on_over_three_pages() -> None:
    middle = replace(BACK, jump=Jump("3", "（下转3版）"))
    last = replace(BACK, page="3", paragraphs=("完。",), crossheads=(), continues=Jump("2", ""))
    (story,) = join_jumps([FRONT, middle, last])
    assert [part.page for part in story.parts] == ["02", "3"]
    assert story.paragraphs[-1] == "完。"


def test_a_later_page_may_come_with_the_rest() -> None:
    middle = replace(BACK, jump=Jump("3", "（下转3版）"))
    last = replace(BACK, page="3", paragraphs=("完。",), crossheads=(), continues=Jump("2", ""))
    (half,) = join_jumps([FRONT, middle])
    assert half.jump == Jump("3", "（下转3版）")
    assert join_jumps([half, last]) == join_jumps([FRONT, middle, last])


def test_of_two_continuations_the_likelier_headline_is_taken() -> None:
    other = replace(BACK, headline="春茶今日开园", paragraphs=("茶农说。",))
    story, left = join_jumps([FRONT, other, BACK])
    assert "桥头会" in story.paragraphs[0]
    assert left is other


@pytest.mark.parametrize(
    "other",
    [
        replace(BACK, page="3"),
        replace(BACK, continues=Jump("4", "（上接4版）")),
        replace(BACK, continues=None),
    ],
)
def test_what_does_not_fit_stays_open(other: Article) -> None:
    assert join_jumps([FRONT, other]) == (FRONT, other)


@pytest.mark.parametrize(
    ("text", "page"),
    [
        *(("（下转2版）", "2"), ("（下转第二版）", "2"), ("下转A03版", "A3"), ("(上接1版)", "1")),
        *(("（紧接第一版）", "1"), ("Continued on Page 12", "12")),
    ],
)
def test_the_page_of_a_note(text: str, page: str) -> None:
    assert read_jump(Line(text, 1, 1)) == Jump(page, text)


def test_notes_within_a_line_are_split_jump_notes() -> None:
    text = "他说，桥修好了，手艺也要传下去，年轻人要跟上来，一代接一代。"
    line = Line(f"（上接1版）{text}（下转3版）", 7, 7)
    assert [part.text for part in split_jump_notes([line])] == ["（上接1版）", text, "（下转3版）"]
    assert {part.first for part in split_jump_notes([line])} == {7}


def test_the_words_alone_are_no_notes() -> None:
    line = Line("两县在线上接诊的病人，由线下转到县医院，医生们忙到了深夜，第二天又上岗", 1, 1)
    assert split_jump_notes([line]) == [line]
