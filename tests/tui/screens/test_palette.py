"""The palette: keys that come before its list is laid out, or where the list has no row."""

from collections.abc import Callable
from typing import Any

import pytest
from textual.command import CommandList

from tui.app import DubaoApp
from tui.screens.palette import Palette


@pytest.mark.parametrize("size", [(80, 24), (40, 12), (20, 5), (10, 3)])
async def test_no_page_ends_the_reader_however_soon_it_is_turned(
    drive: Any, papers: Callable[[], DubaoApp], size: tuple[int, int]
) -> None:
    app = papers()
    async with drive(app, size) as reader:
        await reader.press("ctrl+p")
        palette = app.screen
        assert isinstance(palette, Palette)
        commands = palette.query_one(CommandList)
        commands.clear_options().add_options(["one", "two", "three"])
        for by in (1, -1, 9, -9):  # nothing is laid out in between
            palette.action_page(by)
        await reader.press("r", "pagedown", "pageup", "pagedown", "escape")
        assert app.is_running


async def test_a_page_goes_on_and_back(drive: Any, papers: Callable[[], DubaoApp]) -> None:
    app = papers()
    async with drive(app, (80, 24)) as reader:
        await reader.press("ctrl+p")
        commands = app.screen.query_one(CommandList)
        await reader.press("pagedown")
        further = commands.highlighted
        await reader.press("pageup")
        assert (commands.highlighted, further) == (0, max(1, commands.size.height // 2))


async def test_one_leaves_from_within_it(drive: Any, papers: Callable[[], DubaoApp]) -> None:
    app = papers()
    async with drive(app, (80, 24)) as reader:
        await reader.press("ctrl+p", "q")
        assert app.is_running, "a letter is typed there"
        await reader.press("ctrl+q")
        assert not app.is_running
