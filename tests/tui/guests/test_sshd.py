"""Guests of a real sshd: the two ways that the README shows, and no third one out of them."""

import os
import select
import sys
from collections.abc import Callable
from pathlib import Path
from time import monotonic
from typing import Any

import pytest

from store.library.library import open_library
from tests.tui.sshd import MISSING, client, sshd

pytestmark = pytest.mark.skipif(bool(MISSING), reason=f"needs {', '.join(MISSING)}")


@pytest.fixture
def guest(tmp_path: Path, builder: Callable[..., Any]) -> str:
    """Give the command that a guest is to have, on a library of one issue."""
    paper = builder("临江报").on(2024, 3, 5).page("1").article("防汛不松劲", "堤上无险。")
    with open_library(tmp_path / "library") as library:
        paper.add_to(library)
    program = tmp_path / "dubao"
    code = "import sys; from tui.cli.main import main; sys.exit(main())"
    program.write_text(
        f'#!/bin/sh\necho $$ > {tmp_path}/reader\nexec {sys.executable} -c "{code}" "$@"\n'
    )
    program.chmod(0o755)
    return (
        f"env XDG_STATE_HOME={tmp_path}/state LANG=C.UTF-8 "
        f"{program} --library {tmp_path}/library --restricted --guest mei"
    )


def runs(process: int) -> bool:
    """Return whether there is a process of this number."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.parametrize("way", ["ForceCommand", "key"])
def test_a_guest_gets_the_reader_and_nothing_else(
    terminal: Any, tmp_path: Path, guest: str, way: str
) -> None:
    lines = [f"ForceCommand {guest}"] if way == "ForceCommand" else []
    before_key = f'restrict,pty,command="{guest}" ' if way == "key" else ""
    with sshd(tmp_path, *lines, before_key=before_key) as port:
        reader = terminal([*client(tmp_path, port), "cat /etc/passwd"])
        reader.until("防汛不松劲")
        assert "root:" not in reader.text
        reader.press("s")
        reader.until("Starred")
        reader.press("ctrl+z")
        reader.settle()
        reader.press("e")
        reader.until("Guests cannot do that")
        reader.press("q")
        assert reader.gone() == 0
        again = terminal(client(tmp_path, port))
        again.until("* 防汛不松劲")


def test_a_line_that_drops_leaves_no_process_behind(
    terminal: Any, tmp_path: Path, guest: str
) -> None:
    with sshd(tmp_path, f"ForceCommand {guest}") as port:
        reader = terminal(client(tmp_path, port))
        reader.until("防汛不松劲")
        process = int((tmp_path / "reader").read_text())
        assert runs(process)
        reader.process.kill()
        end = monotonic() + 60
        while runs(process) and monotonic() < end:
            select.select([], [], [], 0.02)
        assert not runs(process)
