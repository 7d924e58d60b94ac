"""Walks of random keys: nothing crashes, the terminal shows it all, the next start goes on.

Five of sixty steps; with DUBAO_LONG twenty of six hundred.
"""

import random
from collections.abc import Callable
from typing import Any

import pytest

from tests.conftest import LONG
from tests.tui.emulator import Watch
from tui.all_commands import sections
from tui.app import DubaoApp
from tui.commands import bindings
from tui.panes.issues import IssueList
from tui.panes.question import Question
from tui.panes.status import StatusLine
from tui.screens.reading.screen import ReadingScreen
from tui.typeset import width

NEVER = {"q", "ctrl+q", "ctrl+c", "ctrl+z", "vertical_line", "ctrl+p"}
"""Keys that end, suspend or leave the reader; the palette is Textual's own."""

TYPED = [*'防汛石匠zab12 :|"-', "backspace", "left", "home"]
pytestmark = pytest.mark.slow

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
