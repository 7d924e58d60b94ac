"""The words of an issue as numbers, in the columns ``keywords`` and ``names`` of ``issues``."""

import sqlite3
from array import array
from collections import Counter
from collections.abc import Iterable
from itertools import compress, pairwise


def packed(numbers: Iterable[int]) -> bytes:
    """Return `numbers` in 32 bits each."""
    return array("I", numbers).tobytes()


def keywords_of(base: sqlite3.Connection, first: int, mask: bytes) -> Iterable[int]:
    """Return the keywords of those articles of an issue that have a 1 in `mask`."""
    ((column,),) = base.execute("SELECT keywords FROM issues WHERE first = ?", (first,))
    numbers = array("I", column)
    start = len(mask)
    if 0 not in mask:
        return numbers[start:]
    found = array("I")
    for begin, end in compress(pairwise((0, *numbers[:start])), mask):
        found += numbers[start + begin : start + end]
    return found


def words_of(base: sqlite3.Connection, first: int) -> tuple[Counter[int], Counter[int]]:
    """Return how many articles of an issue have each word as a keyword, and how often it is used.

    A word is used as a keyword or as a name.
    """
    ((articles, keywords, names),) = base.execute(
        "SELECT articles, keywords, names FROM issues WHERE first = ?", (first,)
    )
    as_keyword = Counter(array("I", keywords)[articles:])
    return as_keyword, as_keyword + Counter(array("I", names))
