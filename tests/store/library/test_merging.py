"""From readings to an issue, in whatever order they come."""

from collections.abc import Callable
from itertools import permutations
from typing import Any

import pytest

from store.library.merging import compose, old_names
from store.models import Article, IndexEntry, Issue, Jump, Part

Builder = Callable[..., Any]

OUT = Jump("2", "（下转第二版）")
BACK = Jump("1", "（上接第一版）")


def test_one_reading_is_its_own_issue(builder: Builder) -> None:
    issue = builder().on(2024, 3, 5).page("1").article("喜讯").page("2").article("新桥").issue()
    assert compose([issue]) == issue


def test_an_issue_without_articles_is_one(builder: Builder) -> None:
    issue = builder().on(2024, 3, 5).having(index=(IndexEntry("新桥", page="3"),)).issue()
    assert compose([issue]) == issue


def test_every_order_gives_one_issue(builder: Builder) -> None:
    parsed = [
        builder().on(2024, 3, 5).page("1").article("喜讯", "桥通了，", jump=OUT).issue(),
        builder().on(2024, 3, 5).page("2").article("", "人人叫好。", continues=BACK).issue(),
        builder().on(2024, 3, 5).page("2").article("别样", "另一说。").page("3").issue(),
        builder().on(2024, 3, 5).having(index=(IndexEntry("喜讯"),)).page("4").issue(),
    ]
    first, *others = [compose(order) for order in permutations(parsed)]
    assert all(other == first for other in others)
    assert [page.number for page in first.pages] == ["1", "2", "3", "4"]


def test_a_jump_is_joined_across_sources(builder: Builder) -> None:
    front = builder().on(2024, 3, 5).page("1").article("喜讯", "桥通了，", jump=OUT).issue()
    back = builder().on(2024, 3, 5).page("2").article("", "人人叫好。", continues=BACK).issue()
    (article,) = compose([back, front]).articles
    assert "".join(article.paragraphs) == "桥通了，人人叫好。"
    assert article.key == front.articles[0].key
    assert article.jump is not None
    assert article.jump.resolved


def test_the_fuller_source_is_shown_and_the_other_kept(builder: Builder) -> None:
    whole = builder().on(2024, 3, 5).page("1").article("喜讯").page("2").article("新桥").issue()
    single = builder(source="b").on(2024, 3, 5).page("1").article("喜讯", "短。").issue()
    issue = compose([single, whole])
    assert [a.headline for a in issue.articles] == ["喜讯", "新桥"]
    assert [a.source for a in issue.articles] == [whole.sources[0].sha256] * 2
    (variant,) = issue.variants
    assert variant.page.source == single.sources[0].sha256
    assert [a.paragraphs for a in variant.articles] == [("短。",)]


def test_an_article_of_a_page_that_is_not_listed_is_shown(builder: Builder) -> None:
    issue = compose([builder().on(2024, 3, 5).page("1").article("喜讯", page="5").issue()])
    assert [page.number for page in issue.pages] == ["1", "5"]
    assert [a.id for a in issue.articles] == ["linjiangbao-2024-03-05/5.1"]


def test_furniture_of_every_source_is_kept_once(builder: Builder) -> None:
    one = builder().on(2024, 3, 5).page("1").having(furniture=("临江报", "广告", "广告")).issue()
    two = builder().on(2024, 3, 5).page("2").having(furniture=("临江报", "热线")).issue()
    assert compose([two, one]).furniture == ("临江报", "广告", "广告", "热线")


@pytest.fixture
def joined() -> Issue:
    head = Article(id="x/1.1", key="head", parts=(Part("2", 1, 0, "续", (8, 9)),))
    return Issue(articles=(head, Article(id="x/2.1", key="other", page="2")))


def test_a_joined_continuation_leads_to_its_story(joined: Issue) -> None:
    gone = Article(id="x/2.9", key="tail", page="2", headline="续", lines=(8, 9))
    assert old_names({"x/2.9": "tail"}, [gone], joined) == {"x/2.9": "head"}


def test_a_present_address_is_no_former_one(joined: Issue) -> None:
    assert old_names({"x/2.1": "head", "y/1.1": "other"}, [], joined) == {"y/1.1": "other"}


def test_what_is_no_more_has_no_name(joined: Issue) -> None:
    assert old_names({"x/3.1": "lost"}, [], joined) == {}
