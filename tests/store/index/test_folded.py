"""What is searched of an article: its parts folded, and words looked for in them."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from store.index.folded import Needles, fold_issue
from store.models import Article, Byline, Issue, Keyword, Paper, Part


def test_the_parts_of_an_article_stand_one_a_line() -> None:
    article = Article(
        id="x/1.1",
        page="1",
        kicker="引題",
        headline="ＮＢＡ\n与古橋",
        byline=(Byline("记者", ("裴听雨", "林守诚")),),
        column="溪邊",
        paragraphs=("甲", "乙河\n丙桥"),
        captions=("圖",),
        credit="本报",
        parts=(Part("A2", 1, 0),),
        keywords=(Keyword("古橋"),),
    )
    [folded] = fold_issue(Issue(Paper("清溪報"), date(2024, 3, 5), articles=(article,), id="x"))
    assert folded.head == "引题\nnba与古桥"
    assert folded.byline == "记者 裴听雨 林守诚"
    assert folded.column == "溪边"
    assert folded.rest == "甲\n乙河 丙桥\n图\n本报"
    assert folded.text == "\n".join((folded.head, folded.byline, folded.column, folded.rest))
    assert (folded.paper, folded.address, folded.day) == ("清溪报", "x", date(2024, 3, 5))
    assert set(folded.traits) == {"kind=news", "page=1", "page=a2"}
    assert folded.keywords == (("古桥", Keyword("古橋")),)


def test_an_article_without_a_head_is_its_rest() -> None:
    [folded] = fold_issue(Issue(articles=(Article(paragraphs=("甲",)),)))
    assert folded.text == folded.rest == "甲"


@given(st.lists(st.text("古桥修缮路", min_size=1, max_size=3), min_size=1), st.text("古桥修缮路"))
def test_needles_are_found_as_each_of_them_would_be(words: list[str], hay: str) -> None:
    needles = Needles(tuple(words))
    assert needles.found_in(hay) == any(word in hay for word in words)
    assert bool(needles.find_all(hay)) == needles.found_in(hay)
    assert set(needles.find_all(hay)) <= set(words)
