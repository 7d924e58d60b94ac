"""Where a reader has been: a way back, and forward again."""

from collections import deque

from store.reader.place import Place

LONGEST = 100
"""Places kept, as in Vim's jump list."""


class JumpList:
    """Places left behind, and those one came back from."""

    def __init__(self) -> None:
        self._behind: deque[Place] = deque(maxlen=LONGEST)
        self._ahead: list[Place] = []

    def leave(self, here: Place) -> None:
        """Note that the reader goes from `here` elsewhere; the way forward is given up."""
        if here.article and (not self._behind or self._behind[-1] != here):
            self._behind.append(here)
        self._ahead.clear()

    def back(self, here: Place) -> Place | None:
        """Return the place that was left last, None at the beginning."""
        if not self._behind:
            return None
        self._ahead.append(here)
        return self._behind.pop()

    def forward(self, here: Place) -> Place | None:
        """Return the place that one came back from last, None where there is none."""
        if not self._ahead:
            return None
        self._behind.append(here)
        return self._ahead.pop()
