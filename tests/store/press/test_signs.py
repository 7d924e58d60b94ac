"""What a page of markup is: its signs, and what has some of them and is something else."""

import pytest

from store.press.signs import is_by_office, is_feed, markup_kind

STORY = "<p>" + "望江县的老桥修好了，两岸的村民都来看。" * 20 + "</p>"
LINKS = "".join(f'<a href="/{n}.html">望江县今天有新消息{n}</a>' for n in range(80))

BRIEF = "望江县的老桥修好了，两岸的村民一早就都来看，有人走了三遍，还舍不得回家。"
LISTED = f'<h3><a href="/1.html">别处的另一条新闻</a></h3><p>{BRIEF}</p><a href="/t">详情</a>'
LEGAL = f"<p>版权所有，未经授权不得转载，违者必究，举报电话在此。{'违者必究，' * 20}</p>"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("<html><META name='pagetype' content='2'>", "epaper"),
        ('<a href=a.html>第01版：要闻</a><a href="b.html"><b>第02版</b></a>', "epaper"),
        ("<a href=a.html>A01：头版</a> <a href=b.html>A02：综合</a>", "epaper"),
        ("<a href=Page01TB.htm>[01]</a><a href='/c/Page02TB.htm'>[02]</a>", "epaper"),
        ("<a href=a.html>第01版：要闻</a>" + STORY, "web"),
        ("<html><founder-content>老桥", "epaper-article"),
        ('<div id="ozoom">老桥', "epaper-article"),
        (f"<html><title>老桥</title>{STORY}", "web"),
        (f"<html>{LINKS}{STORY * 6}", "web"),
        (f"<html>{LINKS}", "front"),
        (f"<html>{LINKS}{LEGAL}", "front"),
        (f"<html>{LISTED * 12}", "front"),
        (f"<html>{LISTED * 12}{STORY}", "web"),
        (f"<html>{LINKS}<p>{BRIEF}</p><p>{BRIEF}</p><p>{BRIEF}</p>", "web"),
        ("<html><title>Index of /pages</title><a href=1.txt>1.txt</a>", "listing"),
        ('<html>请登录<input name=p type="password">', "login"),
        (f'<html>{STORY}<input type="password">', "web"),
        ("<html><title>404 Not Found</title><h1>Not Found</h1>", "error"),
        (f"<html>{LINKS}<title>页面不存在</title>", "error"),
        (f"<html><title>网页打不开怎么办</title>{STORY}<p>您访问的页面不存在。", "web"),
        ("<html><title>paper.example - /p/</title><a href=a.html>a.html</a>", "listing"),
        ("<html><title>老桥 - 望江搜索</title>找到约 1,230 条结果" + STORY, "search"),
        ("<html><title>老桥 - 搜索结果</title>" + STORY, "search"),
        ("<html><title>老桥_百度搜索</title>" + STORY, "search"),
        ("<html><title>搜索结果里的老桥，是谁修的_青溪网</title>" + STORY, "web"),
        ("<html><meta name=pagetype content=1><!--enpcontent-->" + STORY, "web"),
        ("<html><meta name=pagetype content=1>第01版：要闻" + STORY, "epaper-article"),
    ],
)
def test_the_kind(text: str, kind: str) -> None:
    assert markup_kind(text).code == kind


@pytest.mark.parametrize(
    "piece", ["<", "<a ", "<div ", "<a>", "<input ", "<!--", "<title>", "<meta pagetype "]
)
def test_markup_that_never_ends_is_looked_through_once(piece: str) -> None:
    """Looking again from each place would take minutes, and not only in a worker."""
    assert markup_kind("<html>" + piece * 10_000).code in ("web", "front")


def test_what_stands_before_a_feed_is_looked_through_once() -> None:
    assert is_feed("<!-- a -->" * 20 + "<rss>")
    assert not is_feed("<?xml ?>" + "<!-- -->" * 10_000 + "<rss>")


@pytest.mark.parametrize("piece", ["<!--x-->", "<?x?>", "<!DOCTYPE html>", "<!DOCTYPE [>]>"])
def test_what_stands_before_a_page_is_looked_through_once(piece: str) -> None:
    assert markup_kind(piece * 10_000 + "<html>").code == "web"


def test_what_is_pasted_from_an_office_into_a_site_is_the_site_s() -> None:
    word = '<html xmlns:w="urn:schemas-microsoft-com:office:word">'
    filtered = "<html><head><meta name=Generator content='Microsoft Word 15 (filtered)'>"
    assert is_by_office(word)
    assert is_by_office(filtered)
    assert not is_by_office("<html><body><p class=MsoNormal>老桥<o:p></o:p></p>")
