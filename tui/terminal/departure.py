"""Leaving when the line drops or the process is told to end: save, restore, and be gone.

Textual dies of SIGHUP at once with nothing saved, and waits forever on a stalled line.
"""

import os
import signal
import threading
from collections.abc import Callable
from contextlib import suppress
from types import FrameType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.app import App

GRACE = 2.0
"""Seconds for the application to end by itself; a stalled line never lets it."""


class Departure:
    """One way out for signals and dead lines; what must be kept is kept once."""

    def __init__(self, app: "App[None]", keep: Callable[[str], None], grace: float = GRACE) -> None:
        self._app = app
        self._keep = keep
        self._grace = grace
        self._begun = threading.Event()
        self._kept = threading.Lock()

    def watch(self) -> None:
        """Take SIGHUP and SIGTERM; call it in the main thread.

        ``signal.signal``, not the loop's handlers: the loop may be stuck in a full output queue.
        """
        for number in (signal.SIGHUP, signal.SIGTERM):
            signal.signal(number, self._caught)

    def leave(self, reason: str) -> None:
        """Save and end, from whatever thread; a second call changes nothing."""
        if self._begun.is_set():
            return
        self._begun.set()
        timer = threading.Timer(self._grace, self._give_up, [reason])
        timer.daemon = True
        timer.start()
        with suppress(RuntimeError):  # the loop has ended already
            self._app._loop.call_soon_threadsafe(self._end, reason)  # type: ignore[union-attr]

    def _caught(self, number: int, frame: FrameType | None) -> None:
        del frame
        self.leave(signal.Signals(number).name)

    def _end(self, reason: str) -> None:
        """Save and let the application end, in its own thread."""
        self._save(reason)
        self._app.exit()

    def _give_up(self, reason: str) -> None:
        """Save if that is still to be done, and end the process: the application is stuck."""
        self._save(reason)
        os._exit(1)

    def _save(self, reason: str) -> None:
        if self._kept.acquire(blocking=False):
            self._keep(reason)
