"""Bytes from the terminal to keys: a lone Esc is told by time, and no byte is too odd."""

import codecs
import re
from collections.abc import Callable, Iterable, Iterator
from math import inf
from time import monotonic

from textual import constants
from textual.events import Key
from textual.message import Message

from tui.terminal.textual_seam import Parser

_LONE_ESCAPE = re.compile("\x1b(?=[^\x1b\\[O\\]PX^_N])")
"""An Esc that begins no sequence: the key itself, and another typed soon after. (Textual would
make Alt and that key of them; we have none.)"""

_SEQUENCE = re.compile("\x1b(?:\\[[0-?]*[ -/]*[@-~]|O[@-~])")
"""A whole sequence: what terminals send for keys without a character, the mouse, and answers."""

_BEGUN = re.compile("\x1b(?:\\[[0-?]{0,30}|O)?\\Z")
"""A sequence that is cut off, or an Esc: what follows tells."""

_LATE = re.compile(
    "\x1b(?:\\[(?:[0-?]{0,30}(?:[A-FHIMO-SZu~]|\\Z)|<[0-9;]+m)|O(?:[A-FHMP-S]|\\Z)|\\Z)"
)
"""A key's sequence, perhaps cut off. So long after its Esc only one that terminals send is one:
``[j`` is two keys."""

LATE = 0.5
"""Seconds after which the next piece of a key that is cut off is no piece of it any more."""

_LONGEST = 32
"""Characters of a sequence that Textual takes for one; of a longer one it makes keys."""

_NOTHING = "\x1b[I"
"""A sequence that nobody is told of: the window has the focus."""

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
        self._told = False
        """Whether the Esc that begins it has been told as a key: its rest may come late."""
        self._pasting = False

    def feed(self, data: bytes, *, skim: bool = False) -> Iterator[Message]:
        """Yield the messages of these bytes; a sequence cut off at their end waits for its rest.

        To `skim` is to pass over what is typed, thousands of times faster than it is read: there
        come the keys that may leave, each once, and what is needed to understand what follows.
        """
        text = self._begun + self._decode(data)
        if self._told and not _LATE.match(text):
            text, self._told = text[1:], False
        begun = _BEGUN.search(text)
        self._begun, self._since = begun[0] if begun else "", self._clock()
        self._told = self._told and text == self._begun
        text = text.removesuffix(self._begun)
        yield from self._parsed(_telling(text) if skim else text)
        yield from self._parser.tick()

    def pause(self) -> Iterator[Message]:
        """Yield the messages of what has waited for more long enough; call it when none comes.

        An Esc alone is a key soon. What comes of a key so long after its Esc is still that key,
        and never letters, which are commands; after that it is what has been typed.
        """
        if self._begun and self.patience() <= 0:
            if self._told:
                typed, self._begun, self._told = self._begun[1:], "", False
                yield from self._parsed(typed)
            else:
                self._told, self._since = True, self._clock()
                yield _escape()
        yield from self._parser.tick()

    def patience(self) -> float:
        """Return for how many seconds more nothing may come before `pause` tells something."""
        if not self._begun:
            return inf
        alone = self._begun == "\x1b" and not self._told
        waits = constants.ESCAPE_DELAY if alone else max(LATE, constants.ESCAPE_DELAY)
        return self._since + waits - self._clock()

    def _parsed(self, text: str) -> Iterator[Message]:
        for turn, part in enumerate(_LONE_ESCAPE.split(text)):
            if turn:
                yield _escape()
            at = 0
            for sequence in _SEQUENCE.finditer(part):
                yield from self._typed(part[at : sequence.start()])
                yield from self._understood(sequence[0])
                at = sequence.end()
            yield from self._typed(part[at:])

    def _typed(self, text: str) -> Iterable[Message]:
        return self._parser.feed(text) if text else ()

    def _understood(self, sequence: str) -> list[Message]:
        """Return what a sequence means: nothing, if Textual does not know it.

        It would wait for more of it, and make keys of the pieces at last, which are commands.
        """
        if len(sequence) > _LONGEST:
            return []
        messages = list(self._parser.feed(sequence))
        if sequence in _PASTES:
            self._pasting = sequence == _PASTES[0]
        if not messages and not self._pasting:
            list(self._parser.feed(_NOTHING))  # ends what it waits for
        return messages


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
