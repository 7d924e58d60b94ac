"""Decoding: by what the bytes say as a newspaper; other kinds are refused by name."""

import pytest

from store.errors import SourceError
from store.press.text.decode import LIMIT, decode

SIMPLIFIED = "青溪县今年安排专项资金，年内完成望月桥、南渡廊桥的修缮。这是记者从会上了解到的。" * 3
TRADITIONAL = "青溪縣今年安排專項資金，年內完成望月橋、南渡廊橋的修繕。這是記者從會上了解到的。" * 3


@pytest.mark.parametrize(
    ("text", "encoding", "found"),
    [
        (SIMPLIFIED, "utf-8", "utf-8"),
        (SIMPLIFIED, "utf-8-sig", "utf-8"),
        (SIMPLIFIED, "gb18030", "gb18030"),
        (TRADITIONAL, "gb18030", "gb18030"),
        (TRADITIONAL, "big5hkscs", "big5hkscs"),
        (SIMPLIFIED, "utf-16", "utf-16"),
        (SIMPLIFIED, "utf-16-be", "utf-16-be"),
        (SIMPLIFIED, "utf-32", "utf-32"),
        ("The bridge is open – “at last”, they said. " * 5, "cp1252", "cp1252"),
    ],
)
def test_the_encoding_is_found(text: str, encoding: str, found: str) -> None:
    decoded = decode(text.encode(encoding), "x")
    assert (decoded.text.lstrip("\ufeff"), decoded.encoding) == (text, found)
    assert decoded.broken == 0


def test_a_broken_byte_costs_a_line_at_most() -> None:
    data = bytearray((SIMPLIFIED + "\n").encode("gb18030") * 4)
    data[40:41] = b"\xff"
    decoded = decode(bytes(data), "x")
    assert decoded.encoding == "gb18030"
    assert decoded.broken > 0
    assert decoded.text.split("\n")[1:-1] == [SIMPLIFIED] * 3


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
        (b"a" * (LIMIT + 1), f"{LIMIT:,}"),
    ],
)
def test_what_is_no_text_dump_is_named(data: bytes, why: str) -> None:
    with pytest.raises(SourceError) as caught:
        decode(data, "page.txt")
    assert str(caught.value).startswith("page.txt: ")
    assert why in str(caught.value)
