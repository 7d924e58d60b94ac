"""Leaving when the line drops or the process is told to end: save, restore the terminal, exit.

Stock Textual dies of SIGHUP at once with nothing saved, and waits forever on a stalled line.
"""

import asyncio
import os
import signal
import threading
from collections.abc import Callable
from contextlib import suppress
from types import FrameType

GRACE = 2.0
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
        # Locks, because a signal may arrive while another is being handled: only a test-and-set
        # that never waits is safe there.
        self._begun = threading.Lock()
        self._kept = threading.Lock()

    def watch(self) -> None:
        """Handle SIGHUP and SIGTERM unless they are ignored (nohup); call it in the main thread.

        ``signal.signal``, not the loop's handlers: the loop may be stuck.
        """
        self._loop = asyncio.get_running_loop()
        for number in (signal.SIGHUP, signal.SIGTERM):
            if signal.getsignal(number) is not signal.SIG_IGN:
                signal.signal(number, self._caught)

    def leave(self, reason: str, status: int) -> None:
        """Save, and end with this exit status; from any thread, and only the first call counts."""
        if not self._begun.acquire(blocking=False):
            return
        timer = threading.Timer(self._grace, self._give_up, [reason, status])
        timer.daemon = True
        timer.start()
        if self._loop is not None:
            with suppress(RuntimeError):  # the loop has ended already
                self._loop.call_soon_threadsafe(self._go, reason, status)

    def _caught(self, number: int, frame: FrameType | None) -> None:
        del frame
        self.leave(signal.Signals(number).name, 128 + number)

    def _go(self, reason: str, status: int) -> None:
        """Save, and let the application end."""
        try:
            self._save(reason)
        finally:
            self._end(status)

    def _give_up(self, reason: str, status: int) -> None:
        """Save if that has not happened yet, and end the process: the application is stuck."""
        try:
            self._save(reason)
        finally:
            os._exit(status)

    def _save(self, reason: str) -> None:
        if self._kept.acquire(blocking=False):
            self._keep(reason)
