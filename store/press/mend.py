"""Putting together what the page's columns and the dump's width have cut."""

import re

from store.press.lines import cjk

_LATIN_END = re.compile(r"[0-9A-Za-z\u00c0-\u024f.,;:!?'\"”’)%]$")
_LATIN_START = re.compile(r"[0-9A-Za-z\u00c0-\u024f'\"“‘(\[$£€]")
_HYPHEN = re.compile(r"[a-z\u00df-\u024f]{2}[-\u2010]$")


def join(left: str, right: str) -> str:
    """Return `right` set behind `left`, with the blank that belongs there and no more.

    Chinese takes none, words of Latin letters take one; a hyphen that divided a word goes.
    """
    if not left or not right:
        return left + right
    if _HYPHEN.search(left) and right[0].islower():
        return left[:-1] + right
    return left + (" " if _parted(left, right) else "") + right


def _parted(left: str, right: str) -> bool:
    if cjk(right[0]) and right[0] not in "“‘":
        return False
    if not (_LATIN_END.search(left) and _LATIN_START.match(right)):
        return False
    # A number cut in two (20|19年) has Chinese on one side at least; a word of English has not.
    around = left[-12:] + right[:12]
    if left[-1].isalpha() and right[0].isalpha():
        return left[-1].isascii() and right[0].isascii()
    return not any(char > "\u2e7f" for char in around)
