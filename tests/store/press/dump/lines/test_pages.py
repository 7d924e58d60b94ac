"""Pages: every printed form of their markers, and what only looks like one."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from store.press.dump.lines.kinds import FURNITURE, PAGE_LINE
from store.press.dump.lines.lines import Line
from store.press.dump.lines.pages import split_pages

Lines = Callable[[str], list[Line]]
BODY = "三座桥桥墩基础冲刷明显，五座桥栏板风化较重，其余四座状况良好，修缮从四月开始，年内完成。"


@pytest.mark.parametrize(
    ("marker", "number", "name"),
    [
        ("第2版 综合", "2", "综合"),
        ("第2页 综合", "2", "综合"),
        ("青溪时报 · 综合 · 第2版", "2", "综合"),
        ("版次：2", "2", ""),
        ("第02版：综 合", "2", "综合"),
        ("００００２版:综合", "2", "综合"),
        ("第A0004版:飞越", "A4", "飞越"),
        ("2版", "2", ""),
        ("02 版", "2", ""),
        ("第二版 要闻", "2", "要闻"),
        ("第十二版", "12", ""),
        ("A10 地方新聞", "A10", "地方新聞"),
        ("2 综合 2024年3月12日 星期二", "2", "综合"),
        ("( 2024年3月12日 第 02 版 )", "2", ""),
        ("青溪时报 2024年3月12日 星期二 第2版", "2", ""),
        ("Page 2", "2", ""),
        ("第3版()", "3", ""),
    ],
)
def test_a_marker_begins_its_page(lines_of: Lines, marker: str, number: str, name: str) -> None:
    pages = split_pages(lines_of(f"{BODY}\n{marker}\n{BODY}"))
    assert (pages[1].number, pages[1].name) == (number, name)
    assert [line.text for line in pages[1].aside] == [marker]
    assert [line.text for line in pages[1].lines] == [BODY]


@pytest.mark.parametrize(
    "line",
    [
        "（下转2版）",
        "详见3版",
        "我县推广垃圾分类2.0版本",
        "今日8版",
        "青溪时报 2024年3月12日 星期二 今日8版",
        "第2版的消息说，修缮从四月开始",
    ],
)
def test_other_lines_are_none(lines_of: Lines, line: str) -> None:
    assert len(split_pages(lines_of(f"{BODY}\n{line}\n{BODY}"))) == 1


def test_a_day_set_apart_is_no_entry_of_a_list(lines_of: Lines) -> None:
    pages = split_pages(lines_of(f"{BODY}\nA 07 文化\n2 0 3 4 年 3 月 1 2 日\n{BODY}"))
    assert [page.number for page in pages] == ["A6", "A7"]


def test_a_masthead_belongs_to_the_page_whose_marker_follows(lines_of: Lines) -> None:
    (page,) = split_pages(lines_of(f"青溪时报\n2024年3月12日\n第3版\n{BODY}"))
    assert page.number == "3"
    assert [line.text for line in page.lines] == ["青溪时报", "2024年3月12日", BODY]


def test_what_stands_before_the_first_marker_is_the_page_before(lines_of: Lines) -> None:
    assert [page.number for page in split_pages(lines_of(f"{BODY}\nA03 综合\n{BODY}"))] == [
        *("A2", "A3")
    ]


def test_wide_blanks_part_what_a_page_line_prints(lines_of: Lines) -> None:
    wide = " " * 20
    (page,) = split_pages(lines_of(f"青溪时报{wide}2034年3月12日 星期日{wide}第3版 城事\n古桥"))
    assert (page.number, page.name) == ("3", "城事")
    (table,) = split_pages(lines_of(f"名次{wide}球队{wide}积分"))
    assert table.lines[0].text == f"名次{wide}球队{wide}积分"


def test_what_a_site_has_put_before_the_first_marker_makes_no_page(lines_of: Lines) -> None:
    rule = replace(lines_of("━" * 60)[0], kind=FURNITURE)
    (page,) = split_pages([rule, *lines_of("第3版 城事\n古桥体检完成")])
    assert page.number == "3"


def test_a_list_of_markers_is_navigation(lines_of: Lines) -> None:
    text = f"01版:要闻\n02版:要闻\n03版:综合\n04版:综合\n{BODY}"
    (page,) = split_pages(lines_of(text))
    assert (page.number, len(page.lines)) == ("", 5)


def test_told_page_lines_are_not_weighed_though_they_are_navigation(lines_of: Lines) -> None:
    told = [replace(line, kind=PAGE_LINE) for line in lines_of("第1版\n第2版\n第3版")]
    (page,) = split_pages([*told, *lines_of(BODY)])
    assert ([*page.aside], len(page.lines)) == (told, 1)


def test_a_title_with_its_page_behind_begins_none(lines_of: Lines) -> None:
    text = f"老街改造留住烟火气（2版）\n棋坛小将夺冠（第4版）\n第1版 要闻\n{BODY}"
    assert [page.number for page in split_pages(lines_of(text))] == ["1"]


def test_entries_of_contents_are_no_pages(lines_of: Lines) -> None:
    text = f"{BODY}\n导读\n02版 三所村小用上太阳能热水\n03版 周末集市\n04版 老石匠的新徒弟们上岗"
    assert [page.number for page in split_pages(lines_of(text))] == [""]


def test_form_feeds_count_pages(lines_of: Lines) -> None:
    pages = split_pages(lines_of(f"{BODY}\n\f青溪时报\n{BODY}\n\f青溪时报\n3版\n{BODY}"))
    assert [page.number for page in pages] == ["1", "2", "3"]


def test_pages_told_before_are_read_in_their_own_form(lines_of: Lines) -> None:
    lines = lines_of("1|要闻\n古桥体检完成\n2|副刊\n守窑人\n")
    lines[::2] = [replace(line, kind=PAGE_LINE) for line in lines[::2]]
    assert [(page.number, page.name) for page in split_pages(lines)] == [
        ("1", "要闻"),
        ("2", "副刊"),
    ]


def test_a_page_line_that_begins_no_page_is_furniture() -> None:
    lines = [Line(f"第{n}版(要闻)专栏:", n, n, kind=PAGE_LINE) for n in (1, 2, 3)]
    [page] = split_pages([Line("目录", 0, 0), *lines])
    assert {line.kind for line in page.lines if line.text != "目录"} <= {FURNITURE}


def test_the_page_below_the_links_to_it_begins_here(lines_of: Lines) -> None:
    links = "A01：头版\nA02：要闻\nA03：城事"
    (page,) = split_pages(lines_of(f"{links}\n第A02版：要闻\n{BODY}"))
    assert (page.number, page.name, len(page.aside)) == ("A2", "要闻", 4)
    assert [line.text for line in page.lines] == [BODY]
