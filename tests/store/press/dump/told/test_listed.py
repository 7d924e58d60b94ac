"""Lists of titles without a 导读: numbered, or each with its page alone under it."""

from collections.abc import Callable

import pytest

from store.press.dump.lines.kinds import FURNITURE, INDEX
from store.press.dump.lines.lines import Line
from store.press.dump.told.listed import tell_lists

Lines = Callable[[str], list[Line]]
BODY = "三座桥桥墩基础冲刷明显，五座桥栏板风化较重，其余四座状况良好，修缮从四月开始，年内完成。"
LIST = "1. 古桥修好之后\n2. 早市搬进新棚\n3. 水渠清淤"


def kinds(lines: list[Line]) -> list[str]:
    return [line.kind for line in tell_lists(lines)]


def test_a_numbered_list_that_says_so(lines_of: Lines) -> None:
    found = kinds(lines_of(f"青溪时报文章目录\n{LIST}\n南渡书屋亮灯\n{BODY}"))
    assert found == [FURNITURE, INDEX, INDEX, INDEX, "", ""]


def test_a_numbered_list_whose_titles_return(lines_of: Lines) -> None:
    assert kinds(lines_of(f"{LIST}\n早市搬进新棚\n{BODY}")) == [*[INDEX] * 3, "", ""]


@pytest.mark.parametrize("form", ["（{}）{}", "{} {}", "0{}. {}", "{}{}"])
def test_numbers_in_other_forms(lines_of: Lines, form: str) -> None:
    titles = ("古桥修好之后", "早市搬进新棚", "水渠清淤")
    digits = "①②③" if form == "{}{}" else "123"
    numbered = "\n".join(form.format(*entry) for entry in zip(digits, titles, strict=True))
    found = kinds(lines_of(f"目 录\n{numbered}\n水渠清淤\n{BODY}"))
    assert found == [FURNITURE, INDEX, INDEX, INDEX, "", ""]


@pytest.mark.parametrize("reference", ["［03版］", "（A04）", "（第3版）", "(详见 03 版)"])
def test_a_title_with_a_page_alone_under_it(lines_of: Lines, reference: str) -> None:
    text = f"{BODY}\n水渠为何三年不淤？\n{reference}\n一川山水 一夏清凉\n（A05）"
    assert kinds(lines_of(text)) == ["", *[INDEX] * 4]


def test_titles_that_say_where_their_stories_stand(lines_of: Lines) -> None:
    text = f"{BODY}\n水渠为何三年不淤？（见3版）\n一川山水 一夏清凉（详见第A05版）"
    assert kinds(lines_of(text)) == ["", INDEX, INDEX]


def test_a_section_with_its_page_over_a_title(lines_of: Lines) -> None:
    assert kinds(lines_of(f"要聞 P.2\n水渠三年不淤\n{BODY}")) == [INDEX, INDEX, ""]


@pytest.mark.parametrize(
    "text",
    [
        f"守则\n{LIST}\n{BODY}",  # a list within a story
        f"古桥修好之后\n（A04）\n{BODY}",
        f"{BODY}\n（第3版）",
        f"水渠三年不淤（相关报道见3版）\n{BODY}",
        f"水渠三年不淤（见3版）\n{BODY}",
        "1. 古桥修好之后\n3. 早市搬进新棚\n4. 水渠清淤\n水渠清淤",
    ],
)
def test_no_list(lines_of: Lines, text: str) -> None:
    assert not any(kinds(lines_of(text)))


def test_a_list_under_a_header_goes_on_past_other_lines(lines_of: Lines) -> None:
    text = (
        "青溪时报目录\n1. 古桥体检完成\n2. 春茶开园\n本版责编：白露\n4. 老街亮灯了\n5. 水库放水\n"
    )
    told = tell_lists(lines_of(f"{text}\n古桥体检完成\n"))
    assert [line.kind for line in told] == [*(FURNITURE, INDEX, INDEX, FURNITURE, INDEX, INDEX, "")]


@pytest.mark.parametrize(
    "form",
    ["A{:02}　{}", "{1}………{0:02}", "[{:02}] {}", "第{}版　{}", "{1} ……{0}版", "● {1}（{0}版）"],
)
def test_titles_beside_their_pages_under_a_header(lines_of: Lines, form: str) -> None:
    titles = ("古桥修好之后", "早市搬进新棚", "水渠清淤")
    entries = "\n".join(form.format(at, title) for at, title in enumerate(titles, 1))
    found = kinds(
        lines_of(f"【目录】\n{entries}\n水渠清淤\n《青溪时报》（2034年3月12日 第 1 版）\n{BODY}")
    )
    assert found == [FURNITURE, INDEX, INDEX, INDEX, "", "", ""]


@pytest.mark.parametrize("bullet", ["•", "■ ", "▶"])
def test_titles_with_bullets_that_return_below_are_contents(lines_of: Lines, bullet: str) -> None:
    titles = ("早市搬进新棚", "古桥修好之后", "渡口今夏复航")
    listed = "\n".join(bullet + title for title in titles)
    lines = tell_lists(lines_of(f"{listed}\n古桥修好之后\n修缮从四月开始，年内完成。"))
    assert [line.kind for line in lines] == [INDEX, INDEX, INDEX, "", ""]
    alone = tell_lists(lines_of(f"{listed}\n修缮从四月开始，年内完成。"))
    assert not any(line.kind for line in alone)
