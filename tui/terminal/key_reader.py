"""Bytes from the terminal to keys: a lone Esc is told by time, and no byte is too odd."""

import codecs
import re
from collections.abc import Callable, Iterator
from time import monotonic

from textual import constants
from textual.events import Key
from textual.message import Message

from tui.terminal.textual_seam import Parser

_LONE_ESCAPE = re.compile("\x1b(?=[^\x1b\\[O\\]PX^_N])")
"""An Esc that begins no sequence: the key itself, and another typed soon after. (Textual would
make Alt and that key of them; we have none.)"""

_BEGUN = re.compile("\x1b(?:\\[[0-?]{0,30}|O)?\\Z")
"""A sequence that is cut off, or an Esc: what follows tells."""

_PASTES = ("\x1b[200~", "\x1b[201~")
"""Where something that is pasted begins and ends."""

_TELLING = re.compile("\x1b(?:\\[[0-?]*[@-~]|O[@-~])|[\x00-\x1a\x1c-\x1f\x7f]")
"""What may be a key that leaves, or one of `_PASTES`: all but letters, signs and Esc."""


class KeyReader:
    """Makes messages of bytes, in whatever pieces they come."""

    def __init__(self, parser: Parser, clock: Callable[[], float] = monotonic) -> None:
        self._parser = parser
        self._clock = clock
        self._decode = codecs.getincrementaldecoder("utf-8")(errors="replace").decode
        self._begun = ""
        """The sequence that has been cut off, and waits for its rest since `_since`."""
        self._since = 0.0

    def feed(self, data: bytes, *, skim: bool = False) -> Iterator[Message]:
        """Yield the messages of these bytes; a sequence cut off at their end waits for its rest.

        To `skim` is to pass over what is typed, thousands of times faster than it is read: there
        come the keys that may leave, each once, and what is needed to understand what follows.
        """
        text = self._begun + self._decode(data)
        begun = _BEGUN.search(text)
        self._begun, self._since = begun[0] if begun else "", self._clock()
        text = text.removesuffix(self._begun)
        yield from self._parsed(_telling(text) if skim else text)
        yield from self._parser.tick()

    def pause(self) -> Iterator[Message]:
        """Yield the messages of what has waited for more long enough; call it when none comes."""
        if self._begun and self._clock() - self._since > constants.ESCAPE_DELAY:
            begun, self._begun = self._begun, ""
            yield from [_escape()] if begun == "\x1b" else self._parser.feed(begun)
        yield from self._parser.tick()

    def _parsed(self, text: str) -> Iterator[Message]:
        for turn, sequence in enumerate(_LONE_ESCAPE.split(text)):
            if turn:
                yield _escape()
            if sequence:
                yield from self._parser.feed(sequence)


def _telling(text: str) -> str:
    """Return what in `text` tells of leaving, each once, and of where something is pasted."""
    kept: list[str] = []
    met: set[str] = set()
    for piece in _TELLING.findall(text):
        if piece in _PASTES:
            met.clear()
        if piece not in met:
            met.add(piece)
            kept.append(piece)
    return "".join(kept)


def _escape() -> Key:
    return Key("escape", "\x1b")
