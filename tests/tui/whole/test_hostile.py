"""Nothing of a paper gets out: hostile text in every field, through every screen and command."""

import re
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from store.library.library import open_library
from store.models import Byline, IndexEntry, Keyword
from store.press_warnings import PressWarning
from tui.cli.main import main

DUBAO = str(Path(sys.executable).with_name("dubao"))
PAYLOADS = (
    "\x1b[2J\x1b[31m",  # CSI
    "\x1b]0;taken\x07\x1b]8;;file:///etc\x1b\\",  # OSC: title, link
    "\x1b]52;c;ZXZpbA==\x07",  # OSC: clipboard
    "\x1bP+q544e\x1b\\\x1b_x\x1b\\\x1b^y\x1b\\",  # DCS, APC, PM
    "\x9b31m\x9d0;taken\x9c\x90q\x9c\x85",  # the same as C1 controls
    "\u202e\u2066\u200f\u061c",  # bidi overrides, isolates and marks
    "\u200b\u2060\ufe0f\ufeff\U000e0041\u00ad",  # of no width, variations, tags
    "\x00\x05\x07\x08\x0e\x0f\x7f\r\v\f",  # C0
    "[@click=app.quit]x[/][bold red]y[/nope]",  # markup of Textual and Rich
)
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufe0f\ufeff"
    "\U000e0000-\U000e007f]"
)
OURS = re.compile(rb"\x1b\[[0-9;?]*[A-Za-z]|\x1b\]8;;[!-~]*\x1b\\|\x1b[=>]|[\r\n\x08]")

KEYS = (
    *("down", "down", "f", "escape", "C", "escape", "a", "escape", "i", "escape", "o", "escape"),
    *("e", "escape", "?", "escape", "slash", *"桥修", "enter", "T", "escape", "tab", "tab", "tab"),
    *("down", "enter", "s", "W", "m", "a", "'", "a", "colon", *"nosuch", "enter"),
)
"""Through the panes, screens and questions."""


@pytest.fixture
def library(tmp_path: Path, builder: Callable[..., Any]) -> Path:
    """Give the folder of a library whose every text holds every payload."""
    bad = "".join(PAYLOADS)

    def hurt(text: str) -> str:
        return f"{text[:1]}{bad}{text[1:]}{bad}"

    entry = IndexEntry(hurt("导读一则"), hurt("副标题"), "2")
    warning = PressWarning("note", {"text": hurt("疑")})
    page = builder(hurt("临江报")).on(2024, 3, 5).having(index=(entry,), warnings=(warning,))
    for number in ("1", "2"):
        page = page.page(number, hurt("要闻"))
        for headline in ("老桥通车", "书屋亮灯"):
            page = page.article(
                hurt(headline),
                hurt("老桥修好了，见 www.a.example 。") * 20,
                kicker=hurt("引题"),
                subhead=hurt("副题"),
                column=hurt("栏目"),
                byline=(Byline(hurt("记者"), (hurt("叶知秋"),)),),
                captions=(hurt("图片说明"),),
                credit=hurt("图源"),
                keywords=(Keyword(hurt("老桥"), 0.5, "topic", (hurt("lao qiao"),)),),
                names=(Keyword(hurt("叶知秋"), 0.5, "person", ("ye zhi qiu",)),),
            )
    page.add_to(open_library(tmp_path / "library"))
    return tmp_path / "library"


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    names = ("DATA", "STATE", "CACHE", "CONFIG")
    return {f"XDG_{name}_HOME": str(tmp_path / name.lower()) for name in names}


@pytest.mark.parametrize("size", [(80, 24), (130, 40)])
def test_no_screen_lets_it_out(
    terminal: Any, library: Path, environment: dict[str, str], size: tuple[int, int]
) -> None:
    command = [DUBAO, "--library", str(library)]
    screen = terminal(command, columns=size[0], rows=size[1], environment=environment)
    screen.until("▾ 临")
    for key in KEYS:
        screen.press({"slash": "/", "colon": ":"}.get(key, key))
        screen.settle(0.02)
    screen.settle(0.2)
    screen.press("escape", "escape", "ctrl+q")
    assert screen.gone() == 0
    left = OURS.sub(b"", bytes(screen.received)).decode("utf-8")
    assert not FORBIDDEN.findall(left)
    assert b"\x1b]0" not in screen.received
    assert b"\x1b]52" not in screen.received


@pytest.mark.usefixtures("in_this_process")
def test_no_command_lets_it_out(
    library: Path,
    environment: dict[str, str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "\x1b]0;taken\x07.txt").write_text("x")
    issue = next(row.id for row in open_library(library).rows())
    article = f"{issue}/1.1"
    commands = [
        ("list",), ("show", issue), ("show", article, "--format", "markdown"),
        ("show", article, "--columns", "2"), ("search", "老桥"), ("keywords",),
        ("keywords", issue), ("trend", "老桥", "\x1b]0;taken\x07"), ("similar", article),
        ("filters", "x\x1b[2J", "老桥\x1b[2J"), ("filters",), ("check",),
        ("export", "--format", "text"), ("export", "--format", "markdown"),
        ("edit", article, "--list"), ("reimport", "--dry-run"), ("remove", issue),
        ("remove", "--list"), ("clips",), ("import", str(tmp_path)), ("show", "\x1b]0;x\x07"),
    ]  # fmt: skip
    for name, folder in environment.items():
        monkeypatch.setenv(name, folder)
    for words in commands:
        with suppress(SystemExit):
            main(["--library", str(library), *words])
        said = "".join(capsys.readouterr())
        assert not FORBIDDEN.findall(said), words
        assert "Traceback" not in said, said
