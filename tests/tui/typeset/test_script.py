"""Texts as they are drawn: harmless, with the characters that are meant, in the script chosen."""

from collections.abc import Iterator

import pytest

from store.index.query.highlight import spans
from store.index.query.parse import parse
from store.models import Article, Byline, Keyword
from tui.typeset.breaking import on_one_line
from tui.typeset.script import as_drawn, next_script, script_shown, show_in
from tui.typeset.setting import set_article


@pytest.fixture(autouse=True)
def as_printed() -> Iterator[None]:
    yield
    show_in("printed")


def test_what_stands_for_a_character_is_drawn_as_that_one() -> None:
    printed = "居⺠開⻔，杭\ue82a年︐﹁好﹂ ﬁ\u200b"
    assert as_drawn(printed, "printed") == "居民開门，杭㧐年，「好」 ﬁ\ufffd"
    assert as_drawn(printed, "simplified") == "居民开门，杭㧐年，「好」 ﬁ\ufffd"


def test_the_first_that_is_a_script_is_shown() -> None:
    show_in("", "traditional")
    assert script_shown() == "traditional"
    assert next_script() == "printed"
    show_in("simplified", "traditional")
    assert script_shown() == "simplified"


def test_an_article_is_set_in_the_script_that_is_shown_and_marked_where_it_was() -> None:
    article = Article(headline="城南水库开闸", paragraphs=("以后头发与皇后。",))
    printed = [line.text for line in set_article(article, 40).lines]
    show_in("traditional")
    shown = set_article(article, 40)
    assert [line.text for line in shown.lines] == ["城南水庫開閘", "", "以後頭髮與皇后。"]
    show_in("printed")
    assert [line.text for line in set_article(article, 40).lines] == printed
    assert shown.lines[0].text == "城南水庫開閘", "it was begun in that script"
    ((start, end),) = spans(parse("頭髮"), article.paragraphs[0])
    (run,) = shown.lines[-1].runs
    assert run.text[start:end] == "頭髮"


def test_a_headline_in_a_list_is_closed_up_and_in_that_script() -> None:
    assert on_one_line("关 于 防 汛 工 作 的 通 知") == "关于防汛工作的通知"
    assert on_one_line("朱 帆 程 静") == "朱 帆 程 静"
    show_in("traditional")
    assert on_one_line("发 展 报") == "發展報"


def test_a_surname_of_somebody_known_to_the_article_stays() -> None:
    article = Article(
        paragraphs=("余晚把剩余的书送给于归。",),
        byline=(Byline("记者", ("余晚",)),),
        names=(Keyword("于归", kind="person"),),
    )
    show_in("traditional")
    text = "".join(line.text for line in set_article(article, 60).lines)
    assert "余晚把剩餘的書送給于歸" in text
