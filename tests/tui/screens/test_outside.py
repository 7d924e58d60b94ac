"""What the reading screen leads to."""

from collections.abc import Callable
from typing import Any

from tui.app import DubaoApp
from tui.screens.choosing import ChoosingScreen
from tui.state.related import Choice


async def test_what_is_chosen_is_handed_over_and_leaving_hands_over_nothing(
    drive: Any, papers: Callable[[], DubaoApp]
) -> None:
    app = papers()
    async with drive(app, (80, 24)) as driver:
        outside, chosen = driver.reading.view.outside, list[str]()
        for keys in (("escape",), ("enter",)):
            outside.choose("which", (Choice("one", "1"),), chosen.append)
            await driver.settle()
            assert isinstance(app.screen, ChoosingScreen)
            await driver.press(*keys)
        assert chosen == ["1"]


async def test_commands_are_run_by_their_names(drive: Any, papers: Callable[[], DubaoApp]) -> None:
    async with drive(papers(), (80, 24)) as driver:
        outside, first = driver.reading.view.outside, driver.shown
        assert {"star", "next-article", "quit"} <= set(outside.command_names())
        assert await outside.run("next-article")
        assert driver.shown != first
        assert not await outside.run("nothing-like-it")
        outside.set_theme("night")
        assert driver.pilot.app.theme == "night"
        assert not outside.restricted
