"""Folded text as whole numbers of 32 bits: every pair of characters that stand side by side.

Characters are taken as UTF-16 has them, so that two fit a number and none is another's; a character
by itself is paired with 0. A word of two units is found by its pair alone; a longer one has all its
pairs where it stands, and they are looked at in the text.
"""

import sys
from array import array
from collections.abc import Collection

NUL = "\uf901"
"""Stands for what no text of PostgreSQL may hold; folding leaves none of it in a text."""

_INT4 = 23
"""How the server calls numbers of 32 bits."""


def stored(text: str) -> str:
    """Return folded text, or a word that is looked for, as the tables have it."""
    return text.replace("\0", NUL).encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def grams(text: str) -> set[int]:
    """Return the characters of a text and its pairs."""
    units = _units(text)
    return {*_pairs(units, units[1:]), *_pairs(units, array("H", bytes(2 * len(units))))}


def as_array(numbers: Collection[int]) -> bytes:
    """Return numbers as the server is sent an array of them: each by its size and its value."""
    values = array("i", bytes(8 * len(numbers)))
    values[0::2] = array("i", [4]) * len(numbers)
    values[1::2] = array("i", numbers)
    head = array("i", (1, 0, _INT4, len(numbers), 1))
    if sys.byteorder == "little":
        head.byteswap()
        values.byteswap()
    return head.tobytes() + values.tobytes()


def asked(word: str) -> set[int]:
    """Return what an article that holds this word has."""
    units = _units(word)
    return set(_pairs(units, units[1:] or array("H", [0])))


def is_exact(word: str) -> bool:
    """Return whether every article that has what is `asked` of a word holds it."""
    return len(_units(word)) <= 2


def _units(text: str) -> "array[int]":
    return array("H", text.encode("utf-16-le"))


def _pairs(units: "array[int]", following: "array[int]") -> "array[int]":
    size = min(len(units), len(following))
    placed = array("H", bytes(4 * size))
    placed[1::2] = units[:size]
    placed[0::2] = following[:size]
    return array("i", placed.tobytes())
