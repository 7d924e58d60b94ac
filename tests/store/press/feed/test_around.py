"""A story among the lines that feeds put around it."""

import pytest

from store.press.feed.around import story_of
from store.press.markup.paragraphs import Block

STORY = ["新桥今日通车，百姓称便。", "桥长一千二百米。"]


def told(*lines: str) -> tuple[list[str], bool]:
    found, is_cut = story_of([Block(line) for line in lines], "新桥通车")
    return [block.text for block in found], is_cut


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (["2024年3月5日 星期二"], []),
        (["新桥通车", "来源：临江报"], []),
        ([], ["（责任编辑：江一帆）", "阅读原文"]),
        ([], ["相关阅读", "渡口旧事", "灯会开幕"]),
        ([], ["广告", "分享到：", "微信"]),
        ([], ["The post 新桥通车 appeared first on 临江报.", "版权所有 临江报"]),
    ],
)
def test_a_story_is_told_alone(before: list[str], after: list[str]) -> None:
    assert told(*before, *STORY, *after) == (STORY, False)


def test_who_wrote_stays_and_a_story_is_told_once() -> None:
    signed = [*STORY, "记者｜江一帆"]
    assert told(*signed, "监制｜高远") == (signed, False)
    assert told(*STORY, *STORY) == (STORY, False)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["新桥今日通车 […]"], (["新桥今日通车"], True)),
        (["新桥今日通车……"], (["新桥今日通车……"], True)),
        ([*STORY, "灯火通明……"], ([*STORY, "灯火通明……"], False)),
        ([*STORY, "阅读全文"], (STORY, True)),
        ([], ([], True)),
    ],
)
def test_whether_the_end_is_missing(lines: list[str], expected: tuple[list[str], bool]) -> None:
    assert told(*lines) == expected
