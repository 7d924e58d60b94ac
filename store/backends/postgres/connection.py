"""A connection whose server has to answer in time, and whose queries end once they are given up.

A server that was stopped, or whose machine hangs, takes what it is sent and never answers: the
system's own time-outs see only what was not received.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import TypeVar

import psycopg
from psycopg.abc import PQGen
from psycopg.rows import TupleRow

from store.backends.postgres.faults import ServerError, silent_for

T = TypeVar("T")

READING, WRITING = 5.0, 20.0
"""Seconds for which a server may be silent to whoever reads, or writes."""

SLOW = 3.0
"""Seconds of silence after which whoever waits is told."""

CANCEL = 1.0
"""Seconds in which a server has to take it that a query is given up."""

_STEP = 0.02


def _never() -> bool:
    return False


class Connection(psycopg.Connection[TupleRow]):
    """A connection by which threads ask in turn.

    One whose server says nothing for too long is closed, with a ServerError; `slow` is called
    before that.
    """

    slow: Callable[[], object] = staticmethod(_never)
    _patience = WRITING
    _given_up: Callable[[], bool] = staticmethod(_never)

    @contextmanager
    def within(self, seconds: float, given_up: Callable[[], bool] = _never) -> Iterator[None]:
        """Let the server be silent for so many seconds, and cancel what is asked once given up."""
        before = self._patience, self._given_up
        self._patience, self._given_up = seconds, given_up
        try:
            yield
        finally:
            self._patience, self._given_up = before

    def wait(self, gen: PQGen[T], interval: float = _STEP, timeout: float | None = None) -> T:
        """Wait as psycopg does from 3.3 on, and look meanwhile; later ones have a `timeout`."""
        watched = self._watched(gen)
        if timeout is None:
            return super().wait(watched, min(interval, _STEP))
        return super().wait(watched, min(interval, _STEP), timeout)

    def _watched(self, gen: PQGen[T]) -> PQGen[T]:
        """Do as `gen` does, and look to it whenever there is nothing for it."""
        silence = self._silence()
        try:
            wanted = next(gen)
            while True:
                ready = yield wanted
                if ready:
                    silence = self._silence()
                    wanted = gen.send(ready)
                else:
                    next(silence)
        except StopIteration as end:
            returned: T = end.value
            return returned

    def _silence(self) -> Iterator[None]:
        """Look to a server that is silent from now on, at each step."""
        begun, told, cancelled = time.monotonic(), False, False
        while True:
            silent = time.monotonic() - begun
            if not cancelled and self._given_up():
                cancelled = True
                self._cancel()
            if not told and silent > SLOW:
                told = True
                self.slow()
            if silent > self._patience:
                self._cancel()
                self.close()
                raise ServerError(silent_for(self._patience))
            yield

    def _cancel(self) -> None:
        """End what is asked on the server, too, if that can be done."""
        with suppress(psycopg.Error):
            self.cancel_safe(timeout=CANCEL)
