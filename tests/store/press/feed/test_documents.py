"""Documents are parsed from their root on; what is not well-formed costs itself at most."""

import pytest

from store.errors import SourceError
from store.press.feed.documents import Document

SECTION = "<rss><a><![CDATA[<p>甲</p>]]>乙<![CDATA[&amp;]]></a></rss>"


def text(document: str) -> str:
    found = Document(document, "a.xml")
    return found.text_of(next(found.root.iter("a")))


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        (SECTION, "<p>甲</p>乙&amp;"),
        (f"<?xml version='1.0'?><!DOCTYPE rss SYSTEM 'x'>{SECTION}", "<p>甲</p>乙&amp;"),
        ("<rss><a>甲<b>乙</b>丙</a></rss>", "甲<b>乙</b>丙"),
        ("<rss xmlns:h='x'><a><h:b>甲</h:b>&lt;</a></rss>", '<b xmlns:h="x">甲</b>&lt;'),
        ("<rss><a>甲&乙&nbsp;&copy;&#60;</a></rss>", "甲&乙\xa0©<"),
        ("<rss><a>甲", "甲"),
        ("<rss><a><![CDATA[甲", "甲"),
        ("<rss version=2.0><a>甲</a></rss>", "甲"),
    ],
)
def test_the_text_of_an_element(document: str, expected: str) -> None:
    assert text(document) == expected


def test_texts_that_are_not_escaped_are_taken_as_they_stand() -> None:
    found = Document("<rss><title>甲<br>乙</title><b><title>丙<p><item/></b></rss>", "a.xml")
    assert [found.text_of(node) for node in found.root.iter("title")] == ["甲<br>乙", "丙<p>"]


def test_a_base_counts_where_one_is_said() -> None:
    found = Document("<rss xml:base='http://a.example/'><a xml:base='b/'/></rss>", "a.xml")
    assert found.base_of(next(found.root.iter("a"))) == "http://a.example/b/"
    assert not Document("<rss/>", "a.xml").base_of(found.root)


@pytest.mark.parametrize("document", ["", "甲", "<html/>", "<rss"])
def test_what_has_no_root_is_damaged(document: str) -> None:
    with pytest.raises(SourceError, match=r"^a\.xml: this feed is damaged"):
        Document(document, "a.xml")
