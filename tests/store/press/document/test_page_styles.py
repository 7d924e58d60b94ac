"""How pages set their text."""

import pytest

from store.press.document.page_styles import PageStyles
from store.press.document.paragraph import PLAIN, Setting
from store.press.markup.parse import parse

RULES = """<style><!-- /* x */ p.a {mso-style-name:副标题; font-size:15.0pt; text-align:center}
.b {font-weight:700} h2 {font-size:20px} @page {margin:1cm} p.c, li.c {text-indent:2em} --></style>
"""


@pytest.mark.parametrize(
    ("markup", "setting"),
    [
        ("<p id=x class=a>", Setting(size=15.0, centred=True, role="head")),
        ("<p id=x class='b z'>", Setting(bold=True)),
        ("<h2 id=x>", Setting(size=15.0, bold=True, level=3)),
        ("<p id=x class=c>", Setting(indented=True)),
        ("<p id=x align=center style='font-family:黑体'>", Setting(centred=True, heavy=True)),
        ("<font id=x size=5>", Setting(size=18.0)),
        (
            "<p id=x style='mso-element:header;display:none'>",
            Setting(hidden=True, role="furniture"),
        ),
        ("<b id=x>", Setting(bold=True)),
        ("<p id=x style='font-size:99999999pt;text-indent:0cm'>", Setting(indented=False)),
    ],
)
def test_what_tags_rules_and_attributes_say(markup: str, setting: Setting) -> None:
    root = parse(f"{RULES}{markup}文", "a.htm")
    (node,) = [each for each in root.iter() if each.get("id") == "x"]
    assert PageStyles(root).of(node, PLAIN) == setting


def test_what_a_node_does_not_say_is_as_around_it() -> None:
    root = parse(f"{RULES}<p>文", "a.htm")
    (node,) = root.iter("p")
    assert PageStyles(root).of(node, Setting(bold=True)) == Setting(bold=True)
