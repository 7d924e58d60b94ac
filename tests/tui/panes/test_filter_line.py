"""What the filter pane is made of: the filters of before come back into the line, and go again."""

from typing import Any

from tui.panes.completing_input import no_completions
from tui.panes.filter_line import FilterLine, FilterSummary


async def test_the_filters_of_before_are_recalled_and_what_was_typed_comes_back(stage: Any) -> None:
    line = FilterLine(lambda: ("石匠", "春茶"), no_completions)
    async with stage(line) as staged:
        line.focus()
        await staged.press("q", "up", "up", "up")
        assert line.value == "春茶"
        await staged.press("down", "down")
        assert line.value == "q"


async def test_the_summary_fills_its_two_lines(stage: Any) -> None:
    summary = FilterSummary()
    async with stage(summary) as staged:
        summary.show("2 of 4", "hwx: 贺闻溪")
        await staged.press()
        assert [summary.render_line(y).text.strip() for y in range(3)] == [
            "2 of 4", "hwx: 贺闻溪", "",
        ]  # fmt: skip
