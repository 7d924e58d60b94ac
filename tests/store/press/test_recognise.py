"""What a source is: told from its bytes; what is not read is refused by name, with what to do."""

import pytest

from store.errors import SourceError
from store.press.recognise import (
    BINARY,
    JSON,
    LIMIT,
    MARKUP,
    TEXT,
    SourceKind,
    recognise,
    recognise_text,
)

PAGE = "青溪时报\n2024年3月12日\n古桥体检完成，修缮从四月开始。\n"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (PAGE.encode(), TEXT),
        (PAGE.encode("gb18030"), TEXT),
        ("[桥头] 今日开园 <b>".encode(), TEXT),
        (b'{"a": 1} and more', TEXT),
        (bytes(range(256)) * 4, BINARY),
        (b"<!DOCTYPE html><html></html>", MARKUP),
        (b'<?xml version="1.0"?><rss></rss>', MARKUP),
        (f"<rss>{PAGE}".encode("utf-16"), MARKUP),
        (b'[{"title": "x"}]\n', JSON),
    ],
)
def test_the_kind(data: bytes, kind: SourceKind) -> None:
    assert recognise(data).kind == kind


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
        ("‹!-- 头 --><html lang='zh'><body>青溪".encode(), "a web page"),
        (b'<?xml version="1.0"?><rss></rss>', "a feed"),
        (b'{"version": "https://jsonfeed.org/version/1"}', "JSON"),
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
