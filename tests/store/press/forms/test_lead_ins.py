"""Lead-ins: what agency and day say before a story begins, as printed."""

import pytest

from store.press.forms.lead_ins import read_lead_in


@pytest.mark.parametrize(
    "lead_in",
    [
        "本报讯",
        "本报讯（记者 白露）",
        "新华社北京3月11日电",
        "據新華社北京３月１１日電",
        "青溪日报讯 (记者 白露 通讯员 岑小满)",
        "〔記者張華／青溪報導〕",
        "［記者張華／青溪報導］",
        "本报讯（记者 柳（王争） 通讯员 白露）",
    ],
)
def test_a_lead_in_is_read_as_printed(lead_in: str) -> None:
    assert read_lead_in(f"{lead_in}修缮从四月开始。") == lead_in


@pytest.mark.parametrize(
    "paragraph",
    [
        "",
        "修缮从四月开始。",
        "茶农说，本报讯息灵通。",
        "新华社电·桥",
        "据新华社3月11日电，桥",
        "南渡晚报、青溪县广播电视台都来了。",
        "青溪日报和县里的电力公司修好了桥灯。",
    ],
)
def test_a_paragraph_without_one(paragraph: str) -> None:
    assert read_lead_in(paragraph) == ""
