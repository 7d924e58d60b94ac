"""An error that nobody foresaw: the place is kept, the terminal given back, one sentence said."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.slow

BROKEN = """
import sys
from tui.terminal import environment
environment.prepare()
from tui.panes.issues import IssueList
def broken(*_): raise KeyError("no such row")
{place} = broken
from tui.cli.main import main
sys.exit(main())
"""


@pytest.mark.parametrize("place", ["IssueList.action_move", "IssueList.action_edge"])
def test_it_ends_in_good_order(
    terminal: Callable[..., Any], home: dict[str, str], place: str
) -> None:
    command = [sys.executable, "-c", BROKEN.format(place=place)]
    reader = terminal(command, environment=home)
    reader.until("A sample paper")
    reader.settle()
    reader.press("end" if "edge" in place else "down")
    assert reader.gone() == 70
    given_back = reader.received.index(b"\x1b[?1049l")
    said = reader.received[given_back:].decode()
    assert said.count("dubao:") == 1
    assert "failed (KeyError)" in said
    assert "Traceback" not in said
    (note,) = Path(home["XDG_STATE_HOME"]).rglob("failed.txt")
    assert "no such row" in note.read_text("utf-8")
    note.unlink()
    assert list(Path(home["XDG_STATE_HOME"]).rglob("place.json"))
