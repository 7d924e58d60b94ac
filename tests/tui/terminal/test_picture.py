"""The picture of where one left off: it is there at once, it is true, and it goes without trace."""

import json
import random
import signal
import sys
import termios
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from store.library.library import open_library
from tests.tui.whole.fuzz.mutations import mutations
from tui.terminal import picture
from tui.terminal.picture import keep

DUBAO = str(Path(sys.executable).with_name("dubao"))
STARTED = b"\x1b[?2004h"
"""What the driver sends once it has the terminal."""

WAITING = f"""
import sys
sys.path.insert(0, {str(Path(__file__).parents[3])!r})
from tui.terminal.picture import restored
with restored([]):
    sys.stdin.read(1)
"""

Start = Callable[..., Any]


@pytest.fixture
def start(terminal: Callable[..., Any], tmp_path: Path, builder: type[Any]) -> Start:
    """Give a starter of the reader, in a home with a library of two issues."""
    names = ("DATA", "STATE", "CACHE", "CONFIG")
    home = {f"XDG_{name}_HOME": str(tmp_path / name.lower()) for name in names}
    with open_library(tmp_path / "library") as library:
        for day, headline in ((5, "古桥修好"), (6, "春茶开园")):
            builder("临江报").on(2024, 3, day).page("1").article(headline).add_to(library)

    def starter(command: list[str] | None = None, **options: Any) -> Any:
        environment = {
            **home,
            "HOME": str(tmp_path),
            "DUBAO_LIBRARY": str(tmp_path / "library"),
            **options.pop("environment", {}),
        }
        return terminal(command or [DUBAO], environment=environment, **options)

    return starter


def started(terminal: Any) -> Any:
    """Wait until the reader has the terminal, and has sent all."""
    terminal.until(lambda: STARTED in terminal.received and terminal.text.strip())
    terminal.settle()
    return terminal


def left(terminal: Any) -> None:
    """Quit the reader once it stands."""
    started(terminal).press("q")
    assert terminal.gone() == 0


def before_the_reader(terminal: Any) -> bytes:
    return bytes(terminal.received.partition(STARTED)[0])


def whole(terminal: Any) -> bool:
    """Return whether the whole screen, its hints included, stood before the reader did."""
    return any(hint.encode() in before_the_reader(terminal) for hint in ("Esc back", "Esc 返回"))


def test_the_first_start_shows_the_paper_before_the_reader_stands_and_only_once(
    start: Start,
) -> None:
    first = started(start())
    assert "春茶开园".encode() in before_the_reader(first)
    assert first.received.count("春茶开园".encode()) == first.text.count("春茶开园")


@pytest.mark.parametrize("colours", ["", "truecolor"])
@pytest.mark.parametrize("kind", ["xterm", "xterm-256color"])
def test_the_reader_sends_the_paper_again_in_no_other_colours(
    start: Start, tmp_path: Path, kind: str, colours: str
) -> None:
    (tmp_path / "config" / "dubao").mkdir(parents=True)
    (tmp_path / "config" / "dubao" / "config.toml").write_text('theme = "night"\n')
    first = started(start(environment={"TERM": kind, "COLORTERM": colours}))
    after = first.received.partition(STARTED)[2].decode()
    assert not [headline for headline in ("春茶开园", "│") if headline in after]


def test_what_cannot_be_shown_so_soon_is_left_to_the_reader(start: Start, tmp_path: Path) -> None:
    (damaged,) = (tmp_path / "library" / "issues").rglob("*2024-03-06*")
    damaged.write_text("{")
    left(start())


def test_the_next_start_paints_what_was_left_and_sends_nothing_twice(start: Start) -> None:
    first = started(start())
    screen = first.text
    assert not whole(first)
    left(first)
    again = started(start())
    assert whole(again)
    assert again.text == screen
    assert len(again.received) - len(before_the_reader(again)) < 40
    again.press("/", "down", "q")  # another pane has the focus last
    assert again.gone() == 0
    assert again.received.count(b"\x1b[?1049h") == again.received.count(b"\x1b[?1049l") == 1
    third = started(start())
    assert third.text == screen
    assert len(third.received) - len(before_the_reader(third)) < 40


def test_nothing_is_shown_that_is_no_longer_in_the_library(start: Start, tmp_path: Path) -> None:
    left(start())
    with open_library(tmp_path / "library") as library:
        library.remove("linjiangbao-2024-03-06")
    again = started(start())
    assert "古桥修好" in again.text
    assert "春茶开园".encode() not in again.received


def test_a_picture_that_is_spoilt_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr("os.isatty", lambda _: True)
    monkeypatch.setattr("tui.terminal.picture.terminal_size", lambda: (4, 2))
    keep([], {}, [[("古", "1"), ("", "1"), ("x", ""), ("y", "")], [("", "")] * 4])
    data, read = (tmp_path / "dubao" / "picture.json").read_bytes(), 0
    for seed in range(500):
        chance = random.Random(seed)
        change = chance.choice(mutations("picture.json"))
        (tmp_path / "dubao" / "picture.json").write_bytes(change(chance, data) if seed else data)
        if found := picture._true([]):
            cells = picture.Picture(found["rows"], [], whole=True).cells()
            assert [len(row) for row in cells] == [4, 4]
            assert all(isinstance(each, str) for row in cells for cell in row for each in cell)
            read += 1
        assert found or seed
    assert read > 1, "some say the same, or show another text"


@pytest.mark.parametrize(
    "other",
    [
        {"columns": 100},
        {"environment": {"TERM": "xterm"}},
        {"environment": {"LANG": "zh_CN.UTF-8"}},
        {"command": [DUBAO, "--lang", "zh"]},
    ],
    ids=["size", "terminal", "language", "command"],
)
def test_it_belongs_to_one_command_in_one_terminal(start: Start, other: dict[str, Any]) -> None:
    left(start())
    again = started(start(**other))
    assert not whole(again)
    assert "春茶开园" in again.text


def test_keys_typed_ahead_are_not_echoed_and_reach_the_reader(start: Start) -> None:
    left(start())
    again = start()
    again.until(lambda: "春茶开园".encode() in again.received)
    again.press("/", "qqq")
    again.until("/qqq")
    assert b"qqq" not in before_the_reader(again)


def test_only_what_the_lean_output_sends_is_painted(start: Start, tmp_path: Path) -> None:
    left(start())
    path = tmp_path / "cache" / "dubao" / "picture.json"
    kept = json.loads(path.read_text())
    kept["sent"] += "\x1b]0;taken\x07"
    path.write_text(json.dumps(kept))
    again = started(start())
    assert b"taken" not in again.received
    assert path.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("end", ["ctrl+c", signal.SIGTERM, signal.SIGHUP])
def test_an_end_before_the_reader_stands_gives_the_terminal_back(
    start: Start, tmp_path: Path, end: str | signal.Signals
) -> None:
    left(start())
    waiting = start([sys.executable, "-c", WAITING])
    waiting.until("春茶开园")
    waiting.settle(0.05)
    assert not waiting.modes()[1] & termios.ECHO
    if isinstance(end, str):
        waiting.press(end)
    else:
        waiting.signal(end)
    waiting.gone()
    assert b"\x1b[?1049l\x1b[?25h" in waiting.received
    output, local = waiting.modes()
    assert output & termios.OPOST
    assert local & termios.ECHO
    assert local & termios.ICANON
