"""Cleaning at the door: newspaper text is hostile data, and its tricks get no further than here.

Whole escape sequences, controls, direction overrides and invisible characters are taken out and
counted; what is left can be shown on a terminal as it is.
"""

import re
from collections import Counter

from msgspec import Struct

from store.messages import template

_KINDS = {
    # ECMA-48: a control sequence, a control string up to its terminator, an escape of two
    # characters. A string without terminator loses its introducer only, never the text behind it.
    "escape": (
        r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]"
        r"|(?:\x1b[\]PX^_]|[\x90\x98\x9d\x9e\x9f])[^\x07\x1b\x9c\n]*(?:\x07|\x1b\\|\x9c)"
        r"|\x1b[ -/]*[0-~]"
    ),
    "direction": r"[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]",
    # Soft hyphen, joiners, fillers, variation selectors, annotation and tag characters.
    "invisible": (
        r"[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2060-\u2065"
        r"\u206a-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U0001d173-\U0001d17a"
        r"\U000e0000-\U000e0fff]"
    ),
    "control": r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]",
}
_NAMES = {
    "escape": template("terminal escape sequences"),
    "direction": template("direction controls"),
    "invisible": template("invisible characters"),
    "control": template("control characters"),
}
_BAD = re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _KINDS.items()))
_NEWLINE = re.compile(r"\r\n?|[\x0b\x85\u2028\u2029]")
_MARK = r"[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]"
# A tower of marks on one letter grows over the lines around it; no newspaper needs three.
_TOWER = re.compile(rf"({_MARK}{{2}}){_MARK}+")


# What any of the above begins with: most texts have none of it, and one look is enough.
SUSPECT = re.compile(
    r"[\x00-\x08\x0b\x0d-\x1f\x7f-\x9f\u00ad\u0300-\u036f\u0483-\u0489\u061c\u115f\u1160"
    r"\u17b4-\u17b5\u180b-\u180f\u1ab0-\u1aff\u1dc0-\u1dff\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    r"\u20d0-\u20ff\u3164\ud800-\udfff\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff"
    r"\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)


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
    text = _TOWER.sub(r"\1", text).replace("\t", " ")
    return Cleaned(text, tuple(sorted(taken.items())))


def printable(text: str) -> str:
    r"""Return `text` as it may be printed: cleaned, with its lines, form feeds as newlines."""
    return clean(text).text.replace("\f", "\n")


def clean_line(text: str) -> str:
    """Return `text`, such as a name from a command line, cleaned and on one line."""
    return " ".join(printable(text).split())
