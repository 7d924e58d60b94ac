"""What the headings of a document are."""

from store.press.document.paragraph import Paragraph
from store.press.document.roles import roles_of
from store.press.dump.lines.look import Look
from tests.store.press.document.offices import FERRY, WELL


def roles(*paragraphs: Paragraph) -> list[str]:
    looks = [
        Look(round(each.size / 12.0, 1) if each.size else 1.0, each.bold) for each in paragraphs
    ]
    return roles_of(paragraphs, looks)


def text(at: int = 0) -> Paragraph:
    return Paragraph((*FERRY, *WELL)[at], 12.0)


def test_headings_over_text_are_heads_and_what_is_beneath_parts_them() -> None:
    first, second, third = (Paragraph("渡口守船人的一天", level=level) for level in (2, 3, 4))
    assert roles(first, text(), second, text(1), first, text(2)) == [
        *("head", "", "crosshead", "", "head", "")
    ]
    column = Paragraph("要闻", level=2)
    found = roles(column, second, text(), third, text(1), second, text(2), column, second, text(3))
    assert found == [
        *("column", "head", "", "crosshead", "", "head", "", "column", "head", ""),
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


def test_lines_that_are_all_set_alike_are_heads() -> None:
    first, second = Paragraph("渡口守船人", bold=True), Paragraph("老井清淤", bold=True)
    byline, part = Paragraph("本报记者 柳青舟", bold=True), Paragraph("一、修船", bold=True)
    found = roles(first, byline, text(), part, text(1), second, text(2))
    assert found == ["head", "", "", "", "", "head", ""]
    assert set(roles(first, text())) == {""}


def test_what_begins_a_cell_parts_nothing() -> None:
    head, small = Paragraph("渡口守船人", 22.0), Paragraph("老井清淤", 16.0, starts=True)
    assert roles(head, text(), head, text(1), small, text(2))[4] == "head"


def test_a_masthead_stands_over_the_day() -> None:
    name, day = Paragraph("The Riverside Daily", level=1), "Saturday, April 5, 2031"
    head = Paragraph("A ferry that has run for long", level=2)
    assert roles(name, Paragraph(day, role="head"), head, text())[:3] == ["furniture", "", "head"]
    title = Paragraph("渡口守船人的一天", level=1)
    assert roles(title, Paragraph("2031年4月5日 08:00"), text(), title, text())[0] == "head"


def test_a_subhead_and_crossheads_of_two_levels_are_one_storys() -> None:
    head, subhead = Paragraph("渡口守船人的一天", level=2), Paragraph("桥通了船照开", level=4)
    part = Paragraph("船怎样修", level=3)
    found = roles(head, subhead, text(), part, text(1), part, text(2))
    assert found == ["head", "head", "", "crosshead", "", "crosshead", ""]


def test_a_heading_over_a_day_alone_stands_over_no_text() -> None:
    name, head = Paragraph("渡口早知道今天的消息", level=1), Paragraph("渡口守船人", level=2)
    day = Paragraph("2031年4月5日 星期六")
    found = roles(name, day, head, text(), head, text(1))
    assert found == ["furniture", "", "head", "", "head", ""]
