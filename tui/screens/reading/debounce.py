"""Let one thing follow another: a step at once, as it seems; step upon step where they rest."""

from collections.abc import Callable

from tui.screens.reading.host import Timer, Timing

AT_ONCE = 0.05
"""Seconds until a step is followed: a key that is held has come again by then."""

REST = 0.2
"""Seconds of rest: fingers tap through a list every 150 ms, a held key repeats every 30 to 40 and
a bad line brings its repeats in bursts; each article drawn on the way costs some 2 kB there."""

TYPED_REST = 0.3
"""Seconds of rest behind a letter typed: a fast typist's next one comes within a fifth of one."""


class Debounced:
    """Does what was asked for last, once nothing has been asked for a while."""

    def __init__(self, timing: Timing) -> None:
        self._timing = timing
        self._waiting: Timer | None = None
        self._asked: dict[str, Callable[[], None]] = {}

    def ask(self, what: str, call: Callable[[], None]) -> None:
        """Ask for `call`, in the place of what was asked for under this name before."""
        if self._waiting is not None:
            self._waiting.stop()
        self._asked[what] = call
        self._waiting = self._timing.set_timer(TYPED_REST, self.now)

    def now(self) -> None:
        """Do at once what is still to be done."""
        asked, self._asked = self._asked, {}
        for call in asked.values():
            call()


class CursorFollower:
    """Calls `follow` when something moved, some time after by `timing`."""

    def __init__(
        self, timing: Timing, follow: Callable[[], None], clock: Callable[[], float]
    ) -> None:
        self._timing = timing
        self._follow = follow
        self._clock = clock
        self._moved = 0.0
        self._waiting: Timer | None = None

    def moved(self) -> None:
        """Follow at once, or, when the step before was a moment ago, at rest."""
        now = self._clock()
        wait = REST if now - self._moved < REST else AT_ONCE
        self._moved = now
        if self._waiting is not None:
            self._waiting.stop()
        self._waiting = self._timing.set_timer(wait, self._rested)

    def catch_up(self) -> None:
        """Follow now, if something moved that has not been followed."""
        if self._waiting is not None:
            self._waiting.stop()
            self._rested()

    def _rested(self) -> None:
        self._waiting = None
        self._follow()
