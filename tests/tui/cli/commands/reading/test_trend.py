"""Bars in the terminal: keywords, and words over time."""

import json
from collections.abc import Callable

import pytest

from tui.cli.charts import bar_chart

ISSUE = "qingxishibao-2024-03-12"
Dubao = Callable[..., tuple[int, str, str]]


def test_a_chart_lines_up_and_shows_what_is_rare(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "30")
    assert list(bar_chart([("古桥", 100), ("a", 1), ("b", 0)])) == [
        "古桥  100  " + "#" * 19,
        "a       1  #",
        "b       0",
    ]
    assert list(bar_chart([])) == []


def test_a_word_is_drawn_over_time(dubao: Dubao, page: str) -> None:
    dubao("import", page)
    status, out, _ = dubao("trend", "古桥", "无此词")
    assert status == 0
    assert "2024-03-12" in out
    assert "#" in out
    assert "无此词: 0 articles" in out
    status, out, _ = dubao("trend", "--json", "古桥")
    (told,) = json.loads(out)
    assert told["word"] == "古桥"
    assert told["periods"][0]["articles"] > 0
    assert dubao("trend", "无此词")[0] == 1


def test_keywords_are_of_an_issue_a_query_or_everything(dubao: Dubao, page: str) -> None:
    dubao("import", page)
    assert dubao("keywords")[0] == 1, "none were made here"
    assert dubao("keywords", ISSUE, "--json")[:2] == (1, "[]\n")
    assert dubao("keywords", "--new", ISSUE)[0] == 1
    status, _, err = dubao("keywords", "--new", "古桥")
    assert (status, "give its id" in err) == (2, True)
