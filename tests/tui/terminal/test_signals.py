"""Signals to stop, to go on, of another size: each asked for once, the last one's word counts."""

import asyncio
import os
import signal
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest

from tui.terminal.signals import Signals

STOP, GO_ON, RESIZE = signal.SIGTSTP, signal.SIGCONT, signal.SIGWINCH


@pytest.fixture
def done(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Note what is done, a stop of the process among it."""
    noted: list[str] = []
    monkeypatch.setattr(os, "kill", lambda _, number: noted.append(signal.Signals(number).name))
    return noted


async def after(
    monkeypatch: pytest.MonkeyPatch, done: list[str], *numbers: signal.Signals
) -> list[str]:
    """Return what is done when these signals have come within one turn of the loop."""
    loop = asyncio.get_running_loop()
    does = [partial(done.append, name) for name in ("give back", "go on", "resize")]
    signals = Signals(loop, *does)
    waiting: list[Callable[[], None]] = []
    monkeypatch.setattr(loop, "call_later", lambda _, do: waiting.append(do))
    for number in numbers:
        signals.note(number)
    await asyncio.sleep(0)
    for stop in waiting:
        stop()
    return done


async def test_a_stop_gives_the_terminal_back_first(
    monkeypatch: pytest.MonkeyPatch, done: list[str]
) -> None:
    assert await after(monkeypatch, done, STOP) == ["give back", "SIGSTOP"]


async def test_many_signals_are_worked_off_at_once(
    monkeypatch: pytest.MonkeyPatch, done: list[str]
) -> None:
    assert await after(monkeypatch, done, *[RESIZE] * 50) == ["resize"]
    done.clear()
    assert await after(monkeypatch, done, *[GO_ON] * 50) == ["go on"]


async def test_the_last_word_counts(monkeypatch: pytest.MonkeyPatch, done: list[str]) -> None:
    assert await after(monkeypatch, done, *[STOP, GO_ON] * 20) == ["go on"]
    done.clear()
    assert await after(monkeypatch, done, *[GO_ON, STOP] * 20) == ["give back", "SIGSTOP"]


STORMS = {
    "stopped unseen": [signal.SIGSTOP, GO_ON],
    "going on alone": [GO_ON],
    "with other sizes": [RESIZE, signal.SIGSTOP, GO_ON],
    "asked to stop": [STOP, GO_ON],
}


@pytest.mark.parametrize("storm", STORMS.values(), ids=STORMS)
def test_no_storm_of_signals_leaves_it_deaf(
    run: Callable[..., Any], storm: list[signal.Signals]
) -> None:
    terminal = run()
    for _ in range(40):
        for number in storm:
            terminal.signal(number)
            terminal.read_for(0.008)
    terminal.until(lambda: not terminal.stopped() or terminal.signal(GO_ON))
    terminal.settle()
    terminal.press("ctrl+l")
    terminal.screen.reset()
    # A stop that was asked for last may be worked off only now.
    terminal.until(lambda: "0 " in terminal.text or (terminal.stopped() and terminal.signal(GO_ON)))
    terminal.press("q")
    assert terminal.gone() == 0


def test_a_program_that_has_the_terminal_stops_with_us() -> None:
    async def handlers() -> list[Any]:
        signals = Signals(asyncio.get_running_loop(), *[lambda: None] * 3)
        signals.watch()
        with signals.left_alone():
            inside = signal.getsignal(STOP), signal.getsignal(GO_ON)
        return [*inside, signal.getsignal(STOP)]

    *inside, afterwards = asyncio.run(handlers())
    assert inside == [signal.SIG_DFL] * 2
    assert afterwards is not signal.SIG_DFL
