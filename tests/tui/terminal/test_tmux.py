"""A second judge beside the emulator: tmux makes the same screen of the same bytes."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from time import monotonic
from typing import Any

import pytest

from tests.tui.emulator import StrictScreen

WIDTH, HEIGHT = 79, 24  # an odd width: wide characters do not end where the screen does


@pytest.mark.skipif(not shutil.which("tmux"), reason="tmux is not installed")
def test_tmux_shows_what_the_emulator_shows(run: Callable[..., Any], tmp_path: Path) -> None:
    reader = run(columns=WIDTH, rows=HEIGHT)
    for key in (
        "down",
        "pagedown",
        "o",
        "escape",
        "f2",
        "down",
        "up",
        "pagedown",
        "f3",
        "云",
        "left",
    ):
        reader.cost(key, quiet=0.1)
    sent = tmp_path / "sent"
    sent.write_bytes(reader.received)
    wanted = StrictScreen(WIDTH, HEIGHT).feed(reader.received.decode()).seen()

    def tmux(*words: str) -> str:
        command = ["tmux", "-f", "/dev/null", "-S", str(tmp_path / "socket"), "-u", *words]
        return subprocess.run(command, capture_output=True, check=True, text=True).stdout

    show = f"stty raw; cat {sent}; read _"
    tmux("new-session", "-d", f"-x{WIDTH}", f"-y{HEIGHT}", show, ";", "set", "status", "off")
    try:
        end = monotonic() + 60
        shown = None
        while shown != wanted and monotonic() < end:
            lines = tmux("capture-pane", "-e", "-p").removesuffix("\n")
            shown = StrictScreen(WIDTH, HEIGHT).feed(lines).seen()
        assert shown == wanted
    finally:
        tmux("kill-server")
