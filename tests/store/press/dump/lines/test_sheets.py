"""Sheets of a PDF: numbers and running heads are furniture, and stories run on across them."""

from store.press.dump.lines.kinds import FURNITURE, PAGE_LINE
from store.press.dump.lines.lines import PAGE_BREAK, Line, split_lines
from store.press.dump.lines.sheets import tell_sheets

FIRST = """\
古桥体检完成
青溪县境内现存清代以前石桥四十七座，其中列入保护
名录的十二座。县里请来技术人员为古桥做体检，每座
"""
SECOND = """\
桥都有了自己的档案。
三座桥桥墩基础冲刷明显，五座桥栏板风化较重。
"""
THIRD = """\
南渡书屋亮灯了
书屋由旧粮站改建，藏书一万四千册。
"""


def furniture(lines: list[Line]) -> list[str]:
    return [line.text for line in lines if line.kind == FURNITURE]


def test_a_counted_sheet_says_what_it_is() -> None:
    lines = tell_sheets(split_lines(f"{FIRST}\n第 41 页\n\f{SECOND}\n第 42 页\n\f{THIRD}"))
    assert furniture(lines) == ["第 41 页", "第 42 页"]
    gaps = {line.text[:4]: line.gap for line in lines if not line.kind}
    assert (gaps["桥都有了"], gaps["南渡书屋"]) == (0, 1), "one runs on, one begins anew"


def test_it_does_so_without_form_feeds() -> None:
    lines = tell_sheets(split_lines(f"{FIRST}\n- 3/12 -\n\n{SECOND}"))
    assert furniture(lines) == ["- 3/12 -"]
    assert [line.gap for line in lines] == [0] * 6


def test_bare_numbers_count_where_text_runs_on() -> None:
    more = "修缮从四月开始，先修望月桥，再修南渡廊桥，年内\n8\n\f全部完工。"
    text = f"{FIRST}\n7\n\f{SECOND}{more}"
    assert furniture(tell_sheets(split_lines(text))) == ["7", "8"]


def test_where_none_does_numbers_from_one_on_are_those_of_pages() -> None:
    lines = tell_sheets(split_lines(f"1\n{THIRD}\f2\n{THIRD}"))
    assert [line.text for line in lines if line.kind == PAGE_LINE] == ["1", "2"]
    assert [line.gap for line in lines if line.kind] == [0, PAGE_BREAK]


def test_one_in_the_masthead_is_of_the_papers_page() -> None:
    lines = tell_sheets(split_lines(f"溪报\n第8页\n{THIRD}"))
    assert [line.text for line in lines if line.kind == PAGE_LINE] == ["第8页"]
    lines = tell_sheets(split_lines(f"溪报\n第3版\n{THIRD}\n第8页"))
    assert furniture(lines) == ["第8页"]


def test_what_returns_on_every_sheet_is_furniture() -> None:
    sheets = [
        f"青溪时报合订本 {at}\n{text}\n第 {at} 页\n"
        for at, text in enumerate((FIRST, SECOND, THIRD), 5)
    ]
    lines = tell_sheets(split_lines("\f".join(sheets)))
    assert furniture(lines) == [
        *(
            "青溪时报合订本 5",
            "第 5 页",
            "青溪时报合订本 6",
            "第 6 页",
            "青溪时报合订本 7",
            "第 7 页",
        )
    ]


def test_form_feeds_between_pages_stay() -> None:
    text = f"{SECOND}\f{THIRD}\f{SECOND}"
    lines = split_lines(text)
    assert tell_sheets(lines) == lines
    paged = tell_sheets(
        split_lines(f"第1版 要闻\n{FIRST}\n第 1 页\n\f第2版 综合\n{THIRD}\n第 2 页")
    )
    assert [line.gap for line in paged if line.text == "第2版 综合"] == [PAGE_BREAK]


def test_numbers_between_dashes_count_sheets_without_form_feeds() -> None:
    lines = tell_sheets(split_lines(f"{FIRST}\n- 13 -\n{SECOND}\n- 14 -\n{THIRD}\n- 15 -\n"))
    assert furniture(lines) == ["- 13 -", "- 14 -", "- 15 -"]
    assert {line.text[:4]: line.gap for line in lines if not line.kind}["桥都有了"] == 0


def test_scores_between_dashes_are_text() -> None:
    assert furniture(tell_sheets(split_lines(f"{FIRST}\n- 2 -\n{SECOND}\n- 2 -\n{THIRD}"))) == []


def test_a_running_head_is_one_also_below_the_first_masthead() -> None:
    head = "青溪时报合订本"
    sheets = [f"{head}\n{text}\n第 {at} 页\n" for at, text in enumerate((FIRST, SECOND, THIRD), 5)]
    lines = tell_sheets(split_lines("青溪时报\n2031年6月3日\n第2版\n" + "\f".join(sheets)))
    assert furniture(lines).count(head) == 3


def test_a_wide_running_head_counts_sheets() -> None:
    heads = [f"青溪日报 2034年3月12日{' ' * 30}{at}/3" for at in (1, 2, 3)]
    lines = split_lines(f"{heads[0]}\n{FIRST}\f{heads[1]}\n{SECOND}\f{heads[2]}\n{THIRD}")
    assert furniture(tell_sheets(lines)) == heads
