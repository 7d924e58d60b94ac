"""A stage for one pane: an application that shows nothing else and notes the pane's news."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

import pytest
from textual.app import App, ComposeResult
from textual.message import Message
from textual.pilot import Pilot
from textual.widget import Widget

from tui.styles import ANSI


class Stage(App[None]):
    """Shows one pane."""

    def __init__(self, pane: Widget) -> None:
        super().__init__()
        self.pane = pane

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return dict(ANSI)

    def compose(self) -> ComposeResult:
        yield self.pane


class Staged:
    """A pane on its stage; `news` are the messages of its own that it has sent."""

    def __init__(self, pilot: Pilot[None], pane: Widget, news: list[Message]) -> None:
        self._pilot = pilot
        self._pane = pane
        self.news = news

    async def press(self, *keys: str) -> None:
        """Press keys, each when the one before has done its work."""
        await self._pilot.press(*keys)
        await self._pilot.pause()

    async def click(self, x: int, y: int) -> None:
        """Click on a cell of the pane."""
        await self._pilot.click(self._pane, offset=(x, y))
        await self._pilot.pause()

    @property
    def text(self) -> list[str]:
        """The lines of the pane as they are drawn, without the blanks at their ends."""
        lines = (self._pane.render_line(y).text for y in range(self._pane.size.height))
        return [line.rstrip() for line in lines]


Stages = Callable[..., AbstractAsyncContextManager[Staged]]


@pytest.fixture
def stage() -> Stages:
    """Give what puts a pane on a stage of so many cells, the focus on it."""

    @asynccontextmanager
    async def staging(pane: Widget, size: tuple[int, int] = (60, 10)) -> AsyncIterator[Staged]:
        news: list[Message] = []

        def note(message: Message) -> None:
            ours = type(message).__module__ == type(pane).__module__
            if ours and all(message is not each for each in news):  # each node on its way hears it
                news.append(message)

        async with Stage(pane).run_test(size=size, message_hook=note) as pilot:
            pane.focus()
            await pilot.pause()
            yield Staged(pilot, pane, news)

    return staging
