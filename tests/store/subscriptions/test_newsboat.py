"""A file of newsboat's addresses, with tags, titles, and lines that are none of ours."""

import pytest

from store.subscriptions.listed import Listed
from store.subscriptions.newsboat import looks_like_urls, read_urls

FILE = """# my feeds
https://news.example/feed.xml "本地 新闻" 岭北 "~清溪新闻"

http://books.example/rss !hidden "~读书
"query:Unread:unread = \\"yes\\""
exec:~/bin/make-feed tag
https://news.example/feed.xml again
"""


def test_addresses_come_with_titles_and_tags_and_each_once() -> None:
    read = read_urls(FILE)
    assert read.listed == (
        Listed("https://news.example/feed.xml", "清溪新闻", ("本地 新闻", "岭北")),
        Listed("http://books.example/rss", "读书", ("hidden",)),
    )
    assert [line.split(":")[0].strip('"') for line in read.left_out] == ["query", "exec"]


@pytest.mark.parametrize(
    ("text", "is_one"),
    [(FILE, True), ('"query:a:b"\nhttps://a.example/', True), ("本报讯", False), ("", False)],
)
def test_it_is_told_by_its_first_line(text: str, is_one: bool) -> None:
    assert looks_like_urls(text) is is_one
