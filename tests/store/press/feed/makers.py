"""Feeds as many programs write them, each with what is to be read in it. All towns are invented."""

import json
from collections.abc import Callable
from datetime import date

from msgspec import Struct

ONE = "临江新桥今天正式通车，两岸居民从此不必再等渡船。"
TWO = "桥长一千二百米，设双向六车道。"
BOTH = (ONE, TWO)
MARKUP = f"<p>{ONE}</p><p>{TWO}</p>"
ESCAPED = MARKUP.replace("<", "&lt;").replace(">", "&gt;")
DAY = date(2024, 3, 5)
DATED = "<pubDate>Tue, 05 Mar 2024 08:00:00 +0800</pubDate>"


class Told(Struct, frozen=True):
    """What an entry tells."""

    headline: str
    paragraphs: tuple[str, ...] = BOTH
    day: date = DAY
    url: str = ""
    names: tuple[str, ...] = ()
    pictures: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()
    page: str = ""
    stub: bool = False


Case = tuple[str | bytes, tuple[Told, ...]]
MAKERS: dict[str, Callable[[], Case]] = {}


def maker(make: Callable[[], Case]) -> Callable[[], Case]:
    """Keep a feed under the name of its maker."""
    MAKERS[make.__name__] = make
    return make


@maker
def rss_091() -> Case:
    return (
        '<?xml version="1.0"?><!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN"'
        ' "http://my.netscape.example/rss-0.91.dtd"><rss version="0.91"><channel>'
        "<title>临江报</title><link>http://lj.example/</link>"
        "<pubDate>Tue, 05 Mar 2024 09:00:00 +0800</pubDate>"
        f"<item><title>新桥通车</title><link>http://lj.example/1</link>"
        f"<description>{ONE}</description></item>"
        "<item><title>Caf&eacute; &amp; R&D&nbsp;中心</title><link>http://lj.example/2</link>"
        f"<description>{TWO}&nbsp;</description></item></channel></rss>",
        (
            Told("新桥通车", (ONE,), url="http://lj.example/1", stub=True),
            Told("Café & R&D 中心", (TWO,), url="http://lj.example/2", stub=True),
        ),
    )


@maker
def rdf() -> Case:
    return (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
        ' xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:content="http://purl.org/rss/1.0/modules/content/">'
        '<channel rdf:about="https://lj.example/"><title>临江报</title>'
        "<link>https://lj.example/</link><items><rdf:Seq>"
        '<rdf:li rdf:resource="https://lj.example/1"/></rdf:Seq></items></channel>'
        '<item rdf:about="https://lj.example/1"><title>新桥通车</title>'
        f"<link>https://lj.example/1</link><description>{ONE}</description>"
        f"<content:encoded><![CDATA[{MARKUP}]]></content:encoded>"
        "<dc:date>2024-03-04T23:10:00+08:00</dc:date><dc:creator>江一帆</dc:creator></item>"
        '<item rdf:about="https://lj.example/2"><title>渡口停航</title><dc:date>2024-03-05</dc:date>'
        f"<description>{ESCAPED}</description></item></rdf:RDF>",
        (
            Told("新桥通车", day=date(2024, 3, 4), url="https://lj.example/1", names=("江一帆",)),
            Told("渡口停航", url="https://lj.example/2"),
        ),
    )


@maker
def atom_03() -> Case:
    return (
        '<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>临江报</title>'
        '<link rel="alternate" type="text/html" href="http://lj.example/"/>'
        '<entry><title mode="escaped" type="text/html">&lt;b&gt;新桥&lt;/b&gt;通车</title>'
        '<link rel="alternate" type="text/html" href="http://lj.example/1"/>'
        "<id>tag:lj.example,2024:1</id><issued>2024-03-05T18:00:00+08:00</issued>"
        f'<content type="text/html" mode="escaped">{ESCAPED}</content>'
        "<author><name>文小舟</name></author></entry></feed>",
        (Told("新桥通车", url="http://lj.example/1", names=("文小舟",)),),
    )


@maker
def atom_with_a_base() -> Case:
    div = '<div xmlns="http://www.w3.org/1999/xhtml">'
    return (
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://lj.example/news/">'
        '<title type="html">临江&lt;em&gt;报&lt;/em&gt;</title>'
        f'<entry xml:base="2024/"><title type="xhtml">{div}新桥<b>通车</b></div></title>'
        '<link rel="enclosure" href="1.mp3"/><link href="1.html"/><id>urn:1</id>'
        "<published>2024-03-05T00:30:00Z</published><updated>2024-03-06T00:30:00Z</updated>"
        f'<content type="xhtml">{div}{MARKUP}<img src="pic/1.jpg" alt="新桥"/></div></content>'
        "</entry>"
        '<entry><title>A &lt;b&gt; 与 C</title><link rel="self" href="x.xml"/>'
        '<link href="/2.html"/><id>urn:2</id><updated>2024-03-05T00:30:00Z</updated>'
        '<summary type="text">水位 &lt; 三米，仍可通航。</summary></entry></feed>',
        (
            Told(
                "新桥通车",
                url="https://lj.example/news/2024/1.html",
                pictures=("https://lj.example/news/2024/pic/1.jpg",),
                captions=("新桥",),
            ),
            Told(
                "A <b> 与 C",
                ("水位 < 三米，仍可通航。",),
                url="https://lj.example/2.html",
                stub=True,
            ),
        ),
    )


