"""The headline is what heading and title agree on."""

import pytest

from store.press.markup.paragraphs import Block
from store.press.markup.parse import parse
from store.press.web.headline import Head, bare, head_of_chapter, read_head

H = "望江老桥修好了"


@pytest.mark.parametrize(
    ("title", "told", "markup", "headline"),
    [
        (f"{H}_要闻_青溪网", [], "<h1>青溪新闻</h1>", H),
        (f"{H}-青溪网", [], "<h1>新闻中心</h1>", H),
        (f"{H} - 青溪网", [], f"<h2>{H}</h2>", H),
        ("", [], f"<h1>{H}</h1>", H),
        ("", [H], "", H),
        (f"{H}...", [], f"<h1>{H} 两岸村民走回家</h1>", f"{H} 两岸村民走回家"),
        ("青溪新闻网", [], f"<center><font size=+4><b>{H}</b></font></center>", H),
        ("青溪新闻网", [], f"<td align=center><b>{H}</b></td>", H),
        (f"视界|{H}_青溪网", [], f"<h1>视界|{H}</h1>", f"视界|{H}"),
        (f"{H}“回家”_青溪网", [f"{H}"], f"<h1>{H}“回家”</h1>", f"{H}“回家”"),
    ],
)
def test_the_headline(title: str, told: list[str], markup: str, headline: str) -> None:
    assert read_head(parse(markup, "a"), title, told).headline == headline


def test_headings_beside_it_are_kicker_and_subhead() -> None:
    markup = f"<div><h3>三年以后</h3><h1>{H}</h1><h4>石头没有换</h4></div>"
    head = read_head(parse(markup, "a"), f"{H}--望江网", [])
    assert (head.kicker, head.headline, head.subhead) == ("三年以后", H, "石头没有换")
    assert head.site_parts == ("望江网",)


def test_blanks_and_quotation_marks_do_not_count() -> None:
    assert bare("“老桥” 修好了") == bare("「老桥」修好了")


def test_the_head_of_a_chapter() -> None:
    blocks = [
        Block("要闻", level=3),
        Block("一条船渡了七十年", level=1),
        Block("船照旧开", level=2),
    ]
    whole = Head("一条船渡了七十年", "要闻", "船照旧开")
    assert head_of_chapter(blocks, "一条船渡了…") == whole
    assert head_of_chapter(blocks[1:], "") == Head("一条船渡了七十年", "", "船照旧开")
    assert head_of_chapter([Block("天刚亮。")], "一条船渡了七十年") == Head("一条船渡了七十年")
    assert head_of_chapter([], "") == Head("")
