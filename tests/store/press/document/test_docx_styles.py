"""Styles of a .docx."""

from store.press.document.docx_styles import Styles, paragraph_setting, run_setting
from store.press.document.paragraph import PLAIN, Setting
from store.press.markup.parse import Element
from store.press.markup.xml import parse_xml
from tests.store.press.document.offices import BOLD, CENTRE, STYLES, W, size, style


def node(tag: str, inner: str) -> Element:
    root = parse_xml(f"<w:{tag} {W}>{inner}</w:{tag}>".encode())
    assert root is not None
    return root


def test_a_style_has_what_it_is_based_on() -> None:
    styles = Styles(node("styles", STYLES))
    third = styles.style("3")
    assert (third.size, third.bold, third.level) == (14.0, True, 4)
    assert styles.defaults.size == 12.0
    assert styles.of_paragraph(None) == styles.defaults
    own = node("pPr", f'<w:pStyle w:val="t"/>{CENTRE}<w:outlineLvl w:val="9"/>')
    assert styles.of_paragraph(own) == Setting(size=28.0, centred=True, level=0)
    run = node("rPr", '<w:b w:val="0"/>')
    assert styles.of_run(run, third).bold is False


def test_styles_in_a_circle_end() -> None:
    circle = style("x", "a", "y", run=BOLD) + style("y", "b", "x", run=size(20))
    found = Styles(node("styles", circle)).style("x")
    assert (found.bold, found.size) == (True, 20.0)


def test_without_styles_nothing_is_said() -> None:
    assert Styles(None).of_paragraph(None) == PLAIN
    assert Styles(None).style("none") == PLAIN


def test_what_paragraphs_say() -> None:
    said = paragraph_setting(
        node("pPr", '<w:ind w:firstLine="480"/><w:jc w:val="left"/><w:outlineLvl w:val="1"/>'
             '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="7"/></w:numPr>')
    )  # fmt: skip
    assert said == Setting(centred=False, indented=True, level=3, number=("7", 1))
    assert paragraph_setting(node("pPr", '<w:ind w:hanging="480"/>')) == Setting(indented=False)
    assert paragraph_setting(node("pPr", '<w:outlineLvl w:val="inf"/>')) == Setting(level=2)


def test_what_runs_say() -> None:
    said = run_setting(
        node("rPr", '<w:rFonts w:ascii="Arial" w:eastAsia="黑体"/><w:sz w:val="44"/><w:vanish/>')
    )
    assert said == Setting(size=22.0, heavy=True, hidden=True)
    assert run_setting(node("rPr", '<w:sz w:val="x"/><w:b w:val="off"/>')) == Setting(bold=False)
