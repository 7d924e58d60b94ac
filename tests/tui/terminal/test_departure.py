"""Leaving: what is kept, that the process goes, how the terminal is left behind."""

import signal
import termios
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]

RESTORED = (b"\x1b[?2004l", b"\x1b[?7h", b"\x1b[?1049l", b"\x1b[?25h")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_saves_restores_and_ends(run: Run, state: Path, number: signal.Signals) -> None:
    terminal = run()
    terminal.signal(number)
    assert terminal.gone() == 128 + number
    assert state.read_text() == f"{number.name}\n"
    assert all(sequence in terminal.received for sequence in RESTORED)


def test_a_closed_terminal_saves_and_ends(run: Run, state: Path) -> None:
    terminal = run()
    terminal.hang_up()
    assert terminal.gone() == 128 + signal.SIGHUP
    assert len(state.read_text().splitlines()) == 1


def test_a_closed_terminal_ends_it_even_where_hang_ups_are_ignored(run: Run, state: Path) -> None:
    """The end of the terminal's own input, under nohup: stock Textual spins."""
    terminal = run(through=("sh", "-c", "trap '' HUP; exec \"$@\"", "sh"))
    terminal.hang_up()
    assert terminal.gone() == 128 + signal.SIGHUP
    assert state.read_text() == "hang-up\n"


def test_what_is_kept_is_kept_once(run: Run, state: Path) -> None:
    terminal = run()
    for number in (signal.SIGHUP, signal.SIGTERM, signal.SIGHUP):
        terminal.signal(number)
    terminal.hang_up()
    terminal.gone()
    assert len(state.read_text().splitlines()) == 1


def test_a_stalled_line_does_not_hold_it(run: Run, state: Path) -> None:
    """Nobody reads: the terminal's buffer is full, what restores it can never be written."""
    terminal = run(columns=200, rows=60)
    for _ in range(60):
        terminal.press("pagedown", "f2", "pagedown", "f1")
    terminal.press("m")
    terminal.stall(lambda: state.read_text() == "mark\n")
    terminal.signal(signal.SIGTERM)
    assert terminal.process.wait(60) == 128 + signal.SIGTERM
    assert state.read_text() == "mark\nSIGTERM\n"


def test_nobody_is_stopped_whom_no_shell_would_bring_back(run: Run) -> None:
    terminal = run()
    before, raw = terminal.text, terminal.modes()
    terminal.press("ctrl+z")
    terminal.until(lambda: terminal.received.count(b"\x1b[?1049h") == 2)
    terminal.settle()
    assert (terminal.text, terminal.modes()) == (before, raw)
    terminal.press("q")
    assert terminal.gone() == 0


def test_a_loop_that_is_stuck_does_not_hold_it(run: Run, state: Path) -> None:
    terminal = run()
    terminal.press("ctrl+x")
    terminal.settle()
    terminal.signal(signal.SIGTERM)
    assert terminal.gone() == 128 + signal.SIGTERM
    assert state.read_text() == "SIGTERM\n"


def test_ctrl_l_paints_what_something_else_wrote_over(run: Run) -> None:
    terminal = run()
    before = terminal.text
    terminal.screen.reset()
    terminal.press("ctrl+l")
    terminal.settle()
    assert terminal.text == before


@pytest.mark.parametrize("way", ["ctrl+z", "SIGSTOP"])
def test_it_paints_everything_when_it_goes_on_after_a_stop(run: Run, way: str) -> None:
    terminal = run(shelled=True)
    before, raw = terminal.text, terminal.modes()
    if way == "ctrl+z":
        terminal.press("ctrl+z")
    else:
        terminal.signal(signal.SIGSTOP)
    terminal.until(terminal.stopped)
    output, local = terminal.modes()
    assert bool(local & termios.ECHO) is bool(output & termios.OPOST) is (way == "ctrl+z")
    terminal.screen.reset()
    terminal.signal(signal.SIGCONT)
    terminal.settle()
    assert terminal.text == before
    assert terminal.modes() == raw
    terminal.cost("down")
    assert terminal.screen.buffer[2][0].reverse  # one step: one thread reads the keys
    terminal.press("q")
    assert terminal.gone() == 0
