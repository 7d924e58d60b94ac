"""Signals to stop, to go on, of another size: each asked for once, the last one's word counts."""

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import pytest

from tui.terminal.signals import Signals

STOP, GO_ON, RESIZE = signal.SIGTSTP, signal.SIGCONT, signal.SIGWINCH


@pytest.fixture(autouse=True)
def given_back() -> Iterator[None]:
    """Give the signals back to those who had them."""
    before = {number: signal.getsignal(number) for number in (STOP, GO_ON, RESIZE)}
    yield
    signal.set_wakeup_fd(-1)
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.fixture
def done(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Note what is done, a stop of the process among it, which goes on at once."""
    noted: list[str] = []
    monkeypatch.setattr(signal, "pthread_kill", lambda *_: noted.append("stop"))
    return noted


async def after(done: list[str], *numbers: signal.Signals) -> list[str]:
    """Return what is done when these signals have come within one turn of the loop."""
    loop = asyncio.get_running_loop()
    does = [partial(done.append, name) for name in ("give back", "go on", "resize")]
    Signals(loop, *does).watch()
    for number in numbers:
        signal.raise_signal(number)
    while not done:
        await asyncio.sleep(0)
    await asyncio.sleep(0)
    return done


async def test_a_stop_gives_the_terminal_back_first(done: list[str]) -> None:
    assert await after(done, STOP) == ["give back", "stop", "go on"]


@pytest.mark.parametrize(("number", "once"), [(RESIZE, "resize"), (GO_ON, "go on")])
async def test_many_signals_are_worked_off_at_once(
    done: list[str], number: signal.Signals, once: str
) -> None:
    assert await after(done, *[number] * 50) == [once]


async def test_the_last_word_is_to_go_on(done: list[str]) -> None:
    assert await after(done, *[STOP, GO_ON] * 20) == ["go on"]


async def test_the_last_word_is_to_stop(done: list[str]) -> None:
    assert await after(done, *[GO_ON, STOP] * 20) == ["give back", "stop", "go on"]


STOPPED = """
import asyncio, os, signal, sys
from tui.terminal.signals import Signals

def come(when):
    if when in sys.argv:
        os.kill(os.getpid(), signal.SIGCONT)

class Late(Signals):
    looks = 0
    def _look(self):
        super()._look()
        self.looks += 1
        if self.looks == 2:
            come("after the last look")

async def main():
    over = asyncio.Event()
    signals = Late(asyncio.get_running_loop(), lambda: come("before it"), over.set, print)
    signals.watch()
    os.kill(os.getpid(), signal.SIGTSTP)
    await over.wait()

asyncio.run(main())
"""


@pytest.mark.slow
@pytest.mark.parametrize("when", ["before it", "after the last look", "never"])
def test_a_signal_to_go_on_is_never_lost_to_the_stop(when: str) -> None:
    command = [sys.executable, "-c", STOPPED, when]
    with subprocess.Popen(command, process_group=0) as program:
        ended = os.waitid(os.P_PID, program.pid, os.WEXITED | os.WSTOPPED | os.WNOWAIT)
        assert ended
        assert (ended.si_code == os.CLD_STOPPED) is (when == "never")
        program.send_signal(GO_ON)
        assert program.wait(60) == 0


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
    terminal = run(shelled=True)
    for _ in range(40):
        for number in storm:
            terminal.signal(number)
            terminal.read_for(0.008)
    terminal.until(lambda: not terminal.stopped())
    terminal.settle()
    terminal.press("ctrl+l")
    terminal.screen.reset()
    terminal.until("0 ")
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
