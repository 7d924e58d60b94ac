"""Entries of RSS, Atom, RDF and JSON Feed, of damaged and of hostile feeds."""

import json

import pytest

from store.errors import SourceError
from store.press.feed.entries import MOST, read_feed

RSS = """<?xml version="1.0" encoding="GB2312"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>临江报 - 要闻</title>
<link>https://linjiang.example/</link><lastBuildDate>Tue, 05 Mar 2024 09:00:00 +0800</lastBuildDate>
<item><title>新桥通车</title><link>https://linjiang.example/a/1.html</link>
<guid isPermaLink="false">a-1</guid><pubDate>Tue, 05 Mar 2024 08:00:00 +0800</pubDate>
<dc:creator>江一帆</dc:creator><category>要闻</category><description>新桥今日通车。</description>
<content:encoded><![CDATA[<p>新桥今日通车。</p><p>百姓称便。</p>]]></content:encoded></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>临江报</title>
<updated>2024-03-05T01:00:00Z</updated><entry><title>新桥通车</title><id>a-1</id>
<link href="https://linjiang.example/a/1.html"/><published>2024-03-05T00:00:00Z</published>
<author><name>江一帆</name></author><category term="要闻"/>
<content type="html">&lt;p&gt;新桥今日通车。&lt;/p&gt;&lt;p&gt;百姓称便。&lt;/p&gt;</content>
</entry></feed>"""

RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://linjiang.example/"><title>临江报</title>
<link>https://linjiang.example/</link></channel>
<item rdf:about="https://linjiang.example/a/1.html"><title>新桥通车</title>
<link>https://linjiang.example/a/1.html</link><description>新桥今日通车。</description>
<dc:date>2024-03-05T08:00:00+08:00</dc:date><dc:creator>江一帆</dc:creator></item></rdf:RDF>"""

JSON = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "临江报",
        "home_page_url": "https://linjiang.example/",
        "items": [
            {
                "id": 1,
                "url": "https://linjiang.example/a/1.html",
                "title": "新桥通车",
                "content_html": "<p>新桥今日通车。</p><p>百姓称便。</p>",
                "date_published": "2024-03-05T08:00:00+08:00",
                "authors": [{"name": "江一帆"}],
                "tags": ["要闻"],
            }
        ],
    }
)


@pytest.mark.parametrize("text", [RSS, ATOM, RDF, JSON])
def test_every_kind_gives_the_same_entry(text: str) -> None:
    feed = read_feed(text, "a.xml")
    (entry,) = feed.entries
    assert feed.title.startswith("临江报")
    assert (entry.title, entry.author) == ("新桥通车", "江一帆")
    assert entry.link == "https://linjiang.example/a/1.html"
    assert entry.moment == "2024-03-05T00:00:00+00:00"
    assert entry.guid
    assert "新桥今日通车" in (entry.content or entry.summary)


@pytest.mark.parametrize("text", [RSS, ATOM, JSON])
def test_the_whole_text_and_the_category_are_kept(text: str) -> None:
    (entry,) = read_feed(text, "a.xml").entries
    assert "百姓称便" in entry.content
    assert entry.category == "要闻"


def test_what_the_fast_library_does_not_read_the_patient_one_does(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fails(*args: object, **options: object) -> None:
        raise ValueError

    monkeypatch.setattr("fastfeedparser.parse", fails)
    (entry,) = read_feed(RSS, "a.xml").entries
    assert (entry.title, entry.guid, entry.category) == ("新桥通车", "a-1", "要闻")
    assert entry.moment == "2024-03-05T00:00:00+00:00"
    assert "百姓称便" in entry.content


def test_entities_of_a_document_are_not_resolved() -> None:
    laughs = "".join(
        f'<!ENTITY l{at} "{f"&l{at - 1};" * 10 if at else "哈" * 10}">' for at in range(12)
    )
    hostile = f'<!DOCTYPE rss [{laughs}<!ENTITY f SYSTEM "file:///etc/passwd">]>' + RSS.partition(
        "?>"
    )[2].replace("新桥通车", "新桥&l11;&f;通车")
    (entry,) = read_feed(hostile, "a.xml").entries
    assert entry.title == "新桥&l11;&f;通车"


def test_entities_of_html_are_read_where_the_feed_does_not_declare_them() -> None:
    (entry,) = read_feed(RSS.replace("新桥通车", "新桥&middot;通车&hellip;A&B"), "a.xml").entries
    assert entry.title == "新桥·通车…A&B"


def test_nulls_and_a_cut_end_cost_no_entry() -> None:
    (entry,) = read_feed(RSS.replace("新桥通车", "新\0桥通车")[:-20], "a.xml").entries
    assert entry.title == "新桥通车"


def test_an_address_is_not_fetched() -> None:
    with pytest.raises(SourceError, match=r"^a\.xml: "):
        read_feed("http://127.0.0.1:9/feed.xml", "a.xml")


@pytest.mark.parametrize(
    "text",
    [
        '{"version": "https://jsonfeed.org/version/1.1", "items": ' + "[" * 100_000,
        '{"version": "https://jsonfeed.org/version/1.1", "items": [1]}',
        "<rss><channel>" + "<item>" * (MOST + 1),
        "<rss><channel>" + "<item><title><![CDATA[" * 100_000,
    ],
)
def test_what_cannot_be_read_is_told_in_one_sentence(text: str) -> None:
    with pytest.raises(SourceError, match=r"^a\.xml: "):
        read_feed(text, "a.xml")


def test_deep_nesting_is_read_or_refused() -> None:
    deep = RSS.replace("<p>新桥今日通车。</p>", "").replace("</item>", "<a>" * 50_000 + "</item>")
    assert read_feed(deep, "a.xml").title.startswith("临江报")
