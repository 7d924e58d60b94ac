"""A node's text, and what a link is called."""

import pytest

from store.press.markup.parse import parse
from store.press.markup.text import bare, first_text, is_arrows, text_of


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<a>老桥<br>修好了</a>", "老桥 修好了"),
        ("<a><span style='font-family:Webdings'>3</span>上一期</a>", "上一期"),
        ("<a><FONT face=WEBDINGS>4</FONT>下一版</a>", "下一版"),
        ("<a><span class='headings'>老</span>桥</a>", "老桥"),
        ("<a>老<script>x=1</script>桥\n  &nbsp;新</a>", "老桥 新"),
        ("<a>a\u202eb&#27;[31mc</a>", "abc"),
    ],
)
def test_the_text_of_a_node(markup: str, text: str) -> None:
    assert text_of(next(parse(markup, "a.html").iter("a"))) == text


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<a>老桥<p>这座桥有百年历史</p></a>", "老桥"),
        ("<a><div>老桥</div><div>摘要</div></a>", "老桥"),
        ("<a><p>引题</p><h3>老桥</h3><p>副题</p></a>", "老桥"),
        ("<a><img alt=x></a>", ""),
    ],
)
def test_what_a_link_is_called(markup: str, text: str) -> None:
    assert first_text(next(parse(markup, "a.html").iter("a"))) == text


def test_tags_in_a_string_go() -> None:
    assert bare("<p>老桥&amp;<br/>新桥</p>") == "老桥& 新桥"


def test_letters_of_a_common_font_are_text() -> None:
    assert not is_arrows(next(parse("<font face='宋体'>3</font>", "a").iter("font")))
