"""Pairs of characters within words: where one is parted, a column's end has likely cut.

``char_pairs.txt`` holds the 10,000 commonest pairs, summed by frequency over the words of jieba's
dictionary (MIT licence); each line is a first character and all that follow it. Of neighbours in
newspaper sentences 40 % are among them, of a headline's last character and a lead's first none of
100, of a paragraph's last and the next one's first 1 %.
"""

from functools import cache
from importlib.resources import files

from store.words.fold import fold


def is_pair(first: str, second: str) -> bool:
    """Return whether the two characters, of either script, are common neighbours in words."""
    return fold(second) in _followers().get(fold(first), "-")


@cache
def _followers() -> dict[str, str]:
    text = files("store.press.text").joinpath("char_pairs.txt").read_text(encoding="utf-8")
    return {line[0]: line[1:] for line in text.splitlines()}
