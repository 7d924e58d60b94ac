"""What no text may carry to a terminal, in one table for every door: see UAX #44 and UTS #39.

*Hidden* are controls, format characters, surrogates and noncharacters, all that Unicode calls
default-ignorable, line separators, and the blanks that pass for nothing at all. *Marks* combine
with the character before them; a tower of them grows over the lines around it, and no language
that papers are printed in needs more than two above or below and two beside.

The ranges are written out, as to ask Unicode for them takes 0.2 s; a test asks. The
reader's start compiles one pattern of them.
"""

import re

from store.patterns import pattern

DIRECTION = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
"""What turns the direction of writing, for a regular expression's brackets like all of these."""

NO_CHARACTERS = "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
"""Surrogates, and what Unicode says is no character, on the plane of most texts."""

HIDDEN = (
    "\x00-\x1f\x7f-\x9f\xad\u034f\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u115f\u1160"
    "\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ud800-\udfff"
    "\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff\U000110bd\U000110cd"
    "\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d159\U0001d173-\U0001d17a"
    + "".join(
        f"{chr(plane + 0xFFFE)}-{chr(plane + 0xFFFF)}" for plane in range(2**16, 2**20, 2**16)
    )
    + "\U000e0000-\U000e0fff\U0010fffe\U0010ffff"
)
"""The hidden characters, those above among them."""

MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u1cff\u1dc0-\u1dff\u20d0-\u20f0\u2cef-\u2dff\u302a-\u302f"
    "\u3099\u309a\ua66f-\uabff\ufb1e\ufe20-\ufe2f\U000101fd-\U00016ff1\U0001bc9d\U0001bc9e"
    "\U0001cf00-\U0001e94a"
)
"""Ranges with every mark in them, and the letters between: whether it is one, Unicode is asked."""

SUSPECT = pattern(
    "[\x00-\x08\v\r\x0e-\x1f\x7f-\x9f\xad\u0300-\u036f\u0483-\u0489\u0591-\u1cff\u1dc0-\u1dff"
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\u20d0-\u20f0\u2800\u2cef-\u2dff\u302a-\u302f\u3099"
    "\u309a\u3164\ua66f-\uabff\ud800-\udfff\ufb1e\ufdd0-\ufdef\ufe00-\ufe2f\ufeff\uffa0\ufff0-\uffff"
    "\U00010000-\U0010ffff]"
)
"""What most texts have nothing of, so that one look at them is enough: 1.3 ms a MB.

It is all but what is harmless for certain. To compile the harmless ones takes four times as long.
"""

MOST = 2
"""Marks of one kind, spacing or not, that may stand in a row."""


def bare(text: str) -> str:
    r"""Return `text` without hidden characters and towers; ``\n``, ``\f`` and ``\t`` stay."""
    if not SUSPECT.search(text):
        return text
    return without_towers(_hidden().sub("", text))


def readable(name: str) -> str:
    r"""Return the name of a file with ``\xbc`` for each byte that does not decode."""
    if name.isascii():
        return name
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def suspects() -> re.Pattern[str]:
    """Return the pattern of hidden characters, and of what may be a tower."""
    return re.compile(f"[{HIDDEN}]|[{MARKS}]{{{MOST + 1},}}")


def without_towers(text: str) -> str:
    """Return `text` with no more than two marks of a kind in a row."""
    return _runs().sub(lambda run: _trimmed(run[0]), text)


def _trimmed(run: str) -> str:
    from unicodedata import category

    kept, nonspacing, spacing = [], 0, 0
    for character in run:
        kind = category(character)
        nonspacing = nonspacing + (kind != "Mc") if kind[0] == "M" else 0
        spacing = spacing + (kind == "Mc") if kind[0] == "M" else 0
        if kind[0] != "M" or (spacing if kind == "Mc" else nonspacing) <= MOST:
            kept.append(character)
    return "".join(kept)


def _hidden() -> re.Pattern[str]:
    return re.compile(f"(?![\t\n\f])[{HIDDEN}]")  # compiled once: `re` keeps it


def _runs() -> re.Pattern[str]:
    return re.compile(f"[{MARKS}]{{{MOST + 1},}}")
