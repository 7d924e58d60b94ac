"""What is still doubted of an article of which something has been set right."""

from collections.abc import Callable
from typing import Any

import pytest
from msgspec.structs import replace

from store.corrections import records
from store.corrections.apply import apply
from store.corrections.correction import Role
from store.corrections.settling import settled
from store.doubts import Doubt
from store.models import Article, Issue

HEAD = Doubt("head", "near_call")
BOUNDS = Doubt("bounds", "readings_differ")
ODD = Doubt("bounds", "odd_page")


def doubted(article: Article) -> Article:
    return replace(article, confidence=0.4, doubts=(BOUNDS, HEAD, ODD))


@pytest.fixture
def issue(builder: Callable[..., Any]) -> Issue:
    """Give an issue of two articles that are doubted."""
    paper = builder().page("1")
    paper.article("修桥", "第一段。", "第二段。").article("放水", "第三段。")
    found: Issue = paper.issue()
    return replace(found, articles=tuple(map(doubted, found.articles)))


def test_an_article_is_sure_once_nothing_of_it_is_doubted() -> None:
    half = settled(doubted(Article()), "bounds")
    assert (half.doubts, half.confidence, half.doubtful) == ((HEAD,), 0.4, True)
    whole = settled(half, "head")
    assert (whole.doubts, whole.confidence, whole.doubtful) == ((), 1.0, False)
    assert not settled(Article(confidence=0.4), "head").doubtful


def test_a_head_set_right_is_doubted_no_more(issue: Issue) -> None:
    made: tuple[tuple[int, Role], ...] = (
        (0, "kicker"), (-2, "headline"), (-2, "body"), (-2, "furniture"),
    )  # fmt: skip
    for at, role in made:
        story = apply(issue, records.relabel(issue.articles[0], at, role)).articles[0]
        assert story.doubts == (BOUNDS, ODD)


def test_a_line_that_is_none_of_its_lines_settles_its_bounds(issue: Issue) -> None:
    story = issue.articles[0]
    assert apply(issue, records.relabel(story, 1, "furniture")).articles[0].doubts == (HEAD,)
    assert apply(issue, records.relabel(story, 1, "crosshead")).articles[0].doubts == story.doubts


def test_bounds_set_right_are_doubted_no_more(issue: Issue) -> None:
    (whole,) = apply(issue, records.join(issue, issue.articles[1])).articles
    assert whole.doubts == (HEAD,)
    first, second, _ = apply(issue, records.split(issue.articles[0], 1)).articles
    assert (first.doubts, second.doubts, second.doubtful) == ((HEAD,), (), False)


def test_a_page_set_right_says_nothing_of_head_and_bounds(issue: Issue) -> None:
    assert apply(issue, records.move(issue.articles[0], "2")).articles[1].doubtful


def test_an_article_is_right_as_it_is(issue: Issue) -> None:
    sure, other = apply(issue, records.confirm(issue.articles[0])).articles
    assert sure == replace(issue.articles[0], confidence=1.0, doubts=())
    assert other.doubtful
