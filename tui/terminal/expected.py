"""What a key has asked for and the next key is meant for: the list narrowed, a list to choose from.

It is found off the screen's thread, and keys wait until it is there, or given up.
"""

import asyncio
from collections.abc import Callable


class Expected:
    """Several things that may be expected at a time, each until it is over."""

    def __init__(self) -> None:
        self._begun: dict[str, asyncio.Event] = {}

    def is_pending(self) -> bool:
        """Return whether anything is expected."""
        return bool(self._begun)

    def begin(self, what: str) -> Callable[[], None]:
        """Expect it, in the place of what was expected by this name; call what is returned after.

        That call does nothing where something else is expected by this name then.
        """
        self.end(what)
        over = self._begun[what] = asyncio.Event()

        def end() -> None:
            if self._begun.get(what) is over:
                self.end(what)

        return end

    def end(self, what: str) -> bool:
        """Expect nothing of this name any more; return whether anything was."""
        over = self._begun.pop(what, None)
        if over is not None:
            over.set()
        return over is not None

    async def over(self) -> None:
        """Wait until nothing is expected."""
        while self._begun:
            await next(iter(self._begun.values())).wait()
