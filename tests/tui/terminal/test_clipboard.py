"""What is copied reaches the clipboard of the terminal, or the way out is named."""

import base64
import os
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from rich.cells import cell_len

from tui import language
from tui.terminal.clipboard import PIECE, way_for

TEXT = "古桥修好了\n石匠说，三月完工。\n"
PLAIN = f"\x1b]52;c;{base64.b64encode(TEXT.encode()).decode()}\a"

Environment = dict[str, str]


def test_a_terminal_is_sent_the_text_itself() -> None:
    way = way_for(TEXT, {"TERM": "xterm-256color"})
    assert way.sequence == PLAIN
    assert "OSC 52" in way.told


@pytest.mark.parametrize(
    "environment", [{"STY": "1.pts", "TERM": "screen"}, {"TERM": "screen.xterm-256color"}]
)
def test_gnu_screen_passes_it_on_in_pieces_that_it_has_room_for(environment: Environment) -> None:
    sequence = way_for("汛" * 4000, environment).sequence
    pieces = re.findall(r"\x1bP(.*?)\x1b\\", sequence, re.DOTALL)
    assert "".join(f"\x1bP{piece}\x1b\\" for piece in pieces) == sequence
    assert max(map(len, pieces)) <= PIECE
    assert "".join(pieces) == way_for("汛" * 4000, {"TERM": "xterm"}).sequence


@pytest.mark.parametrize("kind", ["tmux-256color", "screen-256color"])
def test_beyond_an_ssh_line_the_way_out_is_named(kind: str) -> None:
    way = way_for(TEXT, {"TERM": kind, "SSH_CONNECTION": "::1 1 ::1 2"})
    assert way.sequence.startswith(PLAIN)
    assert "set -s set-clipboard on" in way.told


@pytest.fixture
def tmux(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """Give a factory of a program ``tmux``, a script for the shell, that is the only program."""

    def made(script: str) -> Path:
        program = tmp_path / "bin" / "tmux"
        program.parent.mkdir()
        program.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
        program.chmod(0o755)
        monkeypatch.setenv("PATH", f"{program.parent}:{os.environ['PATH']}")
        return tmp_path / "buffer"

    return made


INSIDE = {"TERM": "tmux-256color", "TMUX": "/tmp/socket,1,0"}

SHOWN = """
printf 'Terminal 0: st-256color for /dev/pts/1, flags=0x20:\\n 190: Ms: [missing]\\n'
printf 'Terminal 1: alacritty for /dev/pts/{}, flags=0x20:\\n 190: Ms: (string) ]52\\n'
"""
"""What tmux says of its terminals: that one of them has a clipboard."""


@pytest.mark.slow
def test_tmux_takes_it_and_hands_it_on(tmux: Callable[[str], Path], tmp_path: Path) -> None:
    buffer = tmux(f'cat > {tmp_path}/buffer; [ "$2" = -w ] && echo /dev/pts/1 256,clipboard')
    way = way_for(TEXT, INSIDE)
    assert buffer.read_text("utf-8") == TEXT
    assert way.sequence == ""
    assert way.told.startswith("Copied; in tmux")
    misnamed = way_for(TEXT, {**INSIDE, "TERM": "xterm-256color"})
    assert misnamed.sequence == PLAIN, "a terminal that was started from tmux has its environment"


@pytest.mark.slow
def test_a_terminal_that_takes_it_by_terminfo_is_not_called_one_that_cannot(
    tmux: Callable[[str], Path], tmp_path: Path
) -> None:
    tmux(f"cat > {tmp_path}/buffer; echo /dev/pts/1 bpaste; {SHOWN.format(1)}")
    assert way_for(TEXT, INSIDE).told.startswith("Copied; in tmux")


@pytest.mark.slow
@pytest.mark.parametrize(
    "script",
    [
        "cat > {0}/buffer; echo /dev/pts/1 256",
        "cat > {0}/buffer; echo /dev/pts/1 256; " + SHOWN.format(2),
        '[ "$2" = -w ] && exit 1; cat > {0}/buffer',
    ],
)
def test_a_tmux_that_cannot_hand_it_on_keeps_it_and_passes_it_on(
    tmux: Callable[[str], Path], tmp_path: Path, script: str
) -> None:
    buffer = tmux(script.format(tmp_path))
    way = way_for(TEXT, INSIDE)
    assert buffer.read_text("utf-8") == TEXT
    assert way.sequence == "\x1bPtmux;" + PLAIN.replace("\x1b", "\x1b\x1b") + "\x1b\\"
    assert way.told.startswith("Copied into tmux")


@pytest.mark.slow
def test_where_tmux_does_not_answer_the_way_out_is_named(tmux: Callable[[str], Path]) -> None:
    tmux("exit 1")
    way = way_for(TEXT, INSIDE)
    assert PLAIN in way.sequence
    assert "set -s set-clipboard on" in way.told


@pytest.mark.slow
def test_a_guest_starts_no_tmux_of_the_keepers(tmux: Callable[[str], Path]) -> None:
    buffer = tmux("cat > $0.buffer")
    assert PLAIN in way_for(TEXT, {**INSIDE, "STY": "1.pts"}, restricted=True).sequence
    assert not list(buffer.parent.glob("bin/*.buffer"))


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("tmux"), reason="tmux is not installed")
def test_a_tmux_with_its_defaults_has_the_text(tmp_path: Path) -> None:
    command = ["tmux", "-f", "/dev/null", "-S", str(tmp_path / "socket")]
    subprocess.run([*command, "new-session", "-d", "sh"], check=True, env={**os.environ})
    try:
        told = subprocess.run(
            [*command, "display", "-p", "#{socket_path},#{pid},0"], capture_output=True, check=True
        )
        environment = {"TERM": "tmux-256color", "TMUX": told.stdout.decode().strip()}
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("TMUX", environment["TMUX"])
            way_for(TEXT, environment)
        shown = subprocess.run([*command, "show-buffer"], capture_output=True, check=True)
        assert shown.stdout.decode() == TEXT
    finally:
        subprocess.run([*command, "kill-server"], check=False)


@pytest.mark.slow
@pytest.mark.parametrize("chosen", ["en", "zh"])
@pytest.mark.parametrize("script", ["exit 1", "cat > $0.buffer; echo /dev/pts/1 256"])
def test_the_way_out_is_seen_whole_on_eighty_columns(
    tmux: Callable[[str], Path], script: str, chosen: str
) -> None:
    tmux(script)
    try:
        language.choose(chosen)
        assert cell_len(way_for(TEXT, INSIDE).told) < 79
    finally:
        language.choose("en")
