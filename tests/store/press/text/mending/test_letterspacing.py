"""Blanks between characters go; those between words and names stay."""

import pytest

from store.press.text.mending.letterspacing import SPACED, close_up

JUSTIFIED = (
    "青 溪 县 今 年 安 排 专 项 资 金，年 内 完成 望 月 桥 修 缮。\n"
    "贺 勇\n"
    "县 里 请 来 技 术 人 员，用 三 维 扫描 为 12 座 古 桥 做 了 体 检。"
)


@pytest.mark.parametrize(
    ("text", "closed"),
    [
        ("古 桥 修 缮 开 工", "古桥修缮开工"),
        ("青 溪 时 报", "青溪时报"),
        ("云 栈 周 报", "云栈周报"),
        ("古  桥  修  缮  开  工", "古桥修缮开工"),
        ("　　古　桥　修　缮　开　工", "　　古桥修缮开工"),
        ("古 桥 修 缮  老 街 开 灯", "古桥修缮 老街开灯"),
        ("2 0 3 1 年 5 月 1 3 日  星 期 二", "2031年5月13日 星期二"),
        ("第 3 座 桥 用 上 LED 灯", "第3座桥用上LED灯"),
        ("特别报道：古 桥 修 缮 开 工", "特别报道：古桥修缮开工"),
        ("本 报 讯 （ 记 者 白 露 ） 桥 通 了 。", "本报讯（记者白露）桥通了。"),
    ],
)
def test_a_spaced_line_is_closed_up(text: str, closed: str) -> None:
    assert close_up(text) == (closed, {SPACED: 1})


@pytest.mark.parametrize(
    "text",
    [
        "要 闻",
        "贺 勇",
        "本报记者 贺 勇 刘 慧 简 宁",
        "贺 勇 简 宁",
        f"{'望月桥昨天修好了，大家都来看。' * 4} 贺 勇 简 宁",
        "编委：贺 勇 刘 慧 简 宁",
        "一桥一策护好古桥 让老桥连着新生活",
        "Old bridges pass their health check",
        "2031年5月13日 星期二 第1版",
    ],
)
def test_other_blanks_stay(text: str) -> None:
    assert close_up(text) == (text, {})


def test_a_page_that_is_spaced_out_is_closed_up_in_its_sentences() -> None:
    assert close_up(JUSTIFIED)[0].split("\n") == [
        "青溪县今年安排专项资金，年内完成望月桥修缮。",
        "贺 勇",
        "县里请来技术人员，用三维扫描为12座古桥做了体检。",
    ]
