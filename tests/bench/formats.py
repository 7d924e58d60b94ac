"""What each kind of source costs beside its bare library: ratios, both sides in one run.

Run ``python -m tests.bench.formats``. An article of an e-paper stands beside lxml's own parse of
the page and its text, an article of another site beside readability alone, a feed beside
fastfeedparser alone, and beside that with lxml's text of each entry. Documents and books stand
beside lxml's parse of their parts (`tests.bench.documents`), PDFs beside PDFium's letters
(`tests.bench.pdfs`).
"""

import time
from collections.abc import Callable
from statistics import median

import fastfeedparser
from lxml import html
from readability import Document

from store.press.epaper.article_page import read_article_page
from store.press.epaper.site import open_page
from store.press.feed.read import read_feed, read_feed_issues
from store.press.kinds import FEED
from store.press.markup.charset import decode_page
from store.press.material import Material
from store.press.web.read import read_page
from tests.bench import documents, pdfs
from tests.store.press.epaper.mirrors import RIVER, TEXTS
from tests.store.press.web.pages import PORTAL, SECOND

ROUNDS, TIMES = 15, 20
BOUND, FEED_BOUND = 1.5, 2.0


def article(length: int) -> bytes:
    """Return an article's page of family A, as heavy around its text as the real ones are."""
    menu = "".join(
        f"<li><a href='http://paper.example/{n}/index.htm' target=_blank>临江{n}报</a></li>"
        for n in range(40)
    )
    script = "<script>function turn(page){ return page + 1; }</script>" * 20
    text = "".join(f"<p>　　{''.join(TEXTS[RIVER]) * 4}</p>" for _ in range(length))
    rules = ".main .news li { font-size: 16px; margin-right: 5px; } " * 100
    return (
        "<!DOCTYPE html><html><head><title>河边的书屋-临江日报</title>"
        f"<META name='pagetype' content='1'><style>{rules}</style>{script}</head>"
        f"<body><ul>{menu}</ul>"
        "<div class=article><h3></h3><h1>河边的书屋</h1><h2></h2><p class=sec>赵青 "
        "《临江日报》（<span class=newstime>2031年04月05日</span> 第 02 版）</p>"
        f"<div id=ozoom>{text}</div></div>{script}</body></html>"
    ).encode()


def bare(data: bytes) -> None:
    """Parse a page and take its text, as lxml does it."""
    "".join(map(str, html.document_fromstring(data).itertext()))


def ours(data: bytes) -> None:
    """Read an article's page."""
    page = open_page(data, "a.html")
    assert page is not None
    read_article_page(page.root, page.founder, "http://x/a.html", "河边的书屋")


def page_of_a_site(length: int) -> bytes:
    """Return an article on a portal, with the programs and lists that portals have around it."""
    script = "<script>var menu = ['<li>', '</li>']; function turn(page){ return 1; }</script>" * 400
    links = "".join(f"<li><a href=/{n}.html>别处的另一条新闻标题{n}</a></li>" for n in range(500))
    page = PORTAL.replace(SECOND, f"{SECOND}</p><p>" * length + SECOND)
    return page.replace("</body>", f"{script}<ul>{links}</ul></body>").encode()


def bare_site(data: bytes) -> None:
    """Find the body of a page, as readability does it."""
    Document(data.decode()).summary()


def our_site(data: bytes) -> None:
    """Read a page of any site."""
    read_page(Material("a.html", data, decoded=decode_page(data)))


def feed(entries: int) -> bytes:
    """Return a feed of full texts."""
    text = "".join(f"<p>　　{''.join(TEXTS[RIVER]) * 4}</p>" for _ in range(8))
    items = "".join(
        f"<item><title>河边的书屋{at}</title><link>http://paper.example/{at}.html</link>"
        f"<guid>{at}</guid><pubDate>Sat, 05 Apr 2031 08:00:00 +0800</pubDate>"
        f"<description><![CDATA[{text}]]></description></item>"
        for at in range(entries)
    )
    return f"<rss version='2.0'><channel><title>临江日报</title>{items}</channel></rss>".encode()


def bare_feed(data: bytes) -> None:
    """Parse a feed with the fast library alone."""
    fastfeedparser.parse(data)


def feed_texts(data: bytes) -> None:
    """Parse a feed and take the text of each entry, as the two libraries do it."""
    for entry in fastfeedparser.parse(data)["entries"]:
        "".join(map(str, html.fragment_fromstring(entry["description"], "div").itertext()))


def feed_entries(data: bytes) -> None:
    """Read the entries of a feed."""
    read_feed(data.decode(), "a.xml")


def feed_issues(data: bytes) -> None:
    """Read a feed into issues."""
    read_feed_issues(Material("a.xml", data, FEED))


def ratio(one: Callable[[bytes], None], other: Callable[[bytes], None], data: bytes) -> float:
    """Return how long `one` takes beside `other`, each in turn."""
    return median(cost(one, data) / cost(other, data) for _ in range(ROUNDS))


def cost(read: Callable[[bytes], None], data: bytes) -> float:
    """Return the seconds of processor time of some readings."""
    start = time.process_time()
    for _ in range(TIMES):
        read(data)
    return time.process_time() - start


def main() -> None:
    """Print the ratios."""
    for length in (5, 15, 40):
        data = article(length)
        found = ratio(ours, bare, data)
        print(f"e-paper article, {len(data):>6,} bytes: {found:.2f} × lxml (bound {BOUND})")
    for length in (5, 40):
        data = page_of_a_site(length)
        found = ratio(our_site, bare_site, data)
        print(f"web page, {len(data):>7,} bytes: {found:.2f} × readability (bound {BOUND})")
    data = feed(50)
    found = ratio(feed_entries, bare_feed, data)
    print(f"feed, its entries: {found:.2f} × fastfeedparser (bound {FEED_BOUND})")
    found = ratio(feed_issues, bare_feed, data)
    print(f"feed, its issues:  {found:.2f} × fastfeedparser")
    found = ratio(feed_issues, feed_texts, data)
    print(f"feed, its issues:  {found:.2f} × fastfeedparser with lxml's text of each entry")
    for what, data, mine, other, name in (*documents.rows(), *pdfs.rows()):
        print(f"{what}, {len(data):>6,} bytes packed: {ratio(mine, other, data):.2f} × {name}")


if __name__ == "__main__":
    main()
