"""The signals to stop, to go on and of another size: noted as they come, worked off by the loop.

What a signal's handler does may interrupt the very queue that it writes to: a thread that waits
for itself, and a reader that is deaf for good. So a handler does nothing; the interpreter itself
notes each signal in a pipe, where their order is seen.
"""

import asyncio
import os
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from signal import SIG_BLOCK, SIG_DFL, SIG_IGN, SIG_SETMASK, SIGCONT, SIGTSTP, SIGWINCH


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
        self._noted, self._note = os.pipe()
        for end in (self._noted, self._note):
            os.set_blocking(end, False)
        self._stopping = False
        self._continued = False
        self._resized = False

    def watch(self) -> None:
        """Take the signals, in the loop's main thread; whoever took them before has them no more.

        The loop takes no signals of its own beside these.
        """
        signal.set_wakeup_fd(self._note, warn_on_full_buffer=False)
        for number in (SIGTSTP, SIGCONT, SIGWINCH):
            signal.signal(number, _nothing)
        self._loop.add_reader(self._noted, self._heed)

    @contextmanager
    def left_alone(self) -> Iterator[None]:
        """Stop and go on as every program does, while another has the terminal."""
        for number in (SIGTSTP, SIGCONT):
            signal.signal(number, SIG_DFL)
        try:
            yield
        finally:
            self.watch()

    def _heed(self) -> None:
        """Take the terminal after a stop, or its size; or give it back and stop."""
        self._look()
        continued, self._continued = self._continued, False
        resized, self._resized = self._resized, False
        if self._stopping:
            self._stop()
        elif continued:
            self._go_on()
        elif resized:
            self._resize()

    def _look(self) -> None:
        """Remember what has been asked for; a signal to go on takes back one to stop before it."""
        numbers = b""
        with suppress(BlockingIOError):  # there is nothing more
            while more := os.read(self._noted, 4096):
                numbers += more
        for number in numbers:
            if number == SIGTSTP:
                self._stopping = True
            elif number == SIGCONT:
                self._stopping, self._continued = False, True
            elif number == SIGWINCH:
                self._resized = True

    def _stop(self) -> None:
        """Give the terminal back, and stop until a signal to go on, unless that has come by now.

        The stop is held back first: what comes before that is noted, and what comes after it takes
        the stop away in the system itself. So none falls between the last look and the stop. The
        system stops nobody who has no shell to bring them back.
        """
        self._give_back()
        before = signal.pthread_sigmask(SIG_BLOCK, {SIGTSTP})
        signal.signal(SIGTSTP, SIG_DFL)
        signal.pthread_kill(threading.get_ident(), SIGTSTP)
        self._look()
        if not self._stopping:
            signal.signal(SIGTSTP, SIG_IGN)
        self._stopping = False
        signal.pthread_sigmask(SIG_SETMASK, before)  # stopped here, and going on
        signal.signal(SIGTSTP, _nothing)
        self._look()
        self._continued = False
        self._go_on()
        if self._stopping:
            self._loop.call_soon(self._heed)


def _nothing(number: int, frame: object) -> None:
    """Let the interpreter note the signal."""
