"""Connections whose server takes what it is sent and never answers are cut.

So does one that was stopped, or whose machine hangs: the system's own time-outs see only what was
not received. One thread looks after all of them; what waits then fails as if the line had dropped.
"""

import os
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Protocol

STEP = 0.5
"""Seconds between two looks of the thread."""


class HasFileno(Protocol):
    """A connection."""

    def fileno(self) -> int:
        """Return its handle."""


class _Watchdog:
    """Looks after the connections of one process by their handles."""

    def __init__(self) -> None:
        self.process = os.getpid()
        self.due: dict[object, tuple[float, int]] = {}
        threading.Thread(target=self._watch, name="watchdog", daemon=True).start()

    def _watch(self) -> None:
        pause = threading.Event()
        while not pause.wait(STEP):
            for moment, handle in [*self.due.values()]:
                if moment < time.monotonic():
                    _cut(handle)


_watchdogs: list[_Watchdog] = []


@contextmanager
def within(connection: HasFileno, seconds: float) -> Iterator[None]:
    """Cut the connection where the block takes more than so many seconds."""
    if not _watchdogs or _watchdogs[-1].process != os.getpid():  # or this is a fork of it
        _watchdogs[:] = [_Watchdog()]
    due, key = _watchdogs[-1].due, object()
    due[key] = time.monotonic() + seconds, connection.fileno()
    try:
        yield
    finally:
        del due[key]


def _cut(handle: int) -> None:
    with suppress(OSError), socket.socket(fileno=os.dup(handle)) as line:
        line.shutdown(socket.SHUT_RDWR)
