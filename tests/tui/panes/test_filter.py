"""The filter pane: its line, what is left, and its keywords."""

from typing import Any

from textual.containers import Vertical

from store.index.results import Facet
from tui.panes.completing_input import no_completions
from tui.panes.filter import FilterPane
from tui.panes.filter_line import FilterLine, FilterSummary
from tui.panes.keywords import KeywordList


def asked() -> tuple[str, ...]:
    return ("石匠", "春茶")


async def test_it_is_empty_until_it_is_needed(stage: Any) -> None:
    pane = FilterPane(asked, no_completions)
    async with stage(pane):
        assert (len(pane.children), pane.text) == (0, "")
        assert pane.fill()
        assert len(pane.children) == 3


async def test_it_is_put_on_the_screen_when_it_is_needed(stage: Any) -> None:
    pane, around = FilterPane(asked, no_completions), Vertical()
    pane.place = lambda: around.mount(pane)
    async with stage(around) as staged:
        assert (pane.is_attached, pane.text) == (False, "")
        pane.show_summary("2 of 4", "")
        await staged.press()
        assert pane.is_attached
        assert pane.query_one(FilterSummary).shown == ("2 of 4", "")


async def test_typing_and_what_was_asked_before_are_told(stage: Any) -> None:
    pane = FilterPane(asked, no_completions)
    async with stage(pane) as staged:
        pane.fill()
        await staged.press()
        pane.query_one(FilterLine).focus()
        await staged.press("q", "up", "up", "up", "down", "enter")
        texts = [each.text for each in staged.news if isinstance(each, FilterPane.Typed)]
        assert texts == ["q", "石匠", "春茶", "石匠"]
        assert isinstance(staged.news[-1], FilterPane.Entered)
        pane.clear()
        await staged.press()
        assert [e.text for e in staged.news if isinstance(e, FilterPane.Asked)] == ["石匠"]
        assert pane.text == ""


async def test_a_keyword_goes_into_the_line_and_out_of_it(stage: Any) -> None:
    pane = FilterPane(asked, no_completions)
    async with stage(pane) as staged:
        pane.show_keywords([Facet("古桥", "topic", 2)], ())
        pane.show_summary("2 of 4", "")
        await staged.press()
        assert pane.query_one(FilterSummary).shown == ("2 of 4", "")
        pane.query_one(KeywordList).focus()
        await staged.press("down", "enter")
        assert pane.text == "古桥"
        await staged.press("minus")
        assert pane.text == "-古桥"
