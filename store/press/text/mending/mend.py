"""Mending clean text, one kind of fault after another, with an account of what was mended."""

from collections import Counter

from msgspec import Struct

from store.messages import template
from store.press.text.decode import Decoded
from store.press.text.mending.letterspacing import close_up
from store.press.text.mending.link_numbers import without_numbers
from store.press.text.mending.markdown import without_marks
from store.words.stand_ins import private_left, put_back

REDECODED = template("lines that had been decoded wrongly")
OTHER = template("lines in another encoding than the rest")


class Mended(Struct, frozen=True):
    """Text as it was meant; what was mended in it, kinds with their counts; what could not be."""

    text: str
    kinds: tuple[tuple[str, int], ...] = ()
    private: int = 0
    """Characters that no standard knows."""


def mend(text: str, decoded: Decoded) -> Mended:
    """Return clean `text` mended, each line in its place; what was mended counts from `decoded`."""
    lines = Counter({REDECODED: decoded.redecoded, OTHER: decoded.other})
    text, characters = put_back(text)
    text, numbers = without_numbers(text)
    text, marks = without_marks(text)
    text, spaced = close_up(text)
    kinds = lines + characters + numbers + marks + spaced
    return Mended(text, tuple(sorted(kinds.items())), private_left(text))
