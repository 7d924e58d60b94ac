"""Addresses that can be typed, and keys that stay."""

from datetime import date

import pytest
from msgspec.structs import replace

from store.identity import MOST_LETTERS, article_key, issue_id, numbered
from store.models import Article, Issue, Paper, Source

ISSUE = Issue(Paper("临江日报"), date(2024, 3, 5))


@pytest.mark.parametrize(
    ("issue", "name"),
    [
        (ISSUE, "linjiangribao-2024-03-05"),
        (Issue(date=date(2024, 3, 5)), "paper-2024-03-05"),
        (replace(ISSUE, date=None), "linjiangribao-undated-000000"),
        (
            replace(ISSUE, date=None, sources=(Source("a", sha256="0a1b2c3d4e"),)),
            "linjiangribao-undated-0a1b2c",
        ),
    ],
)
def test_an_issue_is_named_after_its_paper_and_day_or_its_source(issue: Issue, name: str) -> None:
    assert issue_id(issue) == name


def test_articles_are_numbered_on_each_page() -> None:
    pages = ("1", "2", "1", "A5", "")
    issue = numbered(replace(ISSUE, articles=tuple(Article(page=page) for page in pages)))
    assert [article.id.partition("/")[2] for article in issue.articles] == [
        *("1.1", "2.1", "1.2", "A5.1", "0.1")
    ]
    assert [article.position for article in issue.articles] == [1, 1, 2, 1, 1]
    assert {article.id.partition("/")[0] for article in issue.articles} == {issue.id}


def test_an_issue_is_numbered_at_the_address_that_it_is_given() -> None:
    issue = numbered(replace(ISSUE, articles=(Article(),)), "linjiangribao-2024-03-05-2")
    assert issue.id == "linjiangribao-2024-03-05-2"
    assert issue.articles[0].id == "linjiangribao-2024-03-05-2/1.1"


def test_a_key_once_given_stays() -> None:
    issue = numbered(replace(ISSUE, articles=(Article(key="0" * 16), Article(headline="新桥"))))
    kept, new = issue.articles
    assert kept.key == "0" * 16
    assert new.key == article_key(new)
    assert numbered(issue) == issue


def test_a_key_is_that_of_headline_and_opening_however_they_are_set() -> None:
    key = article_key(Article(headline="新桥 通车", paragraphs=("他说：ABC", "第二段")))
    assert key == article_key(Article(headline="新桥通车", paragraphs=("他 说:ａｂｃ第二段",)))
    assert key != article_key(Article(headline="新桥通航", paragraphs=("他说：ABC", "第二段")))
    long = Article(paragraphs=("字" * 60, "其一"))
    assert article_key(long) == article_key(Article(paragraphs=("字" * 60, "其二")))


def test_a_long_name_of_a_paper_is_cut_and_stays_apart() -> None:
    def name(paper: str) -> str:
        return issue_id(replace(ISSUE, paper=Paper(paper)))

    fits = "a" * MOST_LETTERS
    assert name(fits) == f"{fits}-2024-03-05"
    one, other = name("长" * 5000 + "一"), name("长" * 5000 + "二")
    assert len(one) == len(f"{fits}-2024-03-05")
    assert one.startswith("changchang")
    assert one != other
    assert name("长" * 5000 + "一") == one
