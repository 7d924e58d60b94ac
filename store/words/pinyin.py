"""Latin spellings of Chinese words, for ids and for typing without an input method.

pypinyin costs 158 ms and 57 MB to import (measured): only importing pays it, never reading.
"""

import re
import unicodedata
from functools import cache, lru_cache
from itertools import islice

from store.words.fold import fold
from store.words.names import surname_reading

MOST_READINGS = 3
"""The most readings of one character; any further ones are met in dictionaries alone."""
MOST_KEYS = 8
"""The most keys of one word: two heteronyms in a name of three characters make seven."""


@lru_cache(1 << 10)
def slug(text: str) -> str:
    """Return `text` in a–z and 0–9 alone: pinyin run together, letters without accents."""
    from pypinyin import lazy_pinyin

    return _plain("".join(lazy_pinyin(fold(text))))


@lru_cache(1 << 16)
def pinyin_keys(word: str, *, person: bool = False) -> tuple[str, ...]:
    """Return the full pinyin of `word`, a blank between syllables, one string for each reading.

    The first is the likeliest, of a `person` that with the surname's reading; each of the others
    changes one heteronym: ``("chong qing", "zhong qing", …)``. Letters and digits in `word` are
    kept, run together. Empty when nothing can be spelt.
    """
    from pypinyin import lazy_pinyin

    word = fold(word)
    likely = [_plain(syllable) for syllable in lazy_pinyin(word)]
    found: dict[str, None] = {}
    if person and len(likely) == len(word):
        length, reading = surname_reading(word)
        found[_joined([*reading.split(), *likely[length:]])] = None
    found[_joined(likely)] = None
    if len(likely) == len(word):
        for at, char in enumerate(word):
            for reading in _readings(char):
                found.setdefault(_joined([*likely[:at], reading, *likely[at + 1 :]]))
    return tuple(islice(filter(None, found), MOST_KEYS))


@cache
def _readings(char: str) -> list[str]:
    from pypinyin import Style, pinyin

    readings = pinyin(char, style=Style.NORMAL, heteronym=True)[0]
    return [_plain(reading) for reading in readings[:MOST_READINGS]]


def _joined(syllables: list[str]) -> str:
    return " ".join(filter(None, syllables))


@lru_cache(1 << 12)
def _plain(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "", unicodedata.normalize("NFKD", text).lower())
