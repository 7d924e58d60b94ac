"""How lines are set."""

import pytest

from store.press.dump.lines.look import Look, SetLine, text_of


@pytest.mark.parametrize(
    ("look", "apart"),
    [
        (Look(), False),
        (Look(size=0.8), False),
        (Look(size=1.4), True),
        (Look(bold=True), True),
        (Look(centred=True), True),
        (Look(role="head"), True),
    ],
)
def test_what_is_set_apart(look: Look, apart: bool) -> None:
    assert look.apart is apart


def test_each_line_is_one_line_of_the_text() -> None:
    lines = [SetLine("\f"), SetLine("　　春\n江\u2028水\r\n暖"), SetLine(), SetLine("鸭\x85先知")]
    assert text_of(lines).split("\n") == ["\f", "　　春 江 水  暖", "", "鸭 先知"]
