"""Faults of a disk and of a process at the nth step of what is done to files."""

import errno
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from store.backends import atomic

KINDS = {
    "kill": 0,
    "full": errno.ENOSPC,
    "denied": errno.EACCES,
    "broken": errno.EIO,
}
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT
_CHANGES = ("os.rename", "os.remove", "os.mkdir", "os.rmdir")

_watching: list[Callable[[str, bool], None]] = []
"""Who is told of each step: its kind, and whether it changes something."""

_hooked = False


def _seen(event: str, arguments: tuple[Any, ...]) -> None:
    if _watching and event in ("open", *_CHANGES, "os.scandir", "os.listdir"):
        path = str(arguments[0])
        if event == "open" and ("/proc/" in path or path.endswith((".py", ".pyc"))):
            return
        changes = event in _CHANGES or (event == "open" and bool(arguments[2] & _WRITES))
        for each in _watching:
            each(event, changes)


@contextmanager
def fault(kind: str, step: int, *, lasting: bool, folder: Path) -> Iterator[list[bool]]:
    """Let the step of this number fail, or (`lasting`) each from there on; a kill ends the process.

    Gives a list that is not empty once anything has failed.
    """
    global _hooked
    if not _hooked:
        sys.addaudithook(_seen)
        _hooked = True
    left, happened, busy = step, [], False

    def seen(event: str, changes: bool) -> None:
        nonlocal left, busy
        if busy or (kind in ("full", "denied") and not changes):
            return
        if kind == "full" and event == "os.remove":
            return
        left -= 1
        if left == 0 or (lasting and left < 0):
            busy = True
            if kind == "kill":
                os.kill(os.getpid(), signal.SIGKILL)
            happened.append(True)
            busy = False
            raise OSError(KINDS[kind], os.strerror(KINDS[kind]))

    sync = os.fsync

    def fsync(fd: Any) -> None:
        seen("fsync", kind != "denied")
        sync(fd)

    def opened(*given: Any, **named: Any) -> Any:
        return _File(open(*given, **named), seen)

    os.fsync = fsync
    atomic.open = opened  # type: ignore[attr-defined]
    _watching.append(seen)
    try:
        yield happened
    finally:
        _watching.clear()
        os.fsync = sync
        del atomic.open  # type: ignore[attr-defined]


class _File:
    """A file that may fail when half of something has been written to it."""

    def __init__(self, file: Any, seen: Callable[[str, bool], None]) -> None:
        self._file, self._seen = file, seen
        self.flush, self.fileno = file.flush, file.fileno

    def __enter__(self) -> "_File":
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def write(self, data: bytes) -> None:
        self._file.write(data[: len(data) // 2])
        self._file.flush()
        self._seen("write", True)
        self._file.write(data[len(data) // 2 :])
