"""What one source may cost the process that reads it: processor time and memory.

The system holds the bounds, so that they hold within a library in C as well. Who runs out of time
is ended by SIGPROF (`store.errors.OVERTIME`); who wants too much memory gets a MemoryError, or dies
where the library that asked for it knows no better.
"""

import resource
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SECONDS = 5.0
"""Processor time that every source may take."""

MEMORY = 200 * 2**20
"""Bytes above what the process holds already."""

MOST_SECONDS = 300.0
"""Processor time that a room may ask for in all."""

_MEMORY_LIMIT = resource.RLIMIT_DATA


@contextmanager
def limited(seconds: float = SECONDS, memory: int = MEMORY) -> Iterator[None]:
    """Let what is done within cost so many `seconds` of processor time, and bytes of `memory`.

    This is for a process that reads one source after another, and does nothing else meanwhile.
    Where the system does not tell how much it holds, as on macOS, memory has no bound.
    """
    soft, hard = resource.getrlimit(_MEMORY_LIMIT)
    held = _held()
    if held:
        most = held + memory
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(_MEMORY_LIMIT, (most, hard))
    _set_time(seconds, MOST_SECONDS - seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        resource.setrlimit(_MEMORY_LIMIT, (soft, hard))


def allow(seconds: float) -> None:
    """Let the source that is being read cost so many more `seconds`, of `MOST_SECONDS` in all.

    Of a PDF, that is one for each page.
    """
    left, more = signal.getitimer(signal.ITIMER_PROF)
    if left:
        given = min(seconds, more)
        _set_time(left + given, more - given)


def _set_time(seconds: float, more: float) -> None:
    """Let so many `seconds` pass, and `more` be asked for.

    The timer keeps what is `more` as its interval: it is never used, for the first signal is fatal.
    """
    signal.setitimer(signal.ITIMER_PROF, seconds, max(more, 0.0))


def _held() -> int:
    """Return how many bytes of data this process has, 0 where that is not known (proc(5))."""
    try:
        pages = int(Path("/proc/self/statm").read_bytes().split()[5])
    except OSError:
        return 0
    return pages * resource.getpagesize()
