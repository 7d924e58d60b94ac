"""What a page list names, without the files around it."""

from datetime import date

from store.press.epaper.founder import Founder
from store.press.epaper.page_list import PageList, read_page_list
from store.press.markup.parse import parse

HERE = "http://x/html/2031-04/05/node_2.htm"
PAGES = "<a href=node_2.htm>第01版：要闻</a><a href=node_3.htm>第02版：副刊</a>"


def read(markup: str, address: str = HERE) -> PageList:
    return read_page_list(parse(markup, "a"), address)


def titles(found: PageList) -> list[tuple[str, str]]:
    return [(entry.page, entry.title) for entry in found.entries]


def test_addresses_are_whole() -> None:
    found = read(f"{PAGES}<a href=content_1.htm?div=-1>老桥</a>")
    assert found.entries[0].address == "http://x/html/2031-04/05/content_1.htm"
    assert [page.address for page in found.pages] == [HERE, HERE.replace("_2", "_3")]
    assert (found.here, found.day, found.whole) == ("1", date(2031, 4, 5), False)


def test_a_box_that_repeats_other_pages_is_left_out_by_the_map() -> None:
    box = "<a href=content_1.htm>老桥</a><a href=content_9.htm>别版</a>"
    found = read(f"<map><area href=content_1.htm></map>{PAGES}{box}")
    assert titles(found) == [("1", "老桥")]


def test_one_page_beneath_a_list_is_not_the_whole_issue() -> None:
    found = read(f"{PAGES}<a href=content_1.htm>老桥</a><a href=content_2.htm>新桥</a>")
    assert titles(found) == [("1", "老桥"), ("1", "新桥")]


def test_articles_beneath_each_page_are_the_whole_issue() -> None:
    found = read(
        "<a href=node_2.htm>第01版：要闻</a><a href=content_1.htm>老桥</a>"
        "<a href=node_3.htm>第02版：副刊</a><a href=content_2.htm>新桥</a>"
        "<a href=content_1.htm>老桥</a>"
    )
    assert found.whole
    assert titles(found) == [("1", "老桥"), ("2", "新桥")]


def test_an_issue_on_one_page_has_articles_on_the_ordinary_site() -> None:
    found = read(
        "<h1>2031年04月05日</h1><h5>01版：头版</h5><a href=http://x/article/1.html>老桥<p>摘要</p></a>"
        "<a href=http://x/ad/1.html>好房子</a><h5>02版：评论</h5><a href=/article/2.html>新桥</a>",
        "http://x/newspapers/today",
    )
    assert titles(found) == [("1", "老桥"), ("2", "新桥")]
    assert [(page.number, page.name) for page in found.pages] == [("1", "头版"), ("2", "评论")]
    assert found.day == date(2031, 4, 5)


def test_a_page_whose_address_is_not_known() -> None:
    found = read(
        "<td>第02版　<span>副刊</span></td><p>2031年4月5日</p>"
        "<a href=../04/node_2.htm>第01版：旧闻</a>"
        f"{PAGES}<a href=content_1.htm>老桥</a><a href=http://y/other/>友情链接</a>",
        "",
    )
    assert (found.here, found.day) == ("2", date(2031, 4, 5))
    assert titles(found) == [("2", "老桥")]
    assert [page.name for page in found.pages] == ["要闻", "副刊"]


def test_pages_without_numbers_are_counted() -> None:
    found = read(
        "<a href=node_2.htm>要闻</a><a href=node_3.htm>副刊</a><a href=content_1.htm>老桥</a>"
    )
    assert [(page.number, page.name) for page in found.pages] == [("1", "要闻"), ("2", "副刊")]


def test_an_empty_shell_names_nothing() -> None:
    found = read("<div id=app></div><script src=app.js></script>")
    assert not found.pages
    assert not found.entries


def test_a_list_of_founders_may_name_articles_anywhere() -> None:
    lists = "<a href=/eeo/2031/0403/1.shtml>老桥</a><a href=/eeo/2031/0404/2.shtml>新桥</a>"
    where = "http://x/dubao/20310405/node_1.html"
    found = read_page_list(parse(lists, "a"), where, Founder(page="1", type="2"))
    assert titles(found) == [("1", "老桥"), ("1", "新桥")]
    assert read(lists, where).entries == ()
