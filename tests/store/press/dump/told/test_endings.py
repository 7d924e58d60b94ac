"""Lines that close stories, told apart from headlines and leads."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from store.press.dump.lines.kinds import BODY as TEXT
from store.press.dump.lines.kinds import CREDIT, FURNITURE, TAIL
from store.press.dump.lines.lines import Line
from store.press.dump.told.endings import tell_endings

Lines = Callable[[str], list[Line]]
BODY = "三座桥桥墩基础冲刷明显，五座桥栏板风化较重，其余四座状况良好，修缮从四月开始，年内完成。"


def test_furniture_may_part_who_signs_from_the_text(lines_of: Lines) -> None:
    text, end, writer = lines_of(f"{BODY}\nEND\n记者：白露")
    lines = tell_endings([text, replace(end, kind=FURNITURE), writer])
    assert [line.kind for line in lines] == ["", FURNITURE, CREDIT]


@pytest.mark.parametrize(
    ("closing", "kind"),
    [
        ("新华社南渡3月11日电", TAIL),
        ("本报记者 白露", CREDIT),
        ("白露 岑小满", CREDIT),
        ("白露", ""),
        ("（白露 岑小满）", ""),
        ("云坪乡中心小学 白露", CREDIT),
        ("读者 白露", CREDIT),
        ("城南居民 白露", CREDIT),
        ("南渡里 一居民", CREDIT),
    ],
)
def test_behind_a_storys_last_paragraph(lines_of: Lines, closing: str, kind: str) -> None:
    lines = tell_endings(lines_of(f"{BODY}\n{closing}\n早市搬进新棚\n{BODY}"))
    assert [line.kind for line in lines] == ["", kind, "", ""]


def test_a_paragraph_that_a_telegram_closes_is_no_headline(lines_of: Lines) -> None:
    closed = "桥头的灯也亮了　　新华社南渡3月11日电"
    lines = tell_endings(lines_of(f"{BODY}\n{closed}\n早市搬进新棚\n{BODY}"))
    assert [line.kind for line in lines] == ["", TEXT, "", ""]


def test_a_byline_within_a_story_of_several_parts_is_weighed(lines_of: Lines) -> None:
    lines = tell_endings(lines_of(f"{BODY}\n本报记者 白露\n{BODY}"))
    assert not any(line.kind for line in lines)


@pytest.mark.parametrize("answer", ["【记者回音】", "编者的话：", "答：", "有关部门答复："])
def test_behind_who_signs_a_letter_the_paper_may_answer(lines_of: Lines, answer: str) -> None:
    lines = tell_endings(lines_of(f"{BODY}\n读者 白露\n{answer}{BODY}\n早市搬进新棚\n{BODY}"))
    assert [line.kind for line in lines] == ["", CREDIT, TEXT, "", ""]