@maker
def atom_with_prefixes() -> Case:
    return (
        '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>临江报</a:title>'
        '<a:entry><a:title>新桥通车</a:title><a:id>1</a:id><a:link href="http://lj.example/1"/>'
        f'<a:updated>2024-03-05T08:00:00+08:00</a:updated><a:content type="html">{ESCAPED}'
        "</a:content></a:entry></a:feed>",
        (Told("新桥通车", url="http://lj.example/1"),),
    )


@maker
def json_feed() -> Case:
    items = [
        {
            "id": "1",
            "url": "/1",
            "title": "新桥 &amp; 灯会",
            "content_html": MARKUP + "<img src='p/1.jpg'>",
            "summary": ONE,
            "date_published": "2024-03-05T23:00:00Z",
            "authors": [{"name": "江一帆"}, {"name": "文小舟"}],
        },
        {"id": 2, "title": "渡口停航", "content_text": f"{ONE}\n\n{TWO}", "date_published": DAY},
        {"id": "3", "external_url": "https://other.example/3", "summary": ONE, "title": "灯会"},
        *("rubbish", None, 5, {"id": None, "title": None}, {"title": ["x"], "content_html": {}}),
    ]
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "临江报",
        "home_page_url": "https://lj.example/",
        "items": items,
    }
    day = date(2024, 3, 6)
    return (
        json.dumps(feed, ensure_ascii=False, default=str),
        (
            Told(
                "新桥 & 灯会",
                day=day,
                url="https://lj.example/1",
                names=("江一帆", "文小舟"),
                pictures=("https://lj.example/p/1.jpg",),
            ),
            Told("渡口停航"),
            Told("灯会", (ONE,), day, "https://other.example/3", stub=True),
        ),
    )


@maker
def wordpress() -> Case:
    site = "https://jc.example"
    appeared = (
        f'<p>The post <a rel="nofollow" href="{site}/1/">新桥通车</a> appeared first on '
        f'<a rel="nofollow" href="{site}">江城周刊</a>.</p>'
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"'
        ' xmlns:content="http://purl.org/rss/1.0/modules/content/"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">'
        f'<channel><title>江城周刊</title><atom:link href="{site}/feed/" rel="self"/>'
        f"<link>{site}</link><image><title>图</title><link>x</link></image>"
        f"<item><title>新桥&#8220;通车&#8221;&#8230;&#038;灯会</title><link>{site}/1/</link>"
        "<dc:creator><![CDATA[江一帆]]></dc:creator><pubDate>Tue, 05 Mar 2024 03:20:11 +0000"
        '</pubDate><category><![CDATA[未分类]]></category><guid isPermaLink="false">?p=1</guid>'
        f"<description><![CDATA[<p>{ONE[:9]} [&#8230;]</p>\n{appeared}]]></description>"
        f"<content:encoded><![CDATA[\n<p>{ONE}</p>\n\n<figure class='wp-block-image'>"
        f"<img src='{site}/1.jpg' alt=''/><figcaption>通车的新桥。文小舟摄</figcaption></figure>\n"
        f"<h2>六车道</h2>\n<p>{TWO}</p><div class='sharedaddy sd-block'><h3>Share this:</h3>"
        "<ul><li><a>Click to share on Twitter (Opens in new window)</a></li></ul></div>"
        f"{appeared}<img src='https://pixel.wp.example/b.gif' width='1' height='1' />]]>"
        "</content:encoded></item>"
        f"<item><title>渡口停航</title><link>{site}/2/</link><pubDate>Mon, 04 Mar 2024 20:20:11"
        f" +0000</pubDate><dc:creator><![CDATA[admin]]></dc:creator><description><![CDATA[<p>{ONE}"
        f" [&#8230;]</p>\n{appeared}]]></description></item></channel></rss>",
        (
            Told(
                "新桥“通车”…&灯会",
                (ONE, "六车道", TWO),
                url=f"{site}/1/",
                names=("江一帆",),
                pictures=(f"{site}/1.jpg",),
                captions=("通车的新桥。文小舟摄",),
            ),
            Told("渡口停航", (ONE,), url=f"{site}/2/", stub=True),
        ),
    )


