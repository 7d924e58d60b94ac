"""Marks of Markdown go from its lines; where no heading stands, nothing is Markdown."""

import pytest

from store.press.text.mending.markdown import MARKED, without_marks

HEADED = "## 窑火又亮\n"


@pytest.mark.parametrize(
    ("line", "plain"),
    [
        ("**本报记者 卞行舟**", "本报记者 卞行舟"),
        ("*卞行舟 / 文*", "卞行舟 / 文"),
        ("> 窑火要**守**，要等。", "窑火要守，要等。"),
        ("详见[西岭窑志](https://xiling.invalid/yao?a=1)。", "详见西岭窑志。"),
        ("![窑口的火](https://xiling.invalid/1.jpg)", "[窑口的火]"),
    ],
)
def test_marks_within_lines(line: str, plain: str) -> None:
    assert without_marks(HEADED + line) == (HEADED + plain, {MARKED: 1})


@pytest.mark.parametrize("text", ["**窑火又亮**\n> 三行", "#窑火# 今晚 *七* 点", "1 # 窑 *一*"])
def test_other_texts_keep_theirs(text: str) -> None:
    assert without_marks(text) == (text, {})


def test_a_bullet_and_a_rule_are_no_emphasis() -> None:
    text = HEADED + "* 上午：拉坯\n* 下午：上釉\n***\n3*4=12\n"
    assert without_marks(text) == (text, {})
