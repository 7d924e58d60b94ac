"""What has been typed and not been worked off yet: a bounded line in which leaving goes first.

A key that is held, or a mass that is pasted, comes faster than its work is done. Nobody who wants
to leave waits for the rest of that.
"""

from collections import deque
from collections.abc import Callable, Iterable

from textual.events import Key
from textual.message import Message

FEW = 20
"""Messages that a key to leave waits for: what is typed ahead in earnest is done before it."""

HELD = 100
"""Messages that wait before the repetition of a key that is held is left out."""

MOST = 4096
"""Messages that wait at all; what is typed beyond them is lost. So is what follows as many
repetitions that were left out, until few messages wait."""


class WaitingKeys:
    """What the terminal has sent, in its order; `leaves` tells of a key's name if it ends all."""

    def __init__(self, leaves: Callable[[str], bool]) -> None:
        self._leaves = leaves
        self._waiting: deque[Message] = deque()
        self._left_out = 0

    def __len__(self) -> int:
        return len(self._waiting)

    def is_full(self) -> bool:
        """Return whether nothing but a key to leave is heard any more."""
        return len(self) + self._left_out >= MOST

    def add(self, messages: Iterable[Message]) -> None:
        """Let these wait, too; a key to leave drops the mass that waits before it."""
        for message in messages:
            if len(self._waiting) >= FEW and self._leads_out(message):
                self._waiting.clear()
            if self._is_too_much(message):
                self._left_out += 1
            else:
                self._waiting.append(message)

    def take(self) -> Message:
        """Return what has waited longest. Raises IndexError if nothing waits."""
        if len(self) <= FEW:
            self._left_out = 0
        return self._waiting.popleft()

    def take_breaking(self, *, search: bool) -> Message | None:
        """Return what does not wait for work that goes on, or None.

        A key to leave that types nothing drops what waits before it; a `search` is broken off by
        the next key, if that is Esc.
        """
        for message in self._waiting:
            if isinstance(message, Key) and not message.is_printable and self._leaves(message.key):
                self._waiting.clear()
                return message
        if search and self._waiting and _name(self._waiting[0]) == "escape":
            return self._waiting.popleft()
        return None

    def _leads_out(self, message: Message) -> bool:
        """Return whether this key leaves: a letter does so only behind one key that is held.

        Elsewhere it may be part of a word that is typed.
        """
        if not (isinstance(message, Key) and self._leaves(message.key)):
            return False
        return not message.is_printable or len(set(map(_name, self._waiting))) == 1

    def _is_too_much(self, message: Message) -> bool:
        if len(self._waiting) < HELD:
            return False
        repeated = _name(message) == _name(self._waiting[-1])
        return repeated or len(self._waiting) >= MOST


def _name(message: Message) -> object:
    """Return what tells a message from others: a key's name, or itself."""
    return message.key if isinstance(message, Key) else message
