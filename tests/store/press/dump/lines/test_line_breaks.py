"""Between two lines: whether the second goes on with the first one's paragraph."""

import pytest

from store.press.dump.lines.line_breaks import line_break, line_breaks
from store.press.dump.lines.lines import Line
from store.press.dump.lines.style import Style


@pytest.mark.parametrize(
    ("left", "right", "cut"),
    [
        ("要切实履行好管党治党的", "政治责任，破除思想障碍。", True),
        ("四乡的村民都来看，还有人带来了望远", "镜，站在桥头看了很久。", True),
        ("他说：“老桥修好了，", "手艺也要传下去。”", True),
        ("修缮从四月开始。", "茶农宋阿婆说。", False),
    ],
)
def test_a_line_break_shows_a_cut(left: str, right: str, *, cut: bool) -> None:
    found = line_break(Line(left, 1, 1), Line(right, 2, 2), Style())
    assert (found.continues > found.begins) is cut


def test_an_indent_begins_a_paragraph_where_paragraphs_are_indented() -> None:
    style = Style(indented=True)
    left = Line("三座桥桥墩基础冲刷明显，五座桥栏板", 1, 1, indent=4)
    flush = line_break(left, Line("风化较重。", 2, 2), style)
    indented = line_break(left, Line("风化较重。", 2, 2, indent=4), style)
    assert flush.continues > flush.begins
    assert indented.continues < indented.begins


def test_a_pair_that_stands_elsewhere_on_the_page_is_no_chance() -> None:
    left, right = Line("开工的那天，人们都来看望月桥的桥", 1, 1), Line("栏板怎么修", 2, 2)
    alone = line_break(left, right, Style())
    seen = line_break(left, right, Style(), text="五座桥栏板风化较重")
    assert seen.continues > alone.continues


def test_the_halves_around_a_caption_are_compared() -> None:
    lines = [
        Line("他说，老桥要", 1, 1),
        Line("图为南渡廊桥。", 2, 2),
        Line("修旧如旧。", 3, 3),
    ]
    with_caption = line_breaks(lines, [False, True, False], Style())
    without = line_breaks(lines, [False, False, False], Style())
    assert with_caption[2].continues > with_caption[2].begins
    assert without[2].continues < without[2].begins


def test_what_a_page_begins_with_may_go_on_from_the_page_before() -> None:
    (first,) = line_breaks([Line("修旧如旧。", 1, 1)], [False], Style())
    cut = line_break(Line("桥修好了。", 1, 1), Line("修旧如旧。", 2, 2), Style())
    assert first.continues > cut.continues
