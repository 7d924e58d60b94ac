"""The text of a .docx, in the mark-up that Word, WPS and Google write."""

import pytest

from store.press.document.docx import furniture
from store.press.document.docx_parts import read_docx
from store.press.document.paragraph import Paragraph
from tests.store.press.document.offices import BOLD, W, docx, p, r, size


def texts(body: str, **parts: str) -> list[str]:
    return [each.text for each in read_docx(docx(body, **parts), "a.docx")]


def test_changes_are_read_as_accepted() -> None:
    body = (
        f"<w:p>{r('老井')}<w:del><w:r><w:delText>开始</w:delText></w:r></w:del>"
        f"<w:ins>{r('清淤')}</w:ins><w:moveFrom>{r('旧')}</w:moveFrom>"
        f"<w:moveTo>{r('完工')}</w:moveTo></w:p>"
        f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{r('井台')}</w:p>{p('也修了')}"
        f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{r('末尾')}</w:p>"
    )
    assert texts(body) == ["老井清淤完工", "井台也修了", "末尾"]


def test_a_box_is_read_once_and_behind_its_paragraph() -> None:
    def box(inner: str) -> str:
        return (
            "<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx><w:txbxContent>"
            f"{inner}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict>"
            f"<w:txbxContent>{inner}</w:txbxContent></w:pict></mc:Fallback>"
            "</mc:AlternateContent></w:r>"
        )

    nested = p("外") + f"<w:p>{box(p('内'))}</w:p>"
    assert texts(f"<w:p>{r('渡口')}{box(nested)}</w:p>") == ["渡口", "外", "", "内"]
    old = "<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></v:shape>"
    assert texts(f"<w:p>{old.format(p('旧框'))}</w:pict></w:r></w:p>") == ["", "旧框"]


def test_letters_that_are_drawn_are_large() -> None:
    art = '<w:pict><v:shape><v:textpath string="临江晚报"/></v:shape></w:pict>'
    (found,) = read_docx(docx(f"<w:p><w:r>{art}</w:r></w:p>"), "a.docx")
    assert (found.text, found.size) == ("临江晚报", 36.0)


def test_fields_show_their_result_and_links_their_text() -> None:
    field = "".join(
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>{after}'
        for kind, after in (
            ("begin", "<w:r><w:instrText>PAGE</w:instrText></w:r>"),
            ("separate", r("3")),
            ("end", ""),
        )
    )
    body = f"<w:p>{r('第')}{field}{r('版 ')}<w:hyperlink>{r('要闻')}</w:hyperlink>"
    assert texts(body + f"<w:fldSimple>{r('！')}</w:fldSimple></w:p>") == ["第3版 要闻！"]


def test_marks_within_a_line() -> None:
    body = (
        "<w:p><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t><w:noBreakHyphen/>"
        "<w:t>丁</w:t><w:softHyphen/><w:ruby><w:rt><w:r><w:t>zì</w:t></w:r></w:rt><w:rubyBase>"
        "<w:r><w:t>字</w:t></w:r></w:rubyBase></w:ruby></w:r>"
        f"{r('隐', '<w:vanish/>')}</w:p>"
    )
    assert texts(body) == ["甲 乙", "丙-丁字"]


def test_a_note_stands_in_brackets_where_it_is_first_referred_to() -> None:
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    notes = f'<w:footnotes {W}><w:footnote w:id="2">{p("建于")}{p("甲年")}</w:footnote>'
    notes += f'<w:footnote w:type="separator" w:id="0">{p("线")}</w:footnote></w:footnotes>'
    body = f"<w:p>{r('渡口')}{reference}{r('的船')}{reference}</w:p>"
    assert texts(body, footnotes=notes) == ["渡口（注：建于 甲年）的船"]


def test_tables_of_contents_are_furniture() -> None:
    contents = (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/>'
        f"</w:docPartObj></w:sdtPr><w:sdtContent>{p('渡口 1')}</w:sdtContent></w:sdt>"
    )
    control = f"<w:sdt><w:sdtContent>{p('正文')}</w:sdtContent></w:sdt>"
    found = read_docx(docx(contents + control), "a.docx")
    assert [(each.text, each.role) for each in found] == [("渡口 1", "furniture"), ("正文", "")]


def test_cells_and_rows() -> None:
    inner = f"<w:tbl><w:tr><w:tc>{p('内')}</w:tc></w:tr></w:tbl>"
    rows = (
        f"<w:tr><w:tc>{p('甲。')}{inner}</w:tc><w:tc>{p('乙。')}</w:tc></w:tr>"
        f"<w:tr><w:trPr><w:del/></w:trPr><w:tc>{p('删')}</w:tc></w:tr>"
    )
    assert texts(f"<w:tbl>{rows}</w:tbl>{p('后')}") == ["甲。", "内", "乙。", "后"]


def test_how_runs_are_set() -> None:
    (found,) = read_docx(docx(f"<w:p>{r('渡口', BOLD + size(22))}</w:p>"), "a.docx")
    assert (found.size, found.bold) == (22.0, True)


@pytest.mark.parametrize(("text", "kept"), [("临江晚报 1", 1), ("- 1 -", 0), ("", 0)])
def test_what_stands_around_pages(text: str, kept: int) -> None:
    found = furniture([Paragraph(text)])
    assert [each.role for each in found] == ["furniture"] * kept
