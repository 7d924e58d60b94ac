"""An article's page."""

from datetime import date

import pytest

from store.press.epaper.article_page import ArticlePage, Photo, read_article_page
from store.press.epaper.founder import read_founder
from store.press.markup.parse import parse

ADDRESS = "http://x/p/content/203104/05/content_7.html"


def read(markup: str, address: str = ADDRESS, link: str = "老桥修好了") -> ArticlePage:
    root = parse(markup, "a")
    return read_article_page(root, read_founder(root, markup), address, link)


def body(markup: str) -> str:
    return f"<h1>老桥修好了</h1><div id=ozoom>{markup}</div>"


def test_crossheads_stay_among_the_paragraphs() -> None:
    page = read(
        body("<p>甲。</p><p><strong>桥上</strong></p><p>乙。</p><p>丙。</p><p><b>赵青</b></p>")
    )
    assert page.paragraphs == ("甲。", "桥上", "乙。", "丙。", "赵青")
    assert page.crossheads == (1,)


def test_a_body_that_is_all_bold_has_no_crossheads() -> None:
    assert read(body("<b><p>甲</p><p>乙</p><p>丙</p></b>")).crossheads == ()


def test_a_picture_and_its_caption() -> None:
    page = read(
        body(
            "<p><img src=../../../pic/a.jpg data-original-title='&lt;p&gt;桥。&lt;/p&gt;'></p>"
            "<p>甲。</p>"
        )
    )
    assert page.photos == (Photo("http://x/p/pic/a.jpg", "桥。"),)
    assert page.captions == ("桥。",)
    assert page.paragraphs == ("甲。",)


def test_an_article_of_pictures_alone_has_its_captions_as_text() -> None:
    page = read(body("<img src=../../../pic/a.jpg title='老桥。赵青摄'>"))
    assert page.paragraphs == ("老桥。赵青摄",)
    assert page.captions == ()


def test_a_picture_before_the_body_in_the_same_table() -> None:
    page = read(
        "<table><tr><td><img src=../../../pic/a.jpg alt=桥></td></tr>"
        "<tr><td><founder-content><p>甲。</p></founder-content></td></tr></table>"
    )
    assert page.captions == ("桥",)
    page = read(
        "<table><tr><td><table><tr><td><img src=../../../pic/a.jpg><tr><td>桥头。林芮摄</table>"
        "<tr><td><founder-content><p>甲。</p></founder-content></table>"
    )
    assert (page.captions, page.paragraphs) == (("桥头。林芮摄",), ("甲。",))


@pytest.mark.parametrize(
    ("above", "number", "name"),
    [
        ("<td>第02版：<STRONG>要&nbsp;&nbsp;闻</STRONG></td>", "2", "要闻"),
        ("<div>第A04版：教科文</div>", "A4", "教科文"),
        ("<p>《临江日报》（<b>2031年04月05日</b> 第 03 版）</p>", "3", ""),
        ("<a href=node_1.htm>第01版：要闻</a><div>第05版：副刊</div>", "5", "副刊"),
    ],
)
def test_the_page_that_it_stood_on(above: str, number: str, name: str) -> None:
    page = read(above + body("<p>第9版的老桥。</p>"), link="")
    assert (page.page, page.page_name) == (number, name)


def test_a_page_above_very_many_lines_is_found_soon() -> None:
    above = "<p>第1版的</p>" * 20_000 + "<div>第02版：要闻</div>"
    assert read(above + body("<p>甲。</p>"), link="").page == "2"


def test_a_page_in_the_address() -> None:
    address = "http://x/html/2031-04/05/nw.D110000ljrb_20310405_2-12.htm"
    assert read(body("<p>甲。</p>"), address).page == "12"


def test_the_day_of_the_address_comes_before_the_printed_one() -> None:
    printed = "<p>《临江日报》（2031年04月06日）</p>" + body("<p>甲。</p>")
    assert read(printed).day == date(2031, 4, 5)
    alone = read(printed, "", "")
    assert (alone.day, alone.paper) == (date(2031, 4, 6), "临江日报")


def test_a_page_read_alone_is_called_by_its_title() -> None:
    page = read("<title>老桥修好了-临江日报</title><div id=ozoom>甲。</div>", "", "")
    assert (page.headline, page.paper) == ("老桥修好了", "临江日报")
