"""Feeds that are wrong in the ways of the wild, each with what is to be read in it for all that."""

from tests.store.press.feed.makers import (
    BOTH,
    DATED,
    DAY,
    ESCAPED,
    MARKUP,
    ONE,
    TWO,
    Case,
    Told,
)

ITEM = f"<item><title>新桥通车</title>{DATED}<description><![CDATA[{MARKUP}]]></description></item>"
TOLD = (Told("新桥通车"),)


def rss(*items: str) -> str:
    """Return a feed of these items."""
    return f"<rss version='2.0'><channel><title>临江网</title>{''.join(items)}</channel></rss>"


def damaged() -> dict[str, Case]:
    """Return the feeds by what is wrong with them."""
    deep = f"<item><title>甲事</title>{DATED}<description>{'<i>' * 5000}</description></item>"
    news = f"<item><title>新桥通车</title><link>http://lj.example/1</link>{DATED}"
    return {
        "GBK that says it is UTF-8": (
            f"<?xml version='1.0' encoding='utf-8'?>{rss(ITEM)}".encode("gbk"),
            TOLD,
        ),
        "UTF-16 that says it is GB 2312, behind blank lines": (
            f"\n\n <?xml version='1.0' encoding='gb2312'?>{rss(ITEM)}".encode("utf-16"),
            TOLD,
        ),
        "two marks of UTF-8": (f"\ufeff\ufeff{rss(ITEM)}", TOLD),
        "prefixes and entities that are not declared": (
            rss(
                "<item><title>新桥&nbsp;通车 A&B</title><link>http://lj.example/1?a=1&b=2</link>"
                "<dc:date>2024-03-05T08:00:00+08:00</dc:date><dc:creator>江一帆</dc:creator>"
                f"<content:encoded><![CDATA[{MARKUP}]]></content:encoded>"
                "<media:content url='http://lj.example/1.jpg'/></item>"
            ),
            (
                Told(
                    "新桥 通车 A&B",
                    url="http://lj.example/1?a=1&b=2",
                    names=("江一帆",),
                    pictures=("http://lj.example/1.jpg",),
                ),
            ),
        ),
        "markup that is not escaped": (
            rss(
                "<item><title>新桥<br>通车</title>"
                f"{DATED}<description><p>{ONE}<br>{TWO}<img src='http://lj.example/1.jpg'>"
                "</description></item>",
                ITEM.replace("新桥通车", "渡口停航"),
            ),
            (Told("新桥 通车", pictures=("http://lj.example/1.jpg",)), Told("渡口停航")),
        ),
        "markup that is escaped twice": (
            rss(f"{news}<description>{ESCAPED.replace('&', '&amp;')}</description></item>"),
            (Told("新桥通车", url="http://lj.example/1"),),
        ),
        "an attribute without quotation marks": (rss(ITEM).replace("'2.0'", "2.0"), TOLD),
        "warnings before it": (
            f"<br />\n<b>Warning</b>: headers already sent\n<?xml version='1.0'?>{rss(ITEM)}",
            TOLD,
        ),
        "rubbish behind it": (f"{rss(ITEM)}<!-- 0.3s --><script>a<2;</script></body>", TOLD),
        "a cut end": (
            rss(ITEM, ITEM.replace("新桥通车", "渡口停航"))[
                : -len("。</p>]]></description></item></channel></rss>")
            ],
            (Told("新桥通车"), Told("渡口停航", (ONE, TWO[:-1]))),
        ),
        "controls": (
            rss(f"{news}<description>\x08{ONE}&#8;&#xD800;\x1b[31m</description></item>"),
            (Told("新桥通车", (f"{ONE}\ufffd",), url="http://lj.example/1", stub=True),),
        ),
        "one entry that is too deep": (
            rss(deep, ITEM),
            (Told("甲事", (), stub=True), Told("新桥通车")),
        ),
        "a guid that stands on all entries": (
            rss(
                f"{news}<guid>http://lj.example/</guid><description>{ESCAPED}</description></item>",
                "<item><title>渡口停航</title><link>http://lj.example/2</link>"
                f"<guid>http://lj.example/</guid>{DATED}<description>{ESCAPED}</description></item>",
            ),
            (
                Told("新桥通车", url="http://lj.example/1"),
                Told("渡口停航", url="http://lj.example/2"),
            ),
        ),
        "entries told again, by address and by text": (
            rss(
                f"{news}<guid/><description>{ESCAPED}</description></item>",
                f"{news.replace('/1<', '/1#comments<')}<description>{ESCAPED}</description></item>",
                *[ITEM.replace("新桥通车", "渡口停航")] * 2,
            ),
            (Told("新桥通车", BOTH, DAY, "http://lj.example/1"), Told("渡口停航")),
        ),
    }
