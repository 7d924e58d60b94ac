"""A list to choose from, over what is read."""

from collections.abc import Callable
from typing import Any

import pytest

from tui.app import DubaoApp
from tui.screens.choosing import ChoosingScreen
from tui.screens.help import HelpScreen
from tui.state.related import Choice

CHOICES = (Choice("开园", "a"), Choice("收徒", "b"))


@pytest.mark.parametrize(
    ("keys", "chosen"), [(["down", "enter"], "b"), (["enter"], "a"), (["escape"], ""), (["q"], "")]
)
async def test_it_closes_with_what_is_chosen(
    drive: Any, papers: Callable[[], DubaoApp], keys: list[str], chosen: str
) -> None:
    app, taken = papers(), list[str | None]()
    async with drive(app, (80, 24)) as reader:
        app.push_screen(ChoosingScreen("Most like it", CHOICES), taken.append)
        await reader.settle()
        assert "Most like it" in reader.told
        await reader.press(*keys)
        assert taken == [chosen]
        assert app.screen is reader.reading


async def test_its_hints_are_there_again_after_the_help(
    drive: Any, papers: Callable[[], DubaoApp]
) -> None:
    app = papers()
    async with drive(app, (80, 24)) as reader:
        app.push_screen(ChoosingScreen("Most like it", CHOICES))
        await reader.settle()
        told = reader.told
        await reader.press("question_mark")
        assert isinstance(app.screen, HelpScreen)
        await reader.press("escape")
        assert reader.told == told
        assert "back" in told


async def test_the_filter_is_a_key_away(drive: Any, papers: Callable[[], DubaoApp]) -> None:
    app = papers()
    async with drive(app, (80, 24)) as reader:
        for key in ("slash", "S"):
            app.push_screen(ChoosingScreen("Most like it", CHOICES))
            await reader.settle()
            await reader.press(key)
            assert reader.pilot.app.screen is reader.reading
            if key == "slash":
                assert reader.reading.view.panes.focused_name == "filter-line"
        assert "Type what to filter by first" in reader.told
