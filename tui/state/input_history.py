"""The way through the lines that were typed before: back, forward, and to what is being typed."""

from collections.abc import Callable, Sequence


class InputHistory:
    """Where one is among the lines of before, newest first; at the near end is one's own line."""

    def __init__(self, lines: Callable[[], Sequence[str]]) -> None:
        """Walk through `lines`, which are asked for when one sets out."""
        self._lines = lines
        self._before: list[str] = []
        self._at = -1
        self._own = ""

    def step(self, by: int, text: str) -> str | None:
        """Return the line `by` places back, or None where there is none, coming from `text`.

        A line of before that has been changed is one's own.
        """
        if self._at < 0 or text != self._before[self._at]:
            self._own, self._at = text, -1
            self._before = [line for line in self._lines() if line != text] if by > 0 else []
        at = self._at + by
        if not -1 <= at < len(self._before):
            return None
        self._at = at
        return self._own if at < 0 else self._before[at]
