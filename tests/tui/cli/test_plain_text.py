"""Issues and articles as plain text."""

from typing import Any

import pytest

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
