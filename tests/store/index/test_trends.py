"""What papers write about over time."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from store.index.trends import FEW, Period, keywords_of, new_in, trend
from store.library.library import Library
from store.models import CatalogueRow, Keyword

Builder = Callable[..., Any]


def row(day: date | None, articles: int = 2, name: str = "") -> CatalogueRow:
    return CatalogueRow(name or f"p-{day}", "临江报", day, keyed="0" * 16 * articles)


def test_few_issues_are_told_by_day_the_oldest_first() -> None:
    rows = [row(date(2024, 3, 5)), row(date(2024, 3, 1)), row(None, name="p-undated")]
    hits = ["p-2024-03-05/1.1", "p-2024-03-05/2.1", "p-undated/1.2", "gone/1.1"]
    assert trend(rows, hits) == (
        Period("2024-03-01", 0, 2),
        Period("2024-03-05", 2, 2, ("1", "2")),
        Period("", 1, 2, ("1",)),
    )


def test_many_issues_are_told_by_month() -> None:
    rows = [row(date(2024, 1, 1) + timedelta(n)) for n in range(FEW + 1)]
    assert trend(rows, ["p-2024-02-10/1.1"]) == (
        Period("2024-01", 0, 62),
        Period("2024-02", 1, 20, ("1",)),
    )


def test_nothing_is_told_of_an_empty_library() -> None:
    assert trend([], []) == ()


@pytest.fixture
def issues(library: Library, builder: Builder) -> Library:
    def put(day: int, *words: str, paper: str = "临江报") -> None:
        keywords = tuple(Keyword(word, 0.5) for word in words)
        page = builder(paper).on(2024, 3, day).page("1")
        page.article(f"{day}日", keywords=keywords).add_to(library)

    put(1, "防汛", "古桥")
    put(2, "春茶", paper="东湖报")
    put(3, "防汛", "春茶", "書屋")
    return library


def test_new_is_what_the_issues_before_did_not_have(issues: Library) -> None:
    new = new_in(issues, "linjiangbao-2024-03-03")
    assert {facet.word for facet in new} == {"春茶", "書屋"}
    assert {f.word for f in new_in(issues, "linjiangbao-2024-03-01")} == {"防汛", "古桥"}


def test_the_most_frequent_keyword_comes_first(issues: Library, builder: Builder) -> None:
    heavy, light = Keyword("古桥", 0.9), Keyword("石匠", 0.1)
    paper = builder().on(2024, 4, 1).page("1").article("甲", keywords=(light, heavy))
    issue = paper.article("乙", keywords=(light,)).issue()
    assert [(f.word, f.count) for f in keywords_of(issue)] == [("石匠", 2), ("古桥", 1)]
