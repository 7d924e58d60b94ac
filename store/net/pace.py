"""Manners: one request at a time to each host, and a pause after each."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, Lock
from time import monotonic

from store.errors import NetError

PAUSE = 1.2
"""Seconds between two requests to one host, where neither it nor a reader says otherwise."""


def stopped() -> NetError:
    """Return that nothing more is fetched."""
    return NetError("It was stopped.", "stopped")


class _Host:
    """One host: who asks it holds `turn`, and `left` is when it was left alone."""

    def __init__(self) -> None:
        self.turn = Lock()
        self.left = float("-inf")


class Pace:
    """Turns at hosts, for many threads. `clock` tells seconds, `stop` ends all waiting."""

    def __init__(self, stop: Event, clock: Callable[[], float] = monotonic) -> None:
        self._stop = stop
        self._clock = clock
        self._hosts: dict[str, _Host] = {}

    @contextmanager
    def turn(self, host: str, pause: float) -> Iterator[None]:
        """Wait until nobody asks `host`, and nobody has for `pause` seconds; it is then asked.

        Raises NetError when it is stopped meanwhile.
        """
        known = self._hosts.setdefault(host, _Host())  # at once for all threads
        with known.turn:
            if self._stop.wait(max(0.0, known.left + pause - self._clock())):
                raise stopped()
            try:
                yield
            finally:
                known.left = self._clock()
