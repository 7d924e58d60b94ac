"""Photo stories in a row: each begins behind the credit of the one before."""

from collections.abc import Callable

import pytest

from store.press.dump.lines.kinds import CREDIT, HEAD, LEAD
from store.press.dump.lines.lines import Line
from store.press.dump.told.briefs import tell_briefs

Lines = Callable[[str], list[Line]]
BODY = "昨日上午，南渡桥头的石狮子歪了半尺，养护工人用木杠把它扶正。"


def kinds(lines: list[Line]) -> list[str]:
    return [line.kind for line in tell_briefs(lines)]


def test_credits_on_lines_of_their_own(lines_of: Lines) -> None:
    text = f"{BODY}\n(白露 摄)\n{BODY}\n{BODY}\n（岑小满 江一帆 摄）"
    assert kinds(lines_of(text)) == [LEAD, CREDIT, LEAD, "", CREDIT]


def test_credits_behind_the_text(lines_of: Lines) -> None:
    assert kinds(lines_of(f"{BODY}本报记者 白露 摄\n{BODY} 江一帆 摄")) == [LEAD, LEAD]


def test_some_have_a_title(lines_of: Lines) -> None:
    text = f"石狮子扶正\n{BODY}\n白露 摄\n{BODY} 岑小满 摄\n石阶也修好了\n{BODY}\n江一帆 摄"
    assert kinds(lines_of(text)) == [HEAD, LEAD, CREDIT, LEAD, HEAD, LEAD, CREDIT]


def test_a_masthead_may_stand_over_them(lines_of: Lines) -> None:
    text = f"青溪时报\n2034年3月12日 星期日\n{BODY}\n记者 白露 通讯员 江一帆 摄\n{BODY} 图/岑小满"
    assert kinds(lines_of(text)) == ["", "", LEAD, CREDIT, LEAD]


@pytest.mark.parametrize(
    "text",
    [
        f"{BODY}\n(白露 摄)",
        f"溪报\n石狮子扶正\n{BODY}\n(白露 摄)\n{BODY}\n(江一帆 摄)",
        f"{BODY}\n(白露 摄)\n热线：8807657\n{BODY}\n(江一帆 摄)",
        f"{BODY}\n(白露 摄)\n{BODY}\n{BODY}\n{BODY}\n(江一帆 摄)",
    ],
)
def test_other_pages_are_weighed(lines_of: Lines, text: str) -> None:
    assert not any(kinds(lines_of(text)))


def test_a_short_text_behind_which_a_credit_stands_is_no_title(lines_of: Lines) -> None:
    text = f"{BODY}（白露 摄影报道）\n匠人在桥下添木料。图/江一帆\n{BODY}\n岑小满 摄"
    assert kinds(lines_of(text)) == [LEAD, LEAD, LEAD, CREDIT]
