"""Corrections in words."""

from datetime import date
from typing import Any

import pytest

from store.corrections import records
from store.models import Issue
from tui.cli.corrections import LONGEST, describe


@pytest.fixture
def issue(builder: Any) -> Issue:
    """Give an issue with two articles."""
    paper = builder("临江报").on(2024, 3, 5).page("1")
    paper.article("修桥", "第一段。", "第二段。").article("放水" * LONGEST)
    found: Issue = paper.issue()
    return found


def test_articles_are_called_by_their_headlines(issue: Issue) -> None:
    first, second = issue.articles
    long = f"“{('放水' * LONGEST)[:LONGEST]}…”"
    described = [
        describe(correction, issue)
        for correction in (
            records.join(issue, second),
            records.split(first, 1),
            records.relabel(first, 1, "crosshead"),
            records.move(second, "A5"),
            records.confirm(first),
            records.redate(issue, date(2024, 3, 6)),
            records.rename(issue, "望江报"),
        )
    ]
    assert described == [
        "an article joined to “修桥”",
        "“修桥” split before “第二段。”",
        "“第二段。” changed to crosshead in “修桥”",
        f"{long} moved to page A5",
        "“修桥” is right as it is",
        "date set to 2024-03-06",
        "name of the paper set to 望江报",
    ]


def test_quotations_within_are_set_in_single_marks(builder: Any) -> None:
    issue = builder("临江报").on(2024, 3, 5).page("1").article("“水”来了", "他说：“好。”").issue()
    correction = records.relabel(issue.articles[0], 0, "crosshead")
    described = "“他说：‘好。’” changed to crosshead in “‘水’来了”"
    assert describe(correction, issue) == described


def test_an_article_that_is_gone_is_called_by_its_key(issue: Issue) -> None:
    correction = records.move(issue.articles[0], "A5")
    assert describe(correction, Issue()) == f"{issue.articles[0].key} moved to page A5"
