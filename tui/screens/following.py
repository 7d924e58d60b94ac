"""Let one thing follow another: at once for a step, only at rest while a key is held."""

from collections.abc import Callable

from textual.timer import Timer
from textual.widget import Widget

REST = 0.08
"""Seconds of rest: a held key repeats every 30 to 40 ms, and each article drawn on the way costs
some 2 kB on the wire."""


class Following:
    """Calls `follow` when something moved, in the time of `widget`."""

    def __init__(
        self, widget: Widget, follow: Callable[[], None], clock: Callable[[], float]
    ) -> None:
        self._widget = widget
        self._follow = follow
        self._clock = clock
        self._moved = 0.0
        self._waiting: Timer | None = None

    def moved(self) -> None:
        """Follow at once, or, when the step before was a moment ago, at rest."""
        now = self._clock()
        quickly = now - self._moved < REST
        self._moved = now
        if self._waiting is not None:
            self._waiting.stop()
            self._waiting = None
        if quickly:
            self._waiting = self._widget.set_timer(REST, self._follow)
        else:
            self._follow()
