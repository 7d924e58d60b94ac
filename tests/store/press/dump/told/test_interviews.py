"""What is asked and answered is text, however short."""

from collections.abc import Callable

import pytest

from store.press.dump.lines.kinds import BODY
from store.press.dump.lines.lines import Line
from store.press.dump.told.interviews import tell_interviews

Lines = Callable[[str], list[Line]]


@pytest.mark.parametrize(("asks", "answers"), [("问", "答"), ("记者", "白露"), ("Q", "A")])
def test_questions_and_answers(lines_of: Lines, asks: str, answers: str) -> None:
    talk = f"{asks}：修了几年桥？\n{answers}：三十年。\n{asks}：难吗？\n{answers}：难。"
    lines = tell_interviews(lines_of(f"修桥的人\n{talk}\n如今桥通了。"))
    assert [line.kind for line in lines] == ["", *[BODY] * 4, ""]


@pytest.mark.parametrize(
    "text",
    ["记者：白露\n编辑：简宁\n记者：陆渔\n编辑：简宁", "问：修了几年桥？\n答：三十年。"],
)
def test_others(lines_of: Lines, text: str) -> None:
    assert not any(line.kind for line in tell_interviews(lines_of(text)))
