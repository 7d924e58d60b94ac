"""What is like an article, and which articles are prints of one story."""

from collections.abc import Callable
from typing import Any

import pytest

from store.index.search import open_searcher
from store.index.similar import SimilarArticle, stories
from store.index.update import update
from store.library.library import Library
from store.models import Article, Keyword
from store.reader.marks import Marks

STORY = (
    "望江县连日降雨，柳河水位昨夜超过警戒。县里抽调三百名民工，连夜加固东堤七处险工，天亮前全部合龙。"
    "县长周野渡在堤上说，物资够用半月，请沿岸乡亲放心。气象台预计雨势明日转小，低洼处的住户仍要提前搬走。"
)
FLOOD, DIKE, TEA, NEWS = (Keyword(word, 0.5, "topic") for word in ("防汛", "堤坝", "春茶", "记者"))


@pytest.fixture
def shelf(library: Library, builder: Callable[..., Any], indexed: str) -> Library:
    """Give two papers' issues: floods, a flood's report in both, tea; a reporter is everywhere."""
    paper = builder("清溪报").on(2024, 3, 5).page("1")
    paper.article("加固堤坝", STORY, keywords=(FLOOD, DIKE, NEWS))
    paper.article("采茶", "春茶开园。", keywords=(TEA, NEWS)).add_to(library)
    if indexed == "an older index":
        update(library)
    other = builder("临江报").on(2024, 3, 6).page("2")
    other.article("七处险工完工", STORY[:60], keywords=(FLOOD, DIKE, NEWS))
    other.article("夜巡", "防汛人员夜巡。", keywords=(FLOOD, NEWS))
    other.article("无题", "没有关键词。").add_to(library)
    if indexed == "an index":
        update(library)
    return library


@pytest.fixture
def like(shelf: Library, marks: Marks) -> Callable[[str], tuple[SimilarArticle, ...]]:
    searcher = open_searcher(shelf, marks)
    return lambda name: searcher.like(shelf.article(name)[1])


def test_what_shares_more_and_rarer_keywords_is_more_alike(
    shelf: Library, like: Callable[[str], tuple[SimilarArticle, ...]]
) -> None:
    found = like("qingxibao-2024-03-05/1.1")
    headlines = [shelf.issue(each.issue).articles[each.at].headline for each in found]
    assert set(headlines[:2]) == {"七处险工完工", "加固堤坝"}, "they have the same keywords"
    assert headlines[2:] == ["夜巡", "采茶"]
    assert [round(each.likeness, 2) for each in found[:2]] == [1.0, 1.0]
    assert found[2].likeness > found[3].likeness > 0
    assert like("linjiangbao-2024-03-06/2.3") == (), "it has no keywords"


def test_it_is_given_up_when_nobody_waits(shelf: Library, marks: Marks) -> None:
    article = shelf.article("qingxibao-2024-03-05/1.1")[1]
    searcher = open_searcher(shelf, marks)
    assert searcher.like(article, cancelled=lambda: True) == ()


def test_prints_of_one_story_stand_together(
    shelf: Library, like: Callable[[str], tuple[SimilarArticle, ...]]
) -> None:
    article = shelf.article("linjiangbao-2024-03-06/2.1")[1]
    told = stories(shelf, article, like(article.id))
    assert [[one.headline for one in prints] for prints in told] == [
        ["七处险工完工", "加固堤坝"],
        ["夜巡"],
        ["采茶"],
    ]
    assert told[0][0] is article


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ((STORY,), (STORY[:50],), True),
        ((STORY,), (STORY[40:], "另有一处险工正在加固。"), True),
        ((STORY,), ("春茶开园，采茶人家天未亮就上山，茶香满坡。" * 8,), False),
        (("短讯。",), ("短讯。",), True),
        (("短讯。",), ("短讯。又及。",), False),
    ],
)
def test_a_story_is_known_by_its_text(
    library: Library,
    builder: Callable[..., Any],
    one: tuple[str, ...],
    other: tuple[str, ...],
    same: bool,
) -> None:
    builder().on(2024, 3, 5).page("1").article("", *one).article("", *other).add_to(library)
    (row,) = library.rows()
    first: Article = library.issue(row.id).articles[0]
    assert (len(stories(library, first, [SimilarArticle(row.id, 1, 1.0)])) == 1) is same


def test_what_an_index_tells_of_and_no_issue_has_is_passed_over(
    library: Library, builder: Callable[..., Any]
) -> None:
    builder().on(2024, 3, 5).page("1").article("防汛", STORY).add_to(library)
    (row,) = library.rows()
    (article,) = library.issue(row.id).articles
    assert stories(library, article, [SimilarArticle(row.id, 7, 1.0)]) == ((article,),)
