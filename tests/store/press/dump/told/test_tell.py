"""The steps together: each leaves alone what is told already."""

from collections.abc import Callable

from store.press.dump.lines.kinds import BYLINE, CREDIT, HEAD, LEAD, TAIL
from store.press.dump.lines.lines import Line
from store.press.dump.told.tell import tell

BODY = "昨日上午，南渡桥头的石狮子歪了半尺，养护工人用木杠把它扶正。"


def kinds(lines: list[Line]) -> list[str]:
    return [line.kind for line in tell(lines)]


def test_a_page_of_stories(lines_of: Callable[[str], list[Line]]) -> None:
    text = f"石狮子扶正\n白露\n{BODY}\n新华社南渡3月11日电\n早市搬家\n本报讯（记者 白露）{BODY}"
    assert kinds(lines_of(text)) == ["", BYLINE, "", TAIL, HEAD, ""]


def test_a_page_of_briefs(lines_of: Callable[[str], list[Line]]) -> None:
    assert kinds(lines_of(f"{BODY}\n(白露 摄)\n{BODY}\n(江一帆 摄)")) == [LEAD, CREDIT] * 2
