"""Numbers that a document sets by itself."""

import pytest

from store.press.document.numbering import Level, Numbering, numeral, read_numbering
from store.press.document.paragraph import PLAIN, Setting
from store.press.markup.xml import parse_xml
from tests.store.press.document.offices import W

ROOT = f"""<w:numbering {W}><w:abstractNum w:abstractNumId="5">
<w:lvl w:ilvl="0"><w:start w:val="2"/><w:numFmt w:val="chineseCounting"/>
<w:lvlText w:val="%1、"/></w:lvl>
<w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2 "/></w:lvl>
<w:lvl w:ilvl="2"><w:numFmt w:val="bullet"/><w:lvlText w:val="o"/></w:lvl>
</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="5"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="6"/></w:num></w:numbering>"""


def test_levels_count_each_for_itself() -> None:
    lists = read_numbering(parse_xml(ROOT.encode()))
    labels = [lists.label(Setting(number=("1", at))) for at in (0, 1, 1, 2, 0, 1)]
    assert labels == ["二、", "二.1 ", "二.2 ", "", "三、", "三.1 "]


@pytest.mark.parametrize("number", [("2", 0), ("1", 8), ("9", 0), None])
def test_what_no_list_numbers_has_no_label(number: tuple[str, int] | None) -> None:
    assert read_numbering(parse_xml(ROOT.encode())).label(Setting(number=number)) == ""
    assert read_numbering(None) == Numbering()
    assert Numbering({"1": {12: Level()}}).label(Setting(number=("1", 12))) == ""
    assert Numbering().label(PLAIN) == ""


@pytest.mark.parametrize(
    ("number", "form", "said"),
    [
        (10, "chineseCountingThousand", "十"),
        (12, "japaneseCounting", "十二"),
        (30, "ideographDigital", "三十"),
        (3, "decimalEnclosedCircle", "③"),
        (2, "upperLetter", "B"),
        (3, "lowerLetter", "c"),
        (4, "lowerRoman", "4"),
        (120, "chineseCounting", "120"),
        (10**12, "decimal", "9999"),
    ],
)
def test_forms(number: int, form: str, said: str) -> None:
    assert numeral(number, form) == said
