"""Letters to the editor: what stands over a salutation is a headline."""

from collections.abc import Callable

import pytest

from store.press.dump.lines.kinds import BODY, HEAD
from store.press.dump.lines.lines import Line
from store.press.dump.told.letters import tell_letters

Lines = Callable[[str], list[Line]]
TEXT = "渡口的候船亭去年冬天被风掀了顶，下雨天大家只好站在雨里等船，老人孩子都淋着。"


@pytest.mark.parametrize(
    "salutation",
    ["编辑同志：", "尊敬的编辑：", "编辑您好！", "编者先生，", "贵报编辑部：", "編輯先生："],
)
def test_over_a_salutation(lines_of: Lines, salutation: str) -> None:
    for letter in (f"{salutation}{TEXT}", f"{salutation}\n{TEXT}"):
        lines = tell_letters(lines_of(f"候船亭该修了\n{letter}"))
        assert [line.kind for line in lines[:2]] == [HEAD, BODY]


@pytest.mark.parametrize("author", ["岑小满", "（岑小满）", "□ 小满", "作者：岑小满"])
def test_an_author_may_stand_between(lines_of: Lines, author: str) -> None:
    lines = tell_letters(lines_of(f"候船亭该修了\n{author}\n编辑同志：{TEXT}"))
    assert [line.kind for line in lines] == [HEAD, "", BODY]


def test_a_question_that_is_signed(lines_of: Lines) -> None:
    lines = tell_letters(lines_of("候船亭归谁修\n问：亭顶掀了找谁？\n读者 岑小满\n答：找航道站。"))
    assert [line.kind for line in lines] == [HEAD, BODY, "", ""]


@pytest.mark.parametrize(
    "text",
    [
        f"候船亭修好了\n{TEXT}\n编辑同志们都来了。{TEXT}",
        "守亭的人\n问：亭顶掀了找谁？\n答：找航道站。",
        f"编辑的话\n编辑部设在渡口。{TEXT}",
    ],
)
def test_what_is_no_letter(lines_of: Lines, text: str) -> None:
    assert not any(line.kind for line in tell_letters(lines_of(text)))
