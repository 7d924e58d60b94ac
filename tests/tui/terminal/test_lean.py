"""Under the lean output the screen is, cell by cell, what stock Textual draws."""

import asyncio
import random
from types import ModuleType

import pytest
from textual.app import ComposeResult
from textual.widgets import Input, Static

from tests.tui.emulator import Watch
from tui.terminal.lean import LeanApp, LeanScreen
from tui.terminal.textual_seam import PassingScreen, Update

KEYS = ("down", "up", "pagedown", "pageup", "home", "end", "f1", "f2", "f3", "o", "escape",
        "backspace", "left", *"云临3A，")  # fmt: skip

SIZES = ((80, 24), (41, 12), (23, 5), (250, 20))


@pytest.mark.slow
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("margins", [False, True])
async def test_random_sessions_show_what_stock_textual_draws(
    reader: ModuleType, size: tuple[int, int], margins: bool
) -> None:
    chance = random.Random(sum(size))
    app = reader.SmallReader()
    app.grid.margins = margins
    watch = Watch(app)
    async with app.run_test(size=size) as pilot:
        for step in range(40):
            key = chance.choice(KEYS)
            await pilot.press(key)
            if step % 15 == 14:
                await pilot.resize_terminal(*chance.choice(SIZES))
            await pilot.pause()
            assert watch.seen() == watch.stock(), f"after step {step}, {key}"


class Awaited(Input):
    """A line that is there when a test says so."""

    def __init__(self) -> None:
        super().__init__()
        self.may_come = asyncio.Event()

    async def on_mount(self) -> None:
        await self.may_come.wait()
        self.focus()


async def test_a_key_is_answered_when_the_focus_is_where_it_sent_it() -> None:
    app, line = LeanApp(), Awaited()
    async with app.run_test() as pilot:
        await pilot.pause()
        app.mount(line)
        answer = asyncio.ensure_future(app.answered())
        await pilot.pause()
        assert not answer.done()
        line.may_come.set()
        await answer
        assert app.focused is line


async def test_what_lasts_does_not_hold_the_first_frame_longer_than_its_patience() -> None:
    sent = asyncio.Event()

    class Sending(LeanApp):
        frame_patience = 0

        def send(self) -> None:
            if not self._answering:
                sent.set()

    app, line = Sending(), Awaited()
    async with app.run_test() as pilot:
        await pilot.pause()
        app.mount(line)
        app.asked()
        sent.clear()
        answer = asyncio.ensure_future(app.answered())
        await sent.wait()
        assert not answer.done()
        line.may_come.set()
        await answer


async def test_a_node_that_goes_holds_no_key() -> None:
    app, line = LeanApp(), Awaited()
    async with app.run_test() as pilot:
        await pilot.pause()
        app.mount(line)
        answer = asyncio.ensure_future(app.answered())
        await pilot.pause()
        gone = line.remove()
        line.may_come.set()
        await answer
        await gone


class Counted(LeanApp):
    """Counts how often it is drawn."""

    frame_patience = 60
    drawings = 0

    def get_default_screen(self) -> LeanScreen[None]:
        return LeanScreen()

    def take_update(self, update: Update) -> bool:
        self.drawings += 1
        return super().take_update(update)


class Above(PassingScreen[None]):
    """A screen that fills a line once it is there."""

    def compose(self) -> ComposeResult:
        yield Static()

    async def on_mount(self) -> None:
        self.call_after_refresh(self.fill)

    def fill(self) -> None:
        self.query_one(Static).update("云岭")


async def test_a_screen_that_comes_up_and_goes_is_drawn_once() -> None:
    app = Counted()
    async with app.run_test() as pilot:
        while app.held:  # by its first resize
            await pilot.pause()
        await app.answered()
        await app.settled()
        for change in (lambda: app.push_screen(Above()), app.pop_screen):
            before = app.drawings
            app.asked()
            app.call_later(change)
            await app.answered()
            await app.settled()
            assert app.drawings == before + 1


async def test_the_terminals_cursor_stands_where_one_stands(reader: ModuleType) -> None:
    app = reader.SmallReader()
    watch = Watch(app)
    async with app.run_test(size=(80, 24)) as pilot:
        stood = []
        for keys in (["down"] * 3, ["pagedown"], ["f2"], ["f3", "云", "3"]):
            await pilot.press(*keys)
            await pilot.pause()
            stood.append((watch.screen.cursor.y, watch.screen.cursor.x))
        assert stood == [(4, 0), (12, 0), (0, 40), (0, 4)]
