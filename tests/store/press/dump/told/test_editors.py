"""Who edits a page is named beside its stories, and wrote none of them."""

from collections.abc import Callable

import pytest

from store.press.dump.lines.kinds import FURNITURE
from store.press.dump.lines.lines import Line
from store.press.dump.told.editors import tell_editors

Lines = Callable[[str], list[Line]]


@pytest.mark.parametrize(
    "text",
    [
        "责编 白露",
        "责任编辑 岑小满 版式 简宁",
        "編輯　白　露",
        "本版编辑：简宁 美编：白露",
        "本版责编：简宁　制图：白露",
        "本版责编　白露　　视觉　简宁",
        "主编 简宁 审读 白露、岑小满",
        "版面设计 白露 值班主任 简宁",
        "责任编辑：白露　美术编辑：岑小满　终审：简宁",
        "地址：青溪路1号 电话：0000-1 传真：0000-2 广告热线：0000-3 承印：青溪印务",
        "地址:雲坪道5號 電話:000 傳真:001 電郵:news@cp.example■編輯部電話:002■市場部熱線:003",
    ],
)
def test_editors(lines_of: Lines, text: str) -> None:
    assert [line.kind for line in tell_editors(lines_of(text))] == [FURNITURE]


@pytest.mark.parametrize(
    "text",
    [
        *("编辑同志：", "编辑部的来信", "本报记者 白露", "责编 谈古桥的修缮"),
        "报名地址：青溪路1号，咨询电话：0000-1，邮编：000000，7月1日前报名。",
    ],
)
def test_others(lines_of: Lines, text: str) -> None:
    assert not tell_editors(lines_of(text))[0].kind
