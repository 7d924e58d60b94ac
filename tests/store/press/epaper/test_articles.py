"""From an article's page to the article."""

import pytest

from store.models import Byline, Jump, Picture
from store.press.epaper.article_page import ArticlePage, Photo
from store.press.epaper.articles import make_article

SOURCE = "0" * 64


def test_an_article() -> None:
    page = ArticlePage(
        "http://x/a", "引", "老桥修好了", "副", "■本报记者 林　芮 王小明",
        paragraphs=("本报讯 老桥修好了。", "乙。"), photos=(Photo("http://x/a.jpg", "桥"),),
        captions=("桥",),
    )  # fmt: skip
    article = make_article(page, "2", SOURCE, ((0, 0), (1, 0), (1, 1)))
    assert (article.kicker, article.headline, article.subhead) == ("引", "老桥修好了", "副")
    assert [byline.names for byline in article.byline] == [("林芮", "王小明")]
    assert (article.page, article.url, article.source) == ("2", "http://x/a", SOURCE)
    assert article.pictures == (Picture("http://x/a.jpg", "桥"),)
    assert article.area == ((0, 0), (1, 0), (1, 1))


def test_people_named_in_the_text_where_none_are_named_apart() -> None:
    page = ArticlePage(paragraphs=("本报讯（记者 赵青）老桥修好了。", "完。（通讯员 林芮）"))
    assert make_article(page, "1", SOURCE).byline == (
        Byline("记者", ("赵青",)),
        Byline("通讯员", ("林芮",)),
    )


@pytest.mark.parametrize("last", ["挂了灯。（下转第二版）", "挂了灯。(下转2版)"])
def test_a_jump_is_no_text(last: str) -> None:
    article = make_article(ArticlePage(paragraphs=("甲。", last)), "1", SOURCE)
    assert article.paragraphs == ("甲。", "挂了灯。")
    assert article.jump is not None
    assert article.jump.to == "2"


def test_jumps_on_lines_of_their_own_go() -> None:
    page = ArticlePage(paragraphs=("（上接第一版）乙。", "丙。", "（下转第四版）"))
    article = make_article(page, "3", SOURCE)
    assert article.paragraphs == ("乙。", "丙。")
    assert article.continues == Jump("1", "（上接第一版）")
    assert article.jump == Jump("4", "（下转第四版）")
