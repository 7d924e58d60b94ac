"""From paragraphs to lines with looks."""

from store.press.document.paragraph import Paragraph
from store.press.document.set_lines import set_lines
from store.press.dump.lines.look import Look, SetLine
from tests.store.press.document.offices import FERRY, WELL


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


def test_what_most_of_the_text_is_sets_nothing_apart() -> None:
    lines = set_lines([Paragraph(FERRY[0], 12.0, bold=True, centred=True), Paragraph("渡口", 12.0)])
    assert [line.look for line in lines] == [Look(), Look()]


def test_indents_and_blanks() -> None:
    lines = set_lines([Paragraph("渡口", 12.0, indented=True), Paragraph(" "), text()])
    assert lines[:2] == [SetLine("　　渡口"), SetLine()]
    assert set_lines([Paragraph("　　　　　　渡口"), text()])[0].look.centred


def test_a_role_by_name_stays() -> None:
    lines = set_lines([Paragraph("老船靠岸", role="caption"), text()])
    assert [line.look.role for line in lines] == ["caption", ""]


def test_a_headline_that_a_line_break_parts_is_one_line() -> None:
    first, second = (Paragraph(each, 22.0, goes_on=at > 0) for at, each in enumerate("渡船"))
    assert [line.text for line in set_lines([first, second, text()])][:1] == ["渡 船"]
    other = Paragraph("船", 16.0, goes_on=True)
    assert [line.text for line in set_lines([first, other, text()])][:2] == ["渡", "船"]
    assert len(set_lines([text(), Paragraph("船", 12.0, goes_on=True)])) == 2


def test_a_column_is_as_large_as_it_is() -> None:
    column = Paragraph("春耕一线", 22.0, role="column")
    assert set_lines([column, text()])[0].look == Look(role="column")
