"""Folded text as tokens for SQLite's FTS5, so that any run of characters is a phrase of tokens.

Each character begins a token: itself and the next one, and within a Latin word or a number a third
one (there are few pairs of letters, and each stands in many articles). The last character of a line
is a token by itself, so that no phrase continues into the next line. What is looked for becomes the
same tokens: no find has to be checked against the text, and nothing is missed, punctuation and
blanks included.
"""

import re
from array import array
from collections.abc import Iterable

from store.patterns import pattern

_BLANK, _NUL, _UNPAIRED = "\uf900", "\uf901", "\uf902"
"""Stand for what no token may hold; folding leaves none of these three in a text."""
_WORD = pattern("[0-9a-z]{3,}")
_SURROGATE = pattern("[\ud800-\udfff]")

_ASCII = "".join(char for char in map(chr, range(1, 128)) if not char.isalnum())
TOKENIZER = "ascii tokenchars '{}'".format(re.sub("[ \n]", "", _ASCII).replace("'", "''"))
"""SQLite's plainest tokenizer, told to separate tokens at blanks and line feeds alone."""


def tokens(text: str) -> str:
    """Return the tokens of the folded `text`, with blanks between them."""
    # By slices of one array that has four places for each token: a third of the time of a loop
    # (measured), and 100,000 articles have 80 million tokens.
    chars = array("I", _plain(text).encode("utf-32-le"))
    placed = array("I", bytes(16 * len(chars)))
    placed[0::4] = chars
    placed[1:-4:4] = chars[1:]
    placed[3::4] = array("I", [ord(" ")]) * len(chars)
    for word in _WORD.finditer(text):
        start, end = word.span()
        placed[4 * start + 2 : 4 * end - 8 : 4] = chars[start + 2 : end]
    return placed.tobytes().decode("utf-32-le").replace("\0", "")


def phrase(term: str) -> str:
    """Return the FTS5 expression that finds the folded `term` in what `tokens` made."""
    plain = _plain(_SURROGATE.sub(_UNPAIRED, term))
    if len(plain) < 2:
        return f"{_quoted(plain)}*"
    ends = [at + (3 if _WORD.match(plain, at) else 2) for at in range(len(plain) - 1)]
    # Two letters at the end may have been three in the text, and are a token's beginning. Where a
    # token before has them whole, there is no need for them.
    last_two_open = plain[-2:].isascii() and plain[-2:].isalnum()
    if last_two_open and len(ends) > 1 and ends[-2] == len(plain):
        del ends[-1]
        last_two_open = False
    words = " ".join(plain[at:end] for at, end in enumerate(ends))
    return _quoted(words) + ("*" if last_two_open else "")


def traits(text: str, others: Iterable[str]) -> str:
    """Return what may be asked of an article at once: its characters, and its `others`."""
    return " ".join({*_plain(text), *map(_plain, others)})


def trait(name: str) -> str:
    """Return the FTS5 expression that finds one trait: a character, or one of the others."""
    return _quoted(_plain(_SURROGATE.sub(_UNPAIRED, name)))


def _plain(text: str) -> str:
    return text.replace(" ", _BLANK).replace("\0", _NUL)


def _quoted(words: str) -> str:
    return '"{}"'.format(words.replace('"', '""'))
