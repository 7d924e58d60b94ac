"""Under the lean output the screen is, cell by cell, what stock Textual draws."""

import inspect
import random
from types import ModuleType

import pytest
from textual._compositor import ChopsUpdate, Compositor, LayoutUpdate
from textual.app import App
from textual.drivers._writer_thread import WriterThread
from textual.drivers.linux_driver import LinuxDriver
from textual.events import ScreenResume
from textual.screen import Screen

from tests.tui.emulator import Watch

KEYS = ("down", "up", "pagedown", "pageup", "home", "end", "f1", "f2", "f3", "o", "escape",
        "backspace", "left", *"云临3A，")  # fmt: skip

SIZES = ((80, 24), (41, 12), (23, 5), (250, 20))


@pytest.mark.parametrize("size", SIZES)
async def test_random_sessions_show_what_stock_textual_draws(
    reader: ModuleType, size: tuple[int, int]
) -> None:
    chance = random.Random(sum(size))
    app = reader.SmallReader()
    watch = Watch(app)
    async with app.run_test(size=size) as pilot:
        for step in range(40):
            key = chance.choice(KEYS)
            await pilot.press(key)
            if step % 15 == 14:
                await pilot.resize_terminal(*chance.choice(SIZES))
            await pilot.pause()
            assert watch.seen() == watch.stock(), f"after step {step}, {key}"


def test_the_inner_seam_of_textual_is_where_we_lean_on_it() -> None:
    """The private names that dubao uses; when Textual moves, this fails first and says what."""
    assert list(inspect.signature(App._display).parameters) == ["self", "screen", "renderable"]
    assert list(inspect.signature(LayoutUpdate).parameters) == ["strips", "region"]
    assert list(inspect.signature(ChopsUpdate).parameters) == ["chops", "spans", "chop_ends"]
    for name in ("_compositor_refresh", "_on_timer_update", "_get_breakpoint_classes",
                 "_on_screen_resume"):  # fmt: skip
        assert callable(getattr(Screen, name))
    assert ScreenResume().refresh_styles
    source = inspect.getsource(App._display)
    for name in ("_running", "_closed", "_batch_count", "_driver", "post_display_hook"):
        assert f"self.{name}" in source
    for name in ("run_input_thread", "_enable_mouse_support", "_disable_mouse_support",
                 "_sigcont_application", "start_application_mode", "write"):  # fmt: skip
        assert callable(getattr(LinuxDriver, name))
    source = inspect.getsource(LinuxDriver)
    for name in ("_file", "fileno", "exit_event", "_must_signal_resume", "_loop", "_auto_restart"):
        assert f"self.{name}" in source or name in inspect.getsource(LinuxDriver.__mro__[1])
    assert "WriterThread(self._file)" in source
    assert list(inspect.signature(WriterThread).parameters) == ["file"]
    assert callable(Compositor.render_full_update)
