"""The charset of a page: what bytes prove before what is declared."""

import pytest

from store.press.markup.charset import decode_page

TEXT = "望江县的老桥修好了，两岸的村民都来看。〇䶮"


def page(charset: str) -> str:
    return f'<html><head><meta charset="{charset}"></head><body>{TEXT}</body></html>'


@pytest.mark.parametrize(
    ("declared", "written", "read_as"),
    [
        ("gb2312", "gb18030", "gb18030"),
        ("gb2312", "utf-8", "utf-8"),
        ("iso-8859-1", "gb18030", "gb18030"),
        ("rot13", "gb18030", "gb18030"),
        ("utf-8", "gb18030", "gb18030"),
        ("utf-8", "utf-16", "utf-16"),
    ],
)
def test_a_page_is_read_whatever_it_declares(declared: str, written: str, read_as: str) -> None:
    found = decode_page((page(declared) * 3).encode(written))
    assert found is not None
    assert found.text.count(TEXT) == 3
    assert found.encoding == read_as


def test_an_archive_may_have_put_its_own_declaration_first() -> None:
    text = '<meta charset="utf-8"><!-- saved -->' + page("big5").replace(TEXT, "望江縣的老橋")
    found = decode_page(text.encode("big5"))
    assert found is not None
    assert "望江縣的老橋" in found.text


def test_the_header_comes_before_the_page() -> None:
    found = decode_page("<p>望江縣的老橋".encode("big5"), "big5")
    assert found is not None
    assert (found.text, found.encoding) == ("<p>望江縣的老橋", "big5hkscs")


def test_what_is_no_text_is_none() -> None:
    assert decode_page(bytes(range(32)) * 100) is None
