"""The byline over an article: whom the text names as its author, and whom it only names."""

import pytest

from store.exports.bylines import shown_byline
from store.models import Article, Byline

BODY = "老桥昨日修好，工匠白露说，桥栏都是旧石。岑小满写的桥志同日首发。"


@pytest.mark.parametrize(
    ("text", "byline", "shown"),
    [
        (BODY, Byline("本报记者", ("白露", "岑小满")), "本报记者 白露 岑小满"),
        (BODY, Byline("本报记者", ("白露", "岑小满"), "、"), "本报记者 白露、岑小满"),
        (BODY, Byline("", ("白露",)), "白露"),
        (f"本报讯（记者 白露）{BODY}", Byline("记者", ("白露",)), ""),
        (f"【本報訊】（記者 白露）{BODY}", Byline("记者", ("白露",)), ""),
        (f"{BODY}（记者 白露、岑小满）", Byline("记者", ("白露", "岑小满")), ""),
        (f"{BODY} 白露 岑小满", Byline("", ("白露", "岑小满")), ""),
        (f"{BODY}白露/文 岑小满/图", Byline("图", ("岑小满",)), ""),
        (f"{BODY}（作者：白露）", Byline("作者", ("白露",)), ""),
        (BODY, Byline("评论员", ()), "评论员"),
    ],
)
def test_who_is_shown(text: str, byline: Byline, shown: str) -> None:
    assert shown_byline(Article(paragraphs=(text,), byline=(byline,))) == shown


def test_a_credit_names_its_people() -> None:
    article = Article(paragraphs=(BODY,), credit="江一帆/摄", byline=(Byline("摄", ("江一帆",)),))
    assert shown_byline(article) == ""


def test_a_line_of_its_own_is_shown_though_the_text_names_the_same_people() -> None:
    text = f"本报讯（记者 白露）{BODY}（记者 白露）"
    byline = (Byline("记者", ("白露",)), Byline("摄", ("江一帆",)))
    article = Article(paragraphs=(text,), credit="江一帆/摄", byline=byline, signed=("白露",))
    assert shown_byline(article) == "记者 白露"
