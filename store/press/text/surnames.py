"""Whether a word may be a Chinese personal name: by the surnames that names begin with."""

from functools import cache

from store.words.fold import fold
from store.words.lists import word_list


def begins_with_surname(word: str) -> bool:
    """Return whether a name of two or three characters, or of four, may begin as `word` does."""
    plain = fold(word)
    return plain[:2] in _doubles() or (len(plain) != 4 and plain[:1] in _singles())


@cache
def _singles() -> frozenset[str]:
    lists = ("surnames", "rare_surnames", "everyday_surnames")
    return frozenset("".join(each for name in lists for each in word_list("names", name)))


@cache
def _doubles() -> frozenset[str]:
    lists = ("double_surnames", "rare_double_surnames")
    return frozenset(each for name in lists for each in word_list("names", name))
