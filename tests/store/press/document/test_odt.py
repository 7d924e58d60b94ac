"""The text of an .odt, in the mark-up that LibreOffice writes."""

import pytest

from store.errors import SourceError
from store.press.document.odt import read_odt
from tests.store.press.document.offices import odt, zipped


def texts(body: str, masters: str = "") -> list[str]:
    return [each.text for each in read_odt(odt(body, masters=masters), "a.odt")]


def p(text: str) -> str:
    return f"<text:p>{text}</text:p>"


def test_what_was_deleted_and_remarks_are_left_out() -> None:
    body = f"<text:tracked-changes>{p('删')}</text:tracked-changes>"
    body += p(f"老井<text:change/>清淤<office:annotation>{p('批注')}</office:annotation>完工")
    assert texts(body) == ["老井清淤完工"]


def test_marks_within_a_line() -> None:
    marks = (
        '<text:s text:c="2"/>甲<text:tab/>乙<text:line-break/>丙\n  丁<text:span>　戊</text:span>'
    )
    ruby = "<text:ruby><text:ruby-base>字</text:ruby-base><text:ruby-text>zì</text:ruby-text>"
    assert texts(p(f"{marks}{ruby}</text:ruby>")) == ["  甲 乙", "丙 丁　戊字"]
    assert texts(p('甲<text:s text:c="999999999"/>乙'))[0].count(" ") == 100


def test_a_note_stands_in_brackets() -> None:
    note = f"<text:note-citation>1</text:note-citation><text:note-body>{p('建于甲年')}"
    assert texts(p(f"渡口<text:note>{note}</text:note-body></text:note>的船")) == [
        "渡口（注：建于甲年）的船"
    ]


def test_frames_follow_their_paragraph() -> None:
    frame = f"<draw:frame><draw:text-box>{p('框')}</draw:text-box></draw:frame>"
    shape = f"<draw:custom-shape>{p('形')}</draw:custom-shape>"
    assert texts(p(f"渡口{frame}") + frame + p(shape)) == ["渡口", "框", "框", "形", ""]


def test_cells_rows_lists_and_sections() -> None:
    rows = "".join(
        f"<table:table-row><table:table-cell>{p(a)}</table:table-cell><table:covered-table-cell/>"
        f"<table:table-cell>{p(b)}</table:table-cell></table:table-row>"
        for a, b in (("甲。", "乙。"), ("丙。", "丁。"))
    )
    table = f"<table:table><table:table-header-rows>{rows}</table:table-header-rows></table:table>"
    listed = f"<text:list><text:list-item>{p('戊')}</text:list-item></text:list>"
    assert texts(f"<text:section>{table}</text:section>{listed}") == [
        *("甲。", "乙。", "丙。", "丁。", "戊")
    ]


def test_contents_headers_and_footers_are_furniture() -> None:
    contents = (
        "<text:table-of-content><text:table-of-content-source>"
        "<text:index-title-template>目录</text:index-title-template>"
        f"</text:table-of-content-source><text:index-body>{p('渡口 1')}</text:index-body>"
        "</text:table-of-content>"
    )
    masters = f"<style:header>{p('临江晚报')}</style:header><style:footer>{p('1')}</style:footer>"
    found = read_odt(odt(contents + p("正文"), masters=masters), "a.odt")
    assert [(each.text, each.role) for each in found] == [
        ("临江晚报", "furniture"),
        ("渡口 1", "furniture"),
        ("正文", ""),
    ]


@pytest.mark.parametrize("parts", [{}, {"content.xml": "<a"}, {"content.xml": "<a/>"}])
def test_a_damaged_one_is_told(parts: dict[str, str]) -> None:
    with pytest.raises(SourceError, match=r"^a\.odt: this document is damaged or locked"):
        read_odt(zipped({"mimetype": "x", **parts}), "a.odt")
