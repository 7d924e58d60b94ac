"""Notices: several side by side are articles, one alone is left to be weighed."""

from collections.abc import Callable

import pytest

from store.press.dump.lines.kinds import BODY, HEAD, TAIL
from store.press.dump.lines.lines import Line
from store.press.dump.told.notices import tell_notices

Lines = Callable[[str], list[Line]]
LOST = "遗失声明\n云坪茶厂遗失公章一枚，声明作废。"
WATER = "停水公告\n因管道检修，3月12日南渡镇桥南停水，请提前储水。\n南渡自来水公司\n2024年3月11日"
NEWS = "早市搬进新棚\n三座桥桥墩基础冲刷明显，修缮从四月开始，年内完成。"


def kinds(lines: list[Line]) -> list[str]:
    return [line.kind for line in tell_notices(lines)]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_side_by_side(lines_of: Lines, gap: str) -> None:
    found = kinds(lines_of(gap.join((LOST, WATER, "讣告\n周老先生昨日辞世。"))))
    assert found == [HEAD, BODY, HEAD, BODY, TAIL, TAIL, HEAD, BODY]


def test_the_dead_are_named_so(lines_of: Lines) -> None:
    found = kinds(lines_of("讣告\n周老先生昨日辞世。\n治丧小组\n悼念\n诗人白露日前病逝。"))
    assert found == [HEAD, BODY, TAIL, HEAD, BODY]


def test_a_story_below_is_weighed(lines_of: Lines) -> None:
    assert kinds(lines_of(f"{LOST}\n{WATER}\n{NEWS}"))[-2:] == ["", ""]


@pytest.mark.parametrize(
    "text",
    [f"{LOST}\n{NEWS}", f"停水公告\n招标启事\n{NEWS}", f"{LOST}\n{NEWS}\n{LOST}\n{NEWS}\n{WATER}"],
)
def test_others_are_weighed(lines_of: Lines, text: str) -> None:
    assert not any(kinds(lines_of(text)))
