"""Styles of an .odt."""

from store.press.document.odt_styles import Styles
from store.press.document.paragraph import Setting
from store.press.markup.parse import Element
from store.press.markup.xml import parse_xml
from tests.store.press.document.offices import ODF


def root(inner: str) -> Element:
    found = parse_xml(f"<a {ODF}>{inner}</a>".encode())
    assert found is not None
    return found


def style(name: str, parent: str, inner: str, more: str = "", family: str = "paragraph") -> str:
    return (
        f'<style:style style:name="{name}" style:family="{family}" {more}'
        f' style:parent-style-name="{parent}">{inner}</style:style>'
    )


STYLES = (
    '<style:default-style style:family="paragraph"><style:text-properties fo:font-size="10pt"/>'
    "</style:default-style>"
    + style("Heading", "", '<style:text-properties style:font-size-asian="20pt"/>')
    + style(
        "Heading_20_2",
        "Heading",
        '<style:text-properties style:font-size-asian="80%" style:font-weight-asian="bold"/>'
        '<style:paragraph-properties fo:text-align="center" fo:text-indent="0cm"/>',
    )
    + style("P1", "", '<style:paragraph-properties fo:text-indent="0.74cm"/>')
    + style("题注", "", "")
    + style("T1", "", '<style:text-properties text:display="none"/>', family="text")
)


def of(markup: str) -> Setting:
    return Styles([root(STYLES)]).of_paragraph(root(markup)[0])


def test_sizes_in_percent_are_of_the_parents() -> None:
    said = of('<text:p text:style-name="Heading_20_2"/>')
    assert said == Setting(16.0, bold=True, centred=True, indented=False, level=3)


def test_a_heading_says_its_level() -> None:
    assert of('<text:h text:outline-level="1"/>') == Setting(size=10.0, level=2)
    assert of('<text:h text:outline-level="x"/>').level == 2


def test_indents_and_names() -> None:
    assert of('<text:p text:style-name="P1"/>').indented
    assert of('<text:p text:style-name="题注"/>').role == "caption"


def test_a_span_is_set_over_what_is_around_it() -> None:
    span = root('<text:span text:style-name="T1"/>')[0]
    assert Styles([root(STYLES)]).of_span(span, Setting(size=9.0)) == Setting(9.0, hidden=True)


def test_styles_in_a_circle_end() -> None:
    circle = style("A", "B", '<style:text-properties fo:font-weight="bold"/>') + style("B", "A", "")
    found = Styles([root(circle)]).of_paragraph(root('<text:p text:style-name="A"/>')[0])
    assert found.bold
