"""The parts of a .docx."""

import pytest

from store.errors import SourceError
from store.press.document.docx_parts import read_docx
from tests.store.press.document.offices import W, docx, p, zipped


def test_headers_come_before_their_section_and_footers_behind_each_once() -> None:
    parts = {
        name: f"<w:{tag} {W}>{p(text)}{p('1')}</w:{tag}>"
        for name, tag, text in (
            ("header1", "hdr", "临江晚报"),
            ("header2", "hdr", "第2版"),
            ("footer1", "ftr", "责编 柳青舟"),
        )
    }

    def section(header: str) -> str:
        return (
            f'<w:sectPr><w:headerReference r:id="{header}"/><w:footerReference r:id="footer1"/>'
            '<w:headerReference r:id="none"/></w:sectPr>'
        )

    body = f"{p('一')}<w:p><w:pPr>{section('header1')}</w:pPr></w:p>{p('二')}{section('header2')}"
    found = [each.text for each in read_docx(docx(body, **parts), "a.docx") if each.text]
    assert found == ["临江晚报", "一", "责编 柳青舟", "第2版", "二"]


def test_a_strict_document_is_read_as_any() -> None:
    usual, strict = W.split('"')[1].encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    xml = f"<w:document {W}><w:body>{p('渡口')}</w:body></w:document>".encode()
    data = zipped({"word/document.xml": xml.replace(usual, strict)})
    assert [each.text for each in read_docx(data, "a.docx")] == ["渡口"]


def test_its_text_may_have_another_name() -> None:
    relations = (
        '<Relationships><Relationship Id="a" Type="http://x/officeDocument" '
        'Target="/word/document2.xml"/></Relationships>'
    )
    xml = f"<w:document {W}><w:body>{p('渡口')}</w:body></w:document>"
    data = zipped({"_rels/.rels": relations, "word/document2.xml": xml})
    assert [each.text for each in read_docx(data, "a.docx")] == ["渡口"]


@pytest.mark.parametrize(
    "parts",
    [
        {"[Content_Types].xml": "<Types/>"},
        {"word/document.xml": "<w:document"},
        {"word/document.xml": f"<w:document {W}/>"},
        {"word/document.xml": "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"},
        {"word/document.xml": "<a>" * 999},
    ],
)
def test_a_damaged_one_is_told(parts: dict[str, str]) -> None:
    with pytest.raises(SourceError, match=r"^a\.docx: this document is damaged or locked"):
        read_docx(zipped(parts), "a.docx")


def test_what_stands_in_it_as_a_page_is_read_where_it_stands() -> None:
    page = "<html><body><h1>渡口</h1><p>老船离岸。</p></body></html>"
    saved = (
        "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\n"
        f"Content-Type: text/html; charset=utf-8\r\n\r\n{page}\r\n--x--\r\n"
    )
    for chunk in (page, saved):
        data = docx(f'{p("一")}<w:altChunk r:id="aFChunk1"/>{p("二")}', aFChunk1=chunk)
        found = [(each.text, each.level) for each in read_docx(data, "a.docx") if each.text]
        assert found == [("一", 0), ("渡口", 2), ("老船离岸。", 0), ("二", 0)]
    twice = docx('<w:altChunk r:id="aFChunk1"/><w:altChunk r:id="aFChunk1"/>', aFChunk1=page)
    assert len(read_docx(twice, "a.docx")) == 2
