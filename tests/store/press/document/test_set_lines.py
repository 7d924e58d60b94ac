"""From paragraphs to lines with looks."""

from store.press.document.paragraph import Paragraph
from store.press.document.set_lines import set_lines
from store.press.dump.lines.look import Look, SetLine
from tests.store.press.document.offices import FERRY, WELL


def roles(*paragraphs: Paragraph) -> list[str]:
    return [line.look.role for line in set_lines(paragraphs)]


def text(at: int = 0) -> Paragraph:
    return Paragraph((*FERRY, *WELL)[at], 12.0)


def test_most_text_is_the_measure() -> None:
    lines = set_lines(
        [Paragraph("渡口", 24.0, bold=True, centred=True), text(), Paragraph("注", 9.0)]
    )
    assert [line.look for line in lines] == [Look(2.0, True, True), Look(), Look(0.8)]


def test_a_font_for_heads_counts_only_where_the_text_has_another() -> None:
    heavy = Paragraph("渡口", 12.0, heavy=True)
    assert set_lines([heavy, text()])[0].look.bold
    assert not set_lines([heavy])[0].look.bold


def test_indents_and_blanks() -> None:
    lines = set_lines([Paragraph("渡口", 12.0, indented=True), Paragraph(" "), text()])
    assert lines[:2] == [SetLine("　　渡口"), SetLine()]
    assert set_lines([Paragraph("　　　　　　渡口"), text()])[0].look.centred


def test_headings_over_text_are_heads_and_what_is_beneath_parts_them() -> None:
    first, second, third = (Paragraph("渡口守船人的一天", level=level) for level in (2, 3, 4))
    assert roles(first, text(), second, text(1), first, text(2)) == [
        *("head", "", "crosshead", "", "head", "")
    ]
    column = Paragraph("要闻", level=2)
    found = roles(column, second, text(), third, text(1), second, text(2), column, second, text(3))
    assert found == [
        *("furniture", "head", "", "crosshead", "", "head", "", "column", "head", ""),
    ]


def test_subheads_stand_right_beside_heads() -> None:
    head, below = Paragraph("渡口守船人的一天", level=2), Paragraph("桥通了船照开", level=3)
    numbered = Paragraph("一、修船", level=3)
    assert roles(head, below, text(), head, below, text()) == ["head", "head", ""] * 2
    assert roles(head, numbered, text(), head, text(1), numbered, text(2))[1] == "crosshead"


def test_names_of_pages_papers_and_days_are_no_heads() -> None:
    names = [Paragraph(each, level=1) for each in ("临江晚报", "2031年4月5日", "第1版 要闻")]
    assert roles(*names, Paragraph("渡口守船人的一天", level=2), text())[:4] == ["", "", "", "head"]


def test_between_two_sizes_stand_crossheads_where_the_larger_heads_stories() -> None:
    head, between = Paragraph("渡口守船人的一天", 22.0), Paragraph("船是怎样修的", 15.0)
    story = (head, text(), between, text(1))
    assert roles(*story, head, between, text(2))[:4] == ["", "", "crosshead", ""]
    assert roles(*story, head, between, text(2))[4:] == ["", "", ""]
    assert "crosshead" not in roles(*story, between, text(2))


def test_a_role_by_name_stays() -> None:
    assert roles(Paragraph("老船靠岸", role="caption"), text()) == ["caption", ""]


def test_a_column_is_as_large_as_it_is() -> None:
    column = Paragraph("春耕一线", 22.0, role="column")
    assert set_lines([column, text()])[0].look == Look(role="column")
