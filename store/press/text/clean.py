"""Cleaning at the door: newspaper text is hostile data, and its tricks get no further than here.

Whole escape sequences, controls, direction overrides and invisible characters are taken out and
counted; what is left can be shown on a terminal as it is.
"""

import re
from collections import Counter

from msgspec import Struct

from store.hostile import DIRECTION, HIDDEN, NO_CHARACTERS, SUSPECT, without_towers
from store.messages import template

_KINDS = {
    # ECMA-48: a control sequence, a control string up to its terminator, an escape of two
    # characters. A string without terminator loses its introducer only, never the text behind it.
    "escape": (
        r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]"
        r"|(?:\x1b[\]PX^_]|[\x90\x98\x9d\x9e\x9f])[^\x07\x1b\x9c\n]*(?:\x07|\x1b\\|\x9c)"
        r"|\x1b[ -/]*[0-~]"
    ),
    "direction": rf"[{DIRECTION}]",
    "control": rf"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f{NO_CHARACTERS}]",
    "invisible": rf"(?![\t\n\f])[{HIDDEN}]",
}
_NAMES = {
    "escape": template("terminal escape sequences"),
    "direction": template("direction controls"),
    "invisible": template("invisible characters"),
    "control": template("control characters"),
}
_BAD = re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _KINDS.items()))
_NEWLINE = re.compile(r"\r\n?|[\x0b\x85\u2028\u2029]")


class Cleaned(Struct, frozen=True):
    """Text fit for a terminal, and what was taken out of it: kinds with their counts."""

    text: str
    taken: tuple[tuple[str, int], ...] = ()


def clean(text: str) -> Cleaned:
    r"""Return `text` with no control characters but ``\n``, its only newline, and ``\f``."""
    if not SUSPECT.search(text):
        return Cleaned(text.replace("\t", " "))
    taken: Counter[str] = Counter()

    def take(match: re.Match[str]) -> str:
        taken[_NAMES[match.lastgroup or "control"]] += 1
        return ""

    # Newlines after escapes would let a sequence run on; before them its string ends at the line.
    text = _BAD.sub(take, _NEWLINE.sub("\n", text))
    text = without_towers(text).replace("\t", " ")
    return Cleaned(text, tuple(sorted(taken.items())))


def printable(text: str) -> str:
    r"""Return `text` as it may be printed: cleaned, with its lines, form feeds as newlines."""
    return clean(text).text.replace("\f", "\n")


def clean_line(text: str) -> str:
    """Return `text`, such as a name from a command line, cleaned and on one line."""
    return " ".join(printable(text).split())