@maker
def ghost_and_medium() -> Case:
    return (
        '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"'
        ' xmlns:media="http://search.yahoo.com/mrss/"><channel><title><![CDATA[江城周刊]]></title>'
        "<item><title><![CDATA[新桥通车 &amp; 灯会 <em>开幕</em>]]></title>"
        f"<description><![CDATA[{ONE}]]></description><link>https://jc.example/1/</link>{DATED}"
        '<media:content url="https://jc.example/1.jpg" medium="image"/><content:encoded><![CDATA['
        f'<img src="https://jc.example/1.jpg" alt="新桥通车 &amp; 灯会 开幕">{MARKUP}<hr><p><em>'
        'Originally published at <a href="x">jc.example</a>.</em></p><img src="https://m.example/'
        'stat?x=1" width="1" height="1"><p><a href="x">新桥</a> was originally published in '
        '<a href="y">江城周刊</a> on Medium.</p>]]></content:encoded></item></channel></rss>',
        (
            Told(
                "新桥通车 & 灯会 开幕",
                url="https://jc.example/1/",
                pictures=("https://jc.example/1.jpg",),
            ),
        ),
    )


@maker
def rsshub() -> Case:
    url = "https://wb.example/content/202403/05/content_"
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0">\n <channel>\n'
        "  <title>江城晚报 - 头版</title>\n  <link>https://wb.example/</link>\n"
        "  <lastBuildDate>Wed, 06 Mar 2024 04:00:00 GMT</lastBuildDate>\n  <item>\n"
        "   <title>[A03:本市] 新桥通车</title>\n"
        f"   <description>&lt;div&gt;　　{ONE}&lt;br&gt;&lt;br&gt;　　{TWO}&lt;/div&gt;"
        "</description>\n"
        f"   <link>{url}1.html</link>\n   <guid isPermaLink='false'>{url}1.html</guid>\n"
        "   <pubDate>Mon, 04 Mar 2024 16:00:00 GMT</pubDate>\n   <author>江一帆</author>\n"
        f"  </item>\n  <item>\n   <title>渡口停航</title>\n   <link>{url}2.html</link>\n  </item>\n"
        " </channel>\n</rss>",
        (
            Told("新桥通车", url=f"{url}1.html", names=("江一帆",), page="A3"),
            Told("渡口停航", (), url=f"{url}2.html", stub=True),
        ),
    )


@maker
def feedburner() -> Case:
    flare = "&lt;div class='feedflare'&gt;&lt;a href='x'&gt;转发&lt;/a&gt;&lt;/div&gt;"
    return (
        '<?xml version="1.0"?><?xml-stylesheet type="text/xsl" href="/rss2full.xsl"?>'
        '<rss xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0" version="2.0">'
        "<channel><title>江城周刊</title><item><title>新桥通车</title>"
        f"<link>http://feedproxy.example/~r/jc/~3/1.html</link>{DATED}"
        f"<description>{ESCAPED}{flare}&lt;img src='http://f.example/~4/a' height='1'/&gt;"
        "</description><feedburner:origLink>https://jc.example/1.html</feedburner:origLink>"
        "</item></channel></rss>",
        (Told("新桥通车", url="https://jc.example/1.html"),),
    )


@maker
def podcast() -> Case:
    return (
        '<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel>'
        "<title>江城电台</title><itunes:author>江城</itunes:author><item><title>第12期 新桥通车"
        "</title><itunes:title>别的</itunes:title><guid>12</guid>"
        '<enclosure url="https://fm.example/12.mp3" type="audio/mpeg"/>'
        "<pubDate>Tue, 5 Mar 2024 7:05:00 +0800</pubDate>"
        f"<itunes:summary>{ONE}</itunes:summary><description><![CDATA[{ONE}<br/>{TWO}<br/>"
        "12:30 桥的历史]]></description></item></channel></rss>",
        (Told("第12期 新桥通车", (ONE, TWO, "12:30 桥的历史")),),
    )


@maker
def films() -> Case:
    return (
        '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/">'
        "<title>江城电视台</title><entry><id>yt:video:a</id><title>新桥通车</title>"
        '<link rel="alternate" href="https://tv.example/watch?v=a"/>'
        "<published>2024-03-05T02:00:00+00:00</published><media:group><media:title>别的"
        '</media:title><media:content url="https://tv.example/a" type="video/mp4"/>'
        f'<media:thumbnail url="https://tv.example/a.jpg"/><media:description>{ONE}\n\n{TWO}'
        "</media:description></media:group></entry></feed>",
        (
            Told(
                "新桥通车",
                url="https://tv.example/watch?v=a",
                pictures=("https://tv.example/a.jpg",),
            ),
        ),
    )
