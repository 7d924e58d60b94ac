"""Bytes from the terminal to keys: a lone Esc is told by time, and no byte is too odd."""

import codecs
import re
from collections.abc import Callable, Iterable, Iterator
from time import monotonic

from textual import constants
from textual.events import Key
from textual.message import Message

from tui.terminal.textual_seam import Parser

_LONE_ESCAPE = re.compile("\x1b(?=[^\x1b\\[O\\]PX^_N])")
"""An Esc that begins no sequence: the key itself, and another typed soon after. (Textual would
make Alt and that key of them; we have none.)"""


class KeyReader:
    """Makes messages of bytes, in whatever pieces they come."""

    def __init__(self, parser: Parser, clock: Callable[[], float] = monotonic) -> None:
        self._parser = parser
        self._clock = clock
        self._decode = codecs.getincrementaldecoder("utf-8")(errors="replace").decode
        self._escaped: float | None = None
        """When an Esc came that may yet begin a sequence."""

    def feed(self, data: bytes) -> Iterator[Message]:
        """Yield the messages of these bytes; an Esc at their end waits for what follows."""
        text = self._decode(data)
        if self._escaped is not None:
            text = "\x1b" + text
        self._escaped = self._clock() if text.endswith("\x1b") else None
        first, *others = _LONE_ESCAPE.split(text.removesuffix("\x1b"))
        yield from self._parsed(first)
        for sequence in others:
            yield _escape()
            yield from self._parsed(sequence)
        yield from self._parser.tick()

    def pause(self) -> Iterator[Message]:
        """Yield the messages of what has waited for more long enough; call it when none comes."""
        if self._escaped is not None and self._clock() - self._escaped > constants.ESCAPE_DELAY:
            self._escaped = None
            yield _escape()
        yield from self._parser.tick()

    def _parsed(self, text: str) -> Iterable[Message]:
        return self._parser.feed(text) if text else ()


def _escape() -> Key:
    return Key("escape", "\x1b")
