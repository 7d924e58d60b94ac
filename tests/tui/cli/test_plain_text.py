"""Issues and articles as plain text."""

from typing import Any

import pytest

from store.doubts import Doubt
from tui.cli.plain_text import WIDEST, text_of
from tui.typeset import width


def test_lines_are_as_wide_as_asked_for_or_as_the_terminal(
    builder: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    issue = builder("临江报").on(2024, 3, 5).page("1").article("修桥", "水" * 200).issue()
    monkeypatch.setenv("COLUMNS", "200")
    for asked, widest in ((30, 30), (None, WIDEST)):
        assert max(map(width, text_of(issue, issue.articles, asked))) == widest


def test_an_article_can_stand_without_its_issues_head(builder: Any) -> None:
    issue = builder("临江报").on(2024, 3, 5).page("1").article("修桥").article("放水").issue()
    assert "临江报" in "\n".join(text_of(issue, issue.articles))
    alone = list(text_of(issue, issue.articles[1:], headed=False))
    assert "放水" in alone[0]
    assert not {"临江报", "修桥"} & set("".join(alone).split())


def test_what_is_doubtful_stands_under_the_head_if_it_is_asked_for(builder: Any) -> None:
    doubts = (Doubt("bounds", "near_call"), Doubt("head", "none_found"))
    paper = builder("临江报").on(2024, 3, 5).page("1")
    issue = paper.article("修桥", "桥通了。", confidence=0.4, doubts=doubts).issue()
    told = [line.strip() for line in text_of(issue, issue.articles, 90, headed=False, doubted=True)]
    sentence = "doubtful - bounds: another reading is nearly as likely; head: none was found"
    assert told == ["修桥", "", sentence, "", "桥通了。"]
    assert sentence not in "".join(text_of(issue, issue.articles, 90))


def test_pages_and_ids_stand_over_articles_if_they_are_asked_for(builder: Any) -> None:
    paper = builder("临江报").on(2024, 3, 5).page("1", "要闻").article("修桥").article("放水")
    issue = paper.page("2").article("开书屋").issue()
    told = [line.strip() for line in text_of(issue, issue.articles, headed=False, placed=True)]
    heads = [line for line in told if line and "。" not in line]
    ids = [article.id for article in issue.articles]
    assert heads == ["1版 要闻", ids[0], "修桥", ids[1], "放水", "2版", ids[2], "开书屋"]
