"""Heads: kicker, headline, subhead, author."""

import pytest

from store.press.epaper.body import find_body
from store.press.epaper.founder import Founder
from store.press.epaper.heads import Head, agree, read_head
from store.press.epaper.places import places_of
from store.press.markup.parse import parse

BODY = "<div id=ozoom><h1>小标题</h1><p>老桥修好了。</p></div>"


def read(markup: str, *known: str, founder: Founder | None = None) -> Head:
    root = parse(markup + BODY, "a")
    places = places_of(root)
    return read_head(root, places, find_body(root, places), founder or Founder(), known)


@pytest.mark.parametrize(
    "markup",
    [
        "<div><h3>引</h3><h1>老桥修好了</h1><h2>副</h2><p class=sec>赵青<b>2031年</b></div>",
        "<div><h3>引</h3><h2>老桥修好了</h2><h4>副</h4><h5>本报记者 赵青</h5></div>",
        "<table class=wz><tr><td>引</td></tr><tr><td>老桥修好了<tr><td>副<tr><td>赵青</table>",
        "<table class=wz><tr><td>引<td><tr><td class=bt1>老桥修好了<tr><td>副<tr><td>赵青</table>",
        "<p id=suptitle>引</p><p id=title>老桥修好了</p><p id=subtitle>副</p><p id=author>赵青</p>",
        "<p class=bmnr_con_yinti>引</p><p class=bmnr_con_biaoti>老桥修好了</p>"
        "<p class=bmnr_con_biaoti2>副</p><p class=bmnr_con_zuozhe>本报记者 赵青</p>",
        "<p class=con-yinti>引</p><p class=con-zhuti>老桥修好了</p>"
        "<p class=con-futi>副</p><p class=con-zuozhe>赵青</p>",
    ],
)
def test_the_parts_of_a_head(markup: str) -> None:
    head = read(markup, "老桥修好了")
    assert (head.kicker, head.headline, head.subhead) == ("引", "老桥修好了", "副")
    assert head.author.endswith("赵青")


def test_a_page_without_headings_has_the_head_that_its_classes_name() -> None:
    head = read("<p class=list_biaoti>今日要闻</p>", "老桥修好了")
    assert head == Head(headline="老桥修好了")


def test_founders_tags_come_before_what_is_seen() -> None:
    given = Founder("引", "老桥", "副", "赵青")
    assert read("<h1>别的</h1>", "新桥", founder=given) == Head("引", "老桥", "副", "赵青")


def test_a_headline_that_is_not_the_links_is_not_believed() -> None:
    assert read("<h1>临江日报</h1>", "老桥修好了").headline == "老桥修好了"
    assert (
        read("<h1>临江日报</h1><div><h2>老桥修好了</h2></div>", "老桥修好…").headline
        == "老桥修好了"
    )


def test_without_a_link_the_head_nearest_to_the_body_counts() -> None:
    assert read("<h1>临江日报</h1><div><h2>老桥修好了</h2></div>").headline == "老桥修好了"


def test_headlines_agree_but_for_blanks_and_marks() -> None:
    assert agree("“老桥” 修好了", "老桥修好了！（图）")
    assert not agree("老桥", "")
    assert not agree("老桥", "新桥")
