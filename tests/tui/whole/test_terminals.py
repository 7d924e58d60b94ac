"""Terminals and locales: each shows the paper, and none is asked what it might answer too late."""

import shutil
import sys
from pathlib import Path
from typing import Any

import pytest

DUBAO = str(Path(sys.executable).with_name("dubao"))
ASKING = (b"\x1b[c", b"\x1b[>", b"\x1b[6n", b"\x1b[5n", b"$p", b"\x1b[?u", b"\x1b]1", b"\x1bP",
          b"?1004h", b"?1003h", b"?2048h", b"\x1b[>1u")  # fmt: skip
"""Queries, focus reports, the kitty key protocol."""


@pytest.fixture
def with_paper(home: dict[str, str], sampled: Path, tmp_path: Path) -> dict[str, str]:
    """Give the environment of a reader whose library holds a paper."""
    shutil.copytree(sampled / "library", tmp_path / "library")
    return home | {"DUBAO_LIBRARY": str(tmp_path / "library")}


@pytest.mark.parametrize(
    "kind",
    [
        "xterm",
        "xterm-256color",
        "screen",
        "tmux-256color",
        "linux",
        "vt100",
        "xterm-kitty",
        "wezterm",
    ],
)
def test_every_terminal_shows_the_paper_and_is_asked_nothing(
    terminal: Any, with_paper: dict[str, str], kind: str
) -> None:
    screen = terminal([DUBAO], environment={**with_paper, "TERM": kind})
    screen.until("一桥一策护好古桥")
    screen.press("/", *"gq")
    screen.until("gq →")
    screen.press("escape", "q")
    assert screen.gone() == 0
    assert not [asked for asked in ASKING if asked in screen.received]


@pytest.mark.parametrize("kind", ["dumb", "unknown"])
def test_one_that_cannot_draw_gets_plain_text(
    terminal: Any, with_paper: dict[str, str], kind: str
) -> None:
    screen = terminal([DUBAO], environment={**with_paper, "TERM": kind})
    assert screen.gone() == 0
    assert "here is plain text" in screen.received.decode()
    assert "一桥一策护好古桥" in screen.received.decode()
    assert b"\x1b" not in screen.received


@pytest.mark.parametrize(
    ("locale", "word"),
    [
        ({"LANG": ""}, "filter"),
        ({"LANG": "C"}, "filter"),
        ({"LANG": "zh_CN.GBK"}, "筛选"),
        ({"LANG": "C.UTF-8", "LC_ALL": "zh_CN.UTF-8"}, "筛选"),
        ({"LANG": "de_DE.ISO-8859-1", "PYTHONIOENCODING": "latin-1"}, "filter"),
    ],
)
def test_every_locale_shows_chinese(
    terminal: Any, with_paper: dict[str, str], locale: dict[str, str], word: str
) -> None:
    screen = terminal([DUBAO], environment={**with_paper, **locale})
    screen.until("一桥一策护好古桥")
    screen.until(f"/ {word}")
    screen.press("q")
    assert screen.gone() == 0
