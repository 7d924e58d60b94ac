"""Lines that hold two things: each becomes a line of its own."""

from collections.abc import Callable

from store.press.dump.lines.kinds import HEAD
from store.press.dump.lines.lines import Line
from store.press.dump.lines.parting import split_page_lines

Lines = Callable[[str], list[Line]]


def test_a_headline_behind_its_page_is_a_line_of_its_own(lines_of: Lines) -> None:
    page, head, text = split_page_lines(lines_of("01版头版 - 古桥修好之后\n桥修好了。"))
    assert (page.text, head.text, head.kind) == ("01版头版 -", "古桥修好之后", HEAD)
    assert (page.first, head.first, text.first) == (1, 1, 2)


def test_a_headline_of_two_characters_behind_its_page(lines_of: Lines) -> None:
    page, head, _ = split_page_lines(lines_of("B02版副刊 - 屋檐\n雨来了它先眨一下。"))
    assert (page.text, head.text, head.kind) == ("B02版副刊 -", "屋檐", HEAD)


def test_a_short_headline_behind_a_bracket_with_page_and_section(lines_of: Lines) -> None:
    page, head, _ = split_page_lines(lines_of("【08版 副刊】麦客\n镰刀用布裹着。"))
    assert (page.text, head.text, head.kind) == ("【08版 副刊】", "麦客", HEAD)


def test_a_page_in_one_line_is_weighed_like_any_other(lines_of: Lines) -> None:
    rest = "南渡讯 老桥昨日修好，" + "过桥的人说，" * 8
    page, text = split_page_lines(lines_of(f"B12 副刊 2034 年 3 月 12 日(星期日) {rest}"))
    assert (page.text, text.text, text.kind) == ("B12 副刊 2034 年 3 月 12 日(星期日)", rest, "")


def test_a_row_of_pages_with_headlines_is_a_list_of_links(lines_of: Lines) -> None:
    lines = lines_of("01版头版 - 古桥修好之后\n02版综合 - 早市搬进新棚")
    assert split_page_lines(lines) == lines
