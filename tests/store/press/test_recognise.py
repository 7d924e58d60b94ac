"""What a source is: told from its bytes; what is not read is refused by name, with what to do."""

import io
import zipfile

import pytest

from store.errors import SourceError
from store.press.mirror import File, pack
from store.press.recognise import (
    LIMIT,
    may_be_markup,
    may_be_part,
    recognise,
    recognise_text,
    refused,
)

PAGE = "青溪时报\n2024年3月12日\n古桥体检完成，修缮从四月开始。\n"
MAIL = "From: a@qingxi.example\nSubject: 早报\nDate: Tue, 12 Mar 2024 06:00:00 +0800\n"


def zipped(*names: str, first: bytes = b"") -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name in names:
            archive.writestr(name, first)
    return packed.getvalue()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (PAGE.encode(), "dump"),
        (PAGE.encode("gb18030"), "dump"),
        ("[桥头] 今日开园 <b>".encode(), "dump"),
        (
            "本站以 <table> 排版，<div class=x> 后是正文。\n<a href=x>第01版：要闻</a>".encode(),
            "dump",
        ),
        (b'{"a": 1} and more', "dump"),
        ("来稿: 白露\n标题: 古桥\n\n正文。".encode(), "dump"),
        (bytes(range(256)) * 4, "binary"),
        (b"<!DOCTYPE html><html></html>", "web"),
        ("‹!-- 头 --><html lang='zh'><body>青溪".encode(), "web"),
        (b'<?xml version="1.0"?><rss></rss>', "feed"),
        (f"<rss>{PAGE}".encode("utf-16"), "feed"),
        (b'<?xml version="1.0"?>\n<!-- x -->\n<feed xmlns="http://www.w3.org/2005/Atom">', "feed"),
        (b'<?xml version="1.0"?><rdf:RDF xmlns:rdf="x">', "feed"),
        (b'{"version": "https://jsonfeed.org/version/1.1", "items": []}', "feed"),
        (b'{"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "a', "feed"),
        (b"<br />\n<b>Warning</b>: x\n<?xml version='1.0'?><rss></rss>", "feed"),
        ("\ufeff\ufeff<rss></rss>".encode(), "feed"),
        (b'<?xml version="1.0"?><!-- x --><opml version="2.0">', "opml"),
        (b"<opml><body><outline xmlUrl='x'/></body></opml>", "opml"),
        (b"<html><pre>&lt;rss></pre></html>", "web"),
        (b'[{"title": "x"}]\n', "json"),
        (b'{"title": [[', "json"),
        (b'{"paperInfo":' + b"[" * 100_000, "interface"),
        (b'{"paperInfo": [{"paperNumber": "01"}]}', "interface"),
        (b"%PDF-1.7\n", "pdf"),
        (b"\xef\xbb\xbf\r\n\r\n%PDF-1.4\n", "pdf"),
        (zipped("mimetype", first=b"application/epub+zip"), "epub"),
        (zipped("mimetype", first=b"application/vnd.oasis.opendocument.text"), "odt"),
        (zipped("[Content_Types].xml", "word/document.xml"), "docx"),
        (zipped("a.txt"), "zip"),
        (pack([File("node_01.html", b"x")]), "epaper"),
        (f"{MAIL}MIME-Version: 1.0\n\n正文。".encode(), "mail"),
        (
            f"{MAIL}Content-Type: multipart/related;\n\tboundary=x\n\nx".encode(),
            "mhtml",
        ),
    ],
)
def test_the_kind(data: bytes, kind: str) -> None:
    assert recognise(data).kind.code == kind


@pytest.mark.parametrize("before", ["1204\n", "From a@qingxi.example Tue Mar 12\n", "\ufeff", "\n"])
def test_a_mail_in_a_file_of_its_programs_own(before: str) -> None:
    assert recognise(f"{before}{MAIL}To: b\n\n正文。".encode()).kind.code == "mail"


def test_a_page_that_was_sent_with_its_pictures_is_a_mail() -> None:
    related = f"{MAIL}Content-Type: multipart/related;\n\tboundary=x\n"
    assert recognise(f"{related}Received: x\n\nx".encode()).kind.code == "mail"


def test_a_header_that_never_ends_is_looked_at_once() -> None:
    assert recognise(b"Subject: x\r\n\ty\r\n" * 5_000 + b"x").kind.code == "dump"


def test_only_text_comes_decoded() -> None:
    decoded = recognise_text(PAGE.encode("gb18030"), "page.txt")
    assert (decoded.text, decoded.encoding) == (PAGE, "gb18030")
    assert recognise(b"%PDF-1.7").decoded is None


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "empty"),
        (b"%PDF-1.7\n", "a PDF"),
        (b"\x89PNG\r\n\x1a\n", "a PNG image"),
        (b"\xff\xd8\xff\xe0", "a JPEG image"),
        (b"PK\x03\x04rest", "a zip archive"),
        (bytes(range(256)) * 4, "binary data"),
        (b"<!DOCTYPE html><html></html>", "a web page"),
        (b'<?xml version="1.0"?><rss></rss>', "a feed"),
        (b'{"version": "https://jsonfeed.org/version/1"}', "a feed"),
        ("\ufffd\ufffd\ufffd5月\ufffd\ufffd\ufffd\n".encode() * 9, "were lost"),
        (b"????? 2031?5?16? ???????????\n", "were lost"),
        (("锟斤拷" * 9 + "5锟斤拷\n").encode(), "were lost"),
        (b"a" * (LIMIT + 1), f"{LIMIT:,}"),
    ],
)
def test_what_is_no_text_dump_is_named(data: bytes, why: str) -> None:
    with pytest.raises(SourceError) as caught:
        recognise_text(data, "page.txt")
    assert str(caught.value).startswith("page.txt: ")
    assert why in str(caught.value)
    assert str(caught.value).endswith(".")


def test_a_mail_of_markup_is_no_page_of_a_folder() -> None:
    assert may_be_markup(b"\n<!DOCTYPE html><html>")
    assert not may_be_markup(f"{MAIL}Content-Type: text/html\n\n<html>".encode())


def test_a_mail_whose_markup_is_not_packed_is_no_page() -> None:
    data = f"{MAIL}Content-Type: text/html\n\n<html><body><p>{PAGE}</p></body></html>"
    assert recognise(data.encode()).kind.code == "mail"


@pytest.mark.parametrize(
    ("start", "part"),
    [
        (b"\x89PNG\r\n", True),
        (b"GIF89a", True),
        (b".news { margin: 5px; }", True),
        ("function turn(p) { alert('最后一页'); }".encode(), True),
        (b'{"items": [{"title": "x"}]}', False),
        ("望江县的老桥修好了；村民都来看。".encode(), False),
        (b"", False),
    ],
)
def test_what_pages_are_shown_with(start: bytes, part: bool) -> None:
    assert may_be_part(start) is part


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("import re\nimport sys\n\ndef bridge():\n    return re.compile('a')\n", "code"),
        ("# 工具箱\n\n整理照片的工具。\n\n```\npip install qingxi\n```\n", "manual"),
        ("2031-05-13 08:00:11 INFO start\n2031-05-13 08:00:12 INFO go\n" * 3, "log"),
    ],
)
def test_what_is_certainly_no_page_is_a_kind_of_its_own(text: str, code: str) -> None:
    found = recognise(text.encode())
    assert found.kind.code == code
    assert "--as dump" in str(refused(found.kind, "a.txt"))
