"""Documents of RSS, Atom and RDF that are damaged or hostile; whole ones: `makers.py`."""

import pytest

from store.errors import SourceError
from store.press.feed.elements import read_document
from store.press.feed.entries import MOST, Entry, Feed

RSS = """<?xml version="1.0" encoding="GB2312"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>临江报 - 要闻</title>
<link>https://linjiang.example/</link><lastBuildDate>Tue, 05 Mar 2024 09:00:00 +0800</lastBuildDate>
<item><title>新桥通车</title><link>https://linjiang.example/a/1.html</link>
<guid isPermaLink="false">a-1</guid><pubDate>Tue, 05 Mar 2024 08:00:00 +0800</pubDate>
<dc:creator>江一帆</dc:creator><category>要闻</category><description>新桥今日通车。</description>
<content:encoded><![CDATA[<p>新桥今日通车。</p>]]><![CDATA[<p>百姓称便。</p>]]></content:encoded></item>
</channel></rss>"""


def one(text: str) -> Entry:
    (entry,) = read_document(text, "a.xml").entries
    return entry


def test_all_that_a_feed_says() -> None:
    entry = Entry(
        "新桥通车",
        "https://linjiang.example/a/1.html",
        "a-1",
        "Tue, 05 Mar 2024 08:00:00 +0800",
        author="江一帆",
        category="要闻",
        summary="新桥今日通车。",
        content="<p>新桥今日通车。</p><p>百姓称便。</p>",
    )
    made = ("Tue, 05 Mar 2024 09:00:00 +0800", "")
    assert read_document(RSS, "a.xml") == Feed(
        "临江报 - 要闻", "https://linjiang.example/", made, (entry,)
    )


def test_entities_of_a_document_are_not_resolved() -> None:
    laughs = "".join(
        f'<!ENTITY l{at} "{f"&l{at - 1};" * 10 if at else "哈" * 10}">' for at in range(12)
    )
    hostile = f'<!DOCTYPE rss [{laughs}<!ENTITY f SYSTEM "file:///etc/passwd">]>' + RSS.partition(
        "?>"
    )[2].replace("新桥通车", "新桥&l11;&f;通车")
    assert one(hostile).title == "新桥&l11;&f;通车"


def test_entities_of_html_are_read_and_none_is_markup() -> None:
    entry = one(RSS.replace("新桥通车", "新桥&middot;通车&hellip;&#60;A&B&lt;&nbsp;"))
    assert entry.title == "新桥·通车…<A&B<"


def test_nothing_a_document_says_stands_for_a_section() -> None:
    forged = "&#xFDD0;0&#xFDD1;&#64976;0&#64977;" * 3
    assert "新桥" not in one(RSS.replace("新桥通车", f"<![CDATA[新桥]]>{forged}")).title[2:]


def test_a_cut_section_ends_with_the_document() -> None:
    assert one(RSS[: RSS.index("百姓称便") + 2]).content == "<p>新桥今日通车。</p><p>百姓"


def test_an_address_is_not_fetched() -> None:
    with pytest.raises(SourceError, match=r"^a\.xml: "):
        read_document("http://127.0.0.1:9/feed.xml", "a.xml")


@pytest.mark.parametrize(
    "text",
    [
        "<rss><channel>" + "<item>" * (MOST + 1),
        "<a:feed xmlns:a='x'>" + "<a:entry/>" * (MOST + 1),
        "<rss",
        "",
    ],
)
def test_what_cannot_be_read_is_told_in_one_sentence(text: str) -> None:
    with pytest.raises(SourceError, match=r"^a\.xml: "):
        read_document(text, "a.xml")


@pytest.mark.parametrize("deep", ["<a>" * 5_000, "<description>" * 5_000, "<!--" * 5_000])
def test_deep_nesting_costs_one_entry_at_most(deep: str) -> None:
    item = RSS[RSS.index("<item>") : RSS.index("</channel>")]
    feed = read_document(RSS.replace("</item>", f"{deep}</item>{item}", 1), "a.xml")
    assert feed.entries[0].title == "新桥通车"
