"""A page's number that stands alone in a masthead."""

from collections.abc import Callable

import pytest

from store.press.dump.lines.kinds import FURNITURE, PAGE_LINE
from store.press.dump.lines.lines import PAGE_BREAK, Line
from store.press.dump.told.lone_numbers import tell_page_numbers

Lines = Callable[[str], list[Line]]
BODY = "三座桥桥墩基础冲刷明显，五座桥栏板风化较重，其余四座状况良好，修缮从四月开始，年内完成。"


def kinds(lines: list[Line]) -> list[str]:
    return [line.kind for line in tell_page_numbers(lines)]


@pytest.mark.parametrize(
    ("masthead", "told"),
    [
        ("青溪时报\n2034年3月12日\n3\n要闻", ["", "", PAGE_LINE, FURNITURE]),
        ("青溪时报\n2034年3月12日\n3 要闻", ["", "", PAGE_LINE]),
        ("要闻　04\n青溪时报 2034-03-12", [PAGE_LINE, ""]),
    ],
)
def test_among_the_papers_name_and_its_day(lines_of: Lines, masthead: str, told: list[str]) -> None:
    assert kinds(lines_of(f"{masthead}\n\n古桥修好之后\n{BODY}")) == [*told, "", ""]


def test_on_each_page(lines_of: Lines) -> None:
    page = f"3\n青溪时报 2034-03-12\n\n{BODY}"
    lines = lines_of(f"{page}\n\f{page}")
    assert lines[3].gap >= PAGE_BREAK
    assert kinds(lines) == [PAGE_LINE, "", "", PAGE_LINE, "", ""]


def test_with_a_section_over_the_day_of_a_running_head(lines_of: Lines) -> None:
    lines = lines_of(f"{BODY}\n要闻 04\n\n2034年3月12日 星期日\n{BODY}\n气温 04\n{BODY}")
    assert kinds(lines) == ["", PAGE_LINE, "", "", "", ""]


@pytest.mark.parametrize(
    "running", ["青溪报 2034年3月12日 星期日\n\n02", "02\n\n2034年3月12日 www.qingxi.example"]
)
def test_beside_the_day_of_a_running_head(lines_of: Lines, running: str) -> None:
    lines = lines_of(f"{BODY}\n\n{running}\n\n{BODY}\n\n04\n\n{BODY}")
    assert [line.text for line in tell_page_numbers(lines) if line.kind] == ["02"]


@pytest.mark.parametrize(
    "text",
    [
        "2034年3月\n12\n星期日\n青溪时报",  # a day on several lines
        "青溪时报\n3\n要闻",  # no day
        "青溪时报 2034-03-12\n第3版\n12",  # a page line says it
        f"青溪时报 2034-03-12\n{BODY}\n12",
    ],
)
def test_other_numbers(lines_of: Lines, text: str) -> None:
    assert not any(kinds(lines_of(text)))
