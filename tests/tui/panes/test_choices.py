"""A list to choose from: bars, notes, and what is unfolded."""

from typing import Any

from tui.panes.choices import Choices
from tui.state.related import Choice

INSIDE = Choice("another print", "b")
CHOICES = (
    Choice("开园", "a", count=4, inside=(INSIDE,)),
    Choice("收徒", "c", count=1, note="p. 2"),
    Choice("nothing", ""),
)


async def test_bars_are_as_long_as_their_share(stage: Any) -> None:
    async with stage(Choices(CHOICES), (40, 3)) as pane:
        first, second, last = pane.text
        assert first.count("=") == 13
        assert second.count("=") == 4
        assert second.endswith("p. 2")
        assert last == " nothing"


async def test_what_is_inside_is_unfolded_and_chosen(stage: Any) -> None:
    choices = Choices(CHOICES)
    async with stage(choices) as pane:
        await pane.press("right", "down", "enter")
        assert [message.value for message in pane.news] == ["b"]
        await pane.press("left")
        assert (choices.cursor, len(choices.rows)) == (0, 3)


async def test_what_leads_nowhere_is_not_chosen(stage: Any) -> None:
    async with stage(Choices(CHOICES)) as pane:
        await pane.press("end", "enter")
        assert pane.news == []
    async with stage(Choices(())) as pane:
        await pane.press("right", "enter")
        assert pane.news == []
