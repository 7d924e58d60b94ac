"""The links of a page list, and the names of pages between them."""

from store.press.epaper.links import links_of
from store.press.markup.parse import parse

PAGE = "http://x/2031-04/05/node_1.htm"
BASE = "http://x/2031-04/05/"


def texts(markup: str) -> list[tuple[str, str]]:
    return [
        (link.address.removeprefix(BASE), link.text) for link in links_of(parse(markup, "a"), PAGE)
    ]


def test_links_in_their_order() -> None:
    assert texts(
        "<a href=content_1.htm><IMG src=camera.gif></a><a href=content_1.htm>老桥<br>修好</a>"
        "<a daoxiang=content_2.htm>新桥</a><a href='javascript:x()'>打印</a><a>无</a>"
    ) == [("content_1.htm", ""), ("content_1.htm", "老桥 修好"), ("content_2.htm", "新桥")]


def test_a_title_that_a_script_writes() -> None:
    assert texts('<a href=content_1.htm><script>document.write(view("老桥"));</script></a>') == [
        ("content_1.htm", "老桥")
    ]


def test_what_is_cut_short_is_whole_in_its_attribute() -> None:
    assert texts("<a href=content_1.htm title=望江县的老桥>望江县…</a>")[0][1] == "望江县的老桥"
    assert texts("<a href=content_1.htm title=点击查看>望江县…</a>")[0][1] == "望江县…"
    assert texts("<a href=content_1.htm alt=老桥></a>")[0][1] == "老桥"


def test_the_name_of_a_page_that_is_no_link() -> None:
    assert texts("<td>第1版　　　<span>要闻</span></td><a href=node_2.htm>第2版：副刊</a>") == [
        ("", "第1版 要闻"),
        ("node_2.htm", "第2版：副刊"),
    ]


def test_text_that_begins_like_a_page_is_none() -> None:
    assert texts("<p>第1版的老桥在" + "望江县" * 20 + "</p><style>第1版</style>") == []
