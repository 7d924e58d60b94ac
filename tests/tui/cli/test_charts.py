"""Bar charts in the terminal."""

import pytest

from tui.cli.charts import bar_chart


def test_a_chart_lines_up_and_shows_what_is_rare(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "30")
    assert list(bar_chart([("古桥", 100), ("a", 1), ("b", 0)])) == [
        "古桥  100  " + "#" * 19,
        "a       1  #",
        "b       0",
    ]
    assert list(bar_chart([])) == []
