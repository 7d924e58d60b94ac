"""OPML of other readers is read, and theirs read ours."""

import pytest
from msgspec.structs import replace

from store.errors import SourceError
from store.subscriptions.listed import Listed, as_subscriptions
from store.subscriptions.models import Subscription
from store.subscriptions.opml import read_opml, write_opml

FEED = Subscription(
    "清溪", "https://news.example/feed.xml", "feed", title="清溪新闻", tags=("本地",)
)
PAPER = Subscription("岭北", "https://paper.example/index.html", "epaper")

LIST = """<?xml version="1.0" encoding="UTF-8"?>
<opml version="1.0"><head><title>mine</title></head><body>
<outline text="报纸"><outline text="清溪\u202e新闻" type="rss"
  xmlUrl="https://news.example/feed.xml" category="/本地,岭北"/>
 <outline text="文化"><outline title="读书" xmlUrl="https://books.example/rss" /></outline>
</outline>
<outline text="清溪" xmlUrl="https://news.example/feed.xml"/>
<outline text="no address"/><outline text="bad" xmlUrl="file:///etc/passwd"/>
<outline text="page" type="link" htmlUrl="https://paper.example/"/></body></opml>"""


def test_feeds_come_with_their_groups_and_each_once() -> None:
    assert read_opml(LIST.encode(), "mine.opml") == [
        Listed("https://news.example/feed.xml", "清溪新闻", ("报纸", "本地", "岭北")),
        Listed("https://books.example/rss", "读书", ("报纸", "文化")),
        Listed("https://paper.example/", "page", is_page=True),
    ]


def test_what_is_written_is_read_again() -> None:
    written = write_opml([FEED, replace(PAPER, title="岭北<&日报")])
    assert read_opml(written, "out.opml") == [
        Listed(FEED.address, "清溪新闻", ("本地",)),
        Listed(PAPER.address, "岭北<&日报", is_page=True),
    ]


@pytest.mark.parametrize("data", [b"", b"  ", b"<html/>", b"no xml at all", b"{}"])
def test_what_is_no_list_is_told(data: bytes) -> None:
    with pytest.raises(SourceError, match=r"x\.opml: this is no OPML"):
        read_opml(data, "x.opml")


def test_no_entity_is_resolved() -> None:
    bomb = (
        '<!DOCTYPE opml [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
        '<!ENTITY f SYSTEM "file:///etc/hostname">]>'
        '<opml><body><outline text="x&f;" xmlUrl="https://news.example/rss"/></body></opml>'
    )
    (only,) = read_opml(bomb.encode(), "x.opml")
    assert only.title == "x&f;"


def test_entities_of_html_and_bare_ampersands_lose_nothing() -> None:
    written = (
        '<?xml version="1.0" encoding="gb18030"?><opml><body>'
        '<outline text="清溪&nbsp;日报&mdash;要闻" xmlUrl="https://news.example/rss?a=1&b=2"/>'
        '<outline text="山 & 水 &own; &#38; &quot;河&quot;" xmlUrl="https://hills.example/rss"/>'
        "</body></opml>"
    )
    found = read_opml(written.encode("gb18030"), "x.opml")
    assert [(each.title, each.address) for each in found] == [
        ("清溪 日报—要闻", "https://news.example/rss?a=1&b=2"),
        ('山 & 水 &own; & "河"', "https://hills.example/rss"),
    ]


def test_many_groups_in_one_another_are_read_through() -> None:
    deep = "<outline text='g'>" * 200 + "<outline xmlUrl='https://news.example/rss'/>"
    data = f"<opml><body>{deep}{'</outline>' * 200}</body></opml>".encode()
    assert [each.address for each in read_opml(data, "x.opml")] == ["https://news.example/rss"]


def test_when_and_what_to_fetch_is_kept() -> None:
    own = replace(PAPER, every=90, at="06:30,18:00", zone="Europe/Paris", pages="1-4,A1")
    (read,) = read_opml(write_opml([own]), "out.opml")
    assert (read.every, read.at, read.zone, read.pages) == (90, own.at, own.zone, own.pages)
    (made,) = as_subscriptions([read], ())
    assert (made.every, made.at, made.zone, made.pages) == (90, own.at, own.zone, own.pages)
    assert b"every" not in write_opml([PAPER])


def test_what_cannot_be_read_of_that_is_passed_over() -> None:
    written = write_opml([replace(PAPER, every=90, at="06:30")]).replace(b"06:30", b"soon")
    (read,) = read_opml(written.replace(b'"90"', b'"9e9"'), "out.opml")
    assert (read.every, read.at) == (0, "")
