"""Leaving when the line drops or the process is told to end: save, restore the terminal, exit.

Stock Textual dies of SIGHUP at once with nothing saved, and waits forever on a stalled line.
"""

import asyncio
import os
import signal
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from types import FrameType

GRACE = 1.5
"""Seconds for the application to end by itself; on a stalled line it never does."""

HUNG_UP = 128 + signal.SIGHUP
"""Exit status when the terminal is gone: what a shell reports of a process ended by SIGHUP."""


class Departure:
    """One way out for signals and dead lines; what must be saved is saved once.

    `keep` is called with the reason, then `end` with the exit status, both in the loop's thread.
    If the loop is stuck, `keep` is called from a thread of its own.
    """

    def __init__(
        self, keep: Callable[[str], None], end: Callable[[int], None], grace: float = GRACE
    ) -> None:
        self._keep = keep
        self._end = end
        self._grace = grace
        self._loop: asyncio.AbstractEventLoop | None = None
        # Locks, as a signal may come in the middle of a signal's handler: only a test-and-set
        # that never waits is safe there, and to start a thread is not.
        self._begun = threading.Lock()
        self._kept = threading.Lock()
        self._alarm = threading.Lock()
        self._alarm.acquire()
        self._why = ("", 0)

    @property
    def begun(self) -> bool:
        """Whether the application is being left for a signal or a dead line."""
        return self._begun.locked()

    @property
    def status(self) -> int:
        """The exit status of a departure that has begun; 0 before."""
        return self._why[1]

    def watch(self) -> None:
        """Take SIGHUP, SIGTERM, and SIGXCPU, which says that a guest's time is over.

        None that is ignored (nohup). Call it in the loop's main thread.
        ``signal.signal``, not the loop's handlers: the loop may be stuck.
        """
        self._loop = asyncio.get_running_loop()
        threading.Thread(target=self._give_up, name="departure", daemon=True).start()
        for number in (signal.SIGHUP, signal.SIGTERM, signal.SIGXCPU):
            if signal.getsignal(number) is not signal.SIG_IGN:
                signal.signal(number, self._caught)
        if self.begun:
            self._loop.call_soon(self._go)

    def leave(self, reason: str, status: int) -> None:
        """Save and end with this exit status, from whatever thread; a second call does nothing."""
        if not self._begun.acquire(blocking=False):
            return
        self._why = reason, status
        self._alarm.release()
        if self._loop is not None:
            with suppress(RuntimeError):  # the loop has ended already
                self._loop.call_soon_threadsafe(self._go)

    def _caught(self, number: int, frame: FrameType | None) -> None:
        del frame
        self.leave(signal.Signals(number).name, 128 + number)

    def _go(self) -> None:
        """Save and let the application end."""
        try:
            self._save()
        finally:
            self._end(self._why[1])

    def _give_up(self) -> None:
        """Once it has begun, save if that is still to be done when the grace is over, and end.

        The application is stuck then.
        """
        self._alarm.acquire()
        time.sleep(self._grace)
        try:
            self._save()
        finally:
            os._exit(self._why[1])

    def _save(self) -> None:
        if self._kept.acquire(blocking=False):
            self._keep(self._why[0])
