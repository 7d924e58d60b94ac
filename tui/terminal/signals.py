"""The signals to stop, to go on and of another size: noted as they come, worked off by the loop.

What a signal's handler does may interrupt the very queue that it writes to: a thread that waits
for itself, and a reader that is deaf for good.
"""

import asyncio
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from signal import SIGCONT, SIGSTOP, SIGTSTP, SIGWINCH

STOP_PATIENCE = 0.02
"""Seconds in which a signal to go on takes back the one to stop before it."""


class Signals:
    """Does once what however many signals ask for, in the order in which they came.

    `give_back` gives the terminal back, `go_on` takes it again, `resize` takes its size.
    """

    def __init__(
        self,
        loop: asyncio.AbstractEventLoop,
        give_back: Callable[[], None],
        go_on: Callable[[], None],
        resize: Callable[[], None],
    ) -> None:
        self._loop = loop
        self._give_back = give_back
        self._go_on = go_on
        self._resize = resize
        self._told = False
        self._stopping = False
        self._continued = False

    def watch(self) -> None:
        """Take the signals, in the loop's main thread; whoever took them before has them no more.

        The loop's own handlers run in the loop, in the signals' order.
        """
        for number in (SIGTSTP, SIGCONT, SIGWINCH):
            self._loop.add_signal_handler(number, self.note, number)

    @contextmanager
    def left_alone(self) -> Iterator[None]:
        """Stop and go on as every program does, while another has the terminal."""
        for number in (SIGTSTP, SIGCONT):
            self._loop.remove_signal_handler(number)
        try:
            yield
        finally:
            self.watch()

    def note(self, number: int) -> None:
        """Remember what a signal asks for; one to go on takes back the one to stop."""
        if number == SIGTSTP:
            self._stopping = True
        elif number == SIGCONT:
            self._stopping, self._continued = False, True
        if not self._told:
            self._told = True
            self._loop.call_soon(self._heed)

    def _heed(self) -> None:
        """Take the terminal after a stop, or its size; or give it back and stop."""
        self._told = False
        continued, self._continued = self._continued, False
        if self._stopping:
            self._give_back()
            self._loop.call_later(STOP_PATIENCE, self._stop)
        elif continued:
            self._go_on()
        else:
            self._resize()

    def _stop(self) -> None:
        if self._stopping:
            self._stopping = False
            os.kill(os.getpid(), SIGSTOP)
