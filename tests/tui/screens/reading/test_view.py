"""The reading screen as a whole: each command is done by one controller or the screen itself."""

from collections.abc import Callable
from typing import Any

from tui.app import DubaoApp
from tui.screens.reading.keys import KEYS


async def test_every_command_of_the_screen_is_done_by_something(
    drive: Any, papers: Callable[[], DubaoApp]
) -> None:
    async with drive(papers(), (80, 24)) as driver:
        screen = driver.reading
        for command in KEYS:
            name = command.action.partition("(")[0]
            own = hasattr(screen, f"action_{name}")
            assert own is not (name in screen.view.actions), name


async def test_the_place_is_told_from_paper_to_page(
    drive: Any, papers: Callable[[], DubaoApp]
) -> None:
    async with drive(papers(), (120, 30)) as driver:
        assert driver.reading.view.status.right[:3] == ("临江报", "2024-03-05", "1版 要闻")
        place = driver.reading.view.place()
        assert (place.article, place.reading) == (driver.shown, False)
        await driver.press("enter", "z")
        place = driver.reading.view.place()
        assert (place.reading, place.alone) == (True, True)
