"""Walks of random keys: nothing crashes, the terminal shows it all, the next start goes on.

Five of sixty steps; with DUBAO_LONG twenty of six hundred. In bursts, without waiting for an answer
and with other sizes in between: two of three hundred keys, or ten of three thousand.
"""

import asyncio
import random
from collections.abc import Callable
from typing import Any

import pytest
from textual.drivers.headless_driver import HeadlessDriver
from textual.events import Key, Resize
from textual.geometry import Size

from tests.conftest import LONG
from tests.tui.emulator import Watch
from tui.all_commands import sections
from tui.app import DubaoApp
from tui.commands import KEY_NAMES, bindings
from tui.panes.issues import IssueList
from tui.panes.question import Question
from tui.panes.status import StatusLine
from tui.screens.reading.debounce import CursorFollower, Debounced
from tui.screens.reading.screen import ReadingScreen
from tui.typeset import width

NEVER = {"q", "ctrl+q", "ctrl+c", "ctrl+z", "vertical_line", "ctrl+p"}
"""Keys that end, suspend or leave the reader; the palette is Textual's own."""

TYPED = [*'防汛石匠zab12 :|"-', "backspace", "left", "home"]
pytestmark = pytest.mark.slow

NAMED = ["pagedown", "pageup", "home", "end", "up", "down", "enter", "tab", "shift+tab", "delete"]
"""Keys of Textual's own widgets, such as the palette's."""

ENDS = frozenset({"quit", "suspend_process", "pipe", "links"})
"""Actions that end, suspend or leave the reader, from the palette, too."""

BURSTS = [1, 2, 5, 10, 30]
SIZES = [(80, 24), (10, 3), (40, 12), (11, 4), (20, 5), (100, 30), (120, 6)]

STEPS = 600 if LONG else 60
WALKS = 20 if LONG else 5
DRAWN = 5
"""Every so many steps the terminal's cells are compared with what stock Textual would send."""


def keys() -> list[str]:
    bound = (b for commands in sections().values() for b in bindings(commands))
    every = {key for binding in bound for key in binding.key.split(",")}
    return sorted(every - NEVER)


@pytest.mark.parametrize("seed", range(WALKS))
async def test_no_key_breaks_anything(
    drive: Any, papers: Callable[[], DubaoApp], seed: int
) -> None:
    walk = random.Random(seed)
    app, known, walked = papers(), keys(), []
    app.grid.margins = seed % 2 == 1
    watch = Watch(app)
    sizes = [(80, 24), (120, 40), (40, 12), (200, 50), (20, 5)]
    async with drive(app, sizes[seed % len(sizes)]) as reader:
        for step in range(STEPS):
            typing = app.focused is not None and app.focused.id == "filter-line"
            typing = typing or isinstance(app.focused, Question)
            key = walk.choice(TYPED if typing and walk.random() < 0.6 else known)
            walked.append(key)
            if walk.random() < 0.03:
                await reader.resize(*walk.choice(sizes))
            await reader.press(key)
            assert app.is_running, walked
            check(app, reader, walked)
            if step % DRAWN == 0:
                assert watch.seen() == watch.stock(), walked
        while not isinstance(app.screen, ReadingScreen):
            await reader.press("escape")
        await reader.press("escape", "escape")
        here = reader.shown
        await reader.press("q")
    async with drive(DubaoApp(app.session.library, app.session.marks), (80, 24)) as reader:
        assert reader.shown == here or not here, walked


def check(app: DubaoApp, reader: Any, walked: list[str]) -> None:
    listed = reader.reading.query_one(IssueList)
    assert 0 <= listed.cursor <= max(0, len(listed.rows) - 1), walked
    if reader.shown and app.screen is reader.reading:
        assert app.session.library.article(reader.shown)[1].id == reader.shown, walked
    for line in app.screen.query(StatusLine):
        if line.size.width:
            assert width(line.render_line(0).text) == line.size.width, walked


@pytest.fixture
def in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Follow the cursor and the letters after a moment, as a reader does."""
    monkeypatch.setattr("tui.screens.reading.screen.CursorFollower", CursorFollower)
    monkeypatch.setattr("tui.screens.reading.filtering.Debounced", Debounced)


@pytest.mark.parametrize("seed", range(10 if LONG else 2))
async def test_no_burst_of_keys_ends_it(
    drive: Any, papers: Callable[[], DubaoApp], in_time: None, seed: int
) -> None:
    walk = random.Random(seed)
    app = papers()
    app.denied = ENDS
    walked: list[str] = []
    known = [*keys(), *["ctrl+p"] * 3, "escape", "escape", *NAMED]
    async with drive(app, SIZES[0]) as reader:
        while len(walked) < (3000 if LONG else 300):
            for _ in range(walk.choice(BURSTS)):
                key = walk.choice(TYPED if walk.random() < 0.3 else known)
                walked.append(key)
                app.post_message(Key(key, typed(key)))
                if walk.random() < 0.02:
                    resize(app, walk.choice(SIZES))
                if walk.random() < 0.2:
                    await asyncio.sleep(0)
            if walk.random() < 0.5:
                await reader.pilot.pause()
            assert app.is_running, walked[-60:]
        await reader.settle()
        assert app.is_running, walked[-60:]


def typed(key: str) -> str | None:
    """Return the character that this key types, or None."""
    character = " " if key == "space" else KEY_NAMES.get(key, key)
    return character if len(character) == 1 and (character == key or character.isascii()) else None


def resize(app: DubaoApp, size: tuple[int, int]) -> None:
    """Give the terminal another size, and wait for nothing."""
    driver = app.terminal_driver
    assert isinstance(driver, HeadlessDriver)
    driver._size = Size(*size)
    app.post_message(Resize(Size(*size), Size(*size)))
