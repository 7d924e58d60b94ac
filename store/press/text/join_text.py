"""Putting together what the columns of a page and the width of a dump have cut."""

from collections.abc import Iterable

from store.patterns import pattern
from store.press.text.characters import is_cjk

_LATIN_END = pattern(r"[0-9A-Za-z\u00c0-\u024f.,;:!?'\"”’)%]$")
_LATIN_START = pattern(r"[0-9A-Za-z\u00c0-\u024f'\"“‘(\[$£€]")
_HYPHEN = pattern(r"[a-z\u00df-\u024f]{2}[-\u2010]$")


def join_text(parts: Iterable[str]) -> str:
    """Return `parts` joined, with the blanks that belong between them and no more.

    Chinese takes none, words of Latin letters take one; a hyphen that divided a word goes.
    """
    pieces: list[str] = []
    for part in filter(None, parts):
        first = part[0]
        if pieces and (first in "“‘" or not is_cjk(first)):
            left = pieces[-1]
            if first.islower() and _HYPHEN.search(left[-3:]):
                pieces[-1] = left[:-1]
            elif _parted(left[-12:], part[:12]):
                pieces.append(" ")
        pieces.append(part)
    return "".join(pieces)


def _parted(left: str, right: str) -> bool:
    if not (_LATIN_END.search(left) and _LATIN_START.match(right)):
        return False
    # A number cut in two (20|19年) has Chinese on one side at least; a word of English has not.
    if left[-1].isalpha() and right[0].isalpha():
        return left[-1].isascii() and right[0].isascii()
    return not any(char > "\u2e7f" for char in left + right)
