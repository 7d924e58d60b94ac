"""Sizes: what a terminal says of itself is believed up to a bound, wherever it is asked."""

import fcntl
import os
import struct
import termios
from collections.abc import Callable
from types import ModuleType
from typing import Any

import pytest

from tui.terminal.size import MOST_COLUMNS, MOST_ROWS, cell_size, clamped, terminal_size

HUGE = 65535


def test_honest_sizes_are_as_they_are_and_huge_ones_are_not() -> None:
    assert clamped(80, 24) == (80, 24)
    assert clamped(250, 70) == (250, 70)
    assert clamped(0, 0) == (0, 0)
    assert clamped(HUGE, HUGE) == (MOST_COLUMNS, MOST_ROWS)
    assert clamped(80, HUGE) == (80, MOST_ROWS)


def test_a_terminal_that_says_it_is_huge_is_asked_with_a_bound() -> None:
    master, slave = os.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", HUGE, HUGE, 0, 0))
    assert terminal_size(slave) == (MOST_COLUMNS, MOST_ROWS)
    os.close(slave)
    os.close(master)


@pytest.mark.parametrize(
    ("said", "size"), [((4000, 2), (MOST_COLUMNS, 2)), ((2, 1000), (2, MOST_ROWS))]
)
async def test_the_application_is_no_larger(
    reader: ModuleType, said: tuple[int, int], size: tuple[int, int]
) -> None:
    app = reader.SmallReader()
    async with app.run_test(size=said):
        assert app.size == size


@pytest.mark.parametrize("start", [(80, 24), (HUGE, HUGE)])
def test_a_reader_in_a_huge_terminal_holds_little_and_answers(
    run: Callable[..., Any], start: tuple[int, int]
) -> None:
    terminal = run()
    for size in (start, (HUGE, HUGE), (HUGE, 24), (80, HUGE), start):
        fcntl.ioctl(terminal.fileno, termios.TIOCSWINSZ, struct.pack("HHHH", *reversed(size), 0, 0))
        terminal.settle()
    assert peak(terminal.process.pid) < 400 * 2**20
    terminal.press("q")
    assert terminal.gone() == 0


def test_a_size_that_is_typed_is_no_size(run: Callable[..., Any]) -> None:
    """Some terminals report their size among the keys, if asked to; we do not ask."""
    terminal = run()
    before = terminal.text
    terminal.send(b"\x1b[48;60000;60000;0;0t")
    terminal.settle()
    terminal.press("down", "up")
    terminal.settle()
    assert terminal.text == before
    assert peak(terminal.process.pid) < 400 * 2**20


def peak(pid: int) -> int:
    """Return the most memory that a process has held, in bytes."""
    with open(f"/proc/{pid}/status") as file:
        (line,) = (line for line in file if line.startswith("VmHWM"))
    return int(line.split()[1]) * 1024


def test_the_system_tells_how_large_a_cell_is_or_nothing() -> None:
    master, slave = os.openpty()
    told = {}
    for across, down in ((800, 480), (0, 0), (80, 24), (HUGE, HUGE)):
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, across, down))
        told[across] = cell_size(slave)
    assert told == {800: (10, 20), 0: None, 80: None, HUGE: None}
    os.close(slave)
    os.close(master)
    assert cell_size(slave) is None
