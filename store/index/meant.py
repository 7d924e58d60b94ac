"""The words that a term with Latin letters stands for, among those that its letters fit."""

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import islice, product

from store.index.folded import Needles
from store.index.results import MOST
from store.words.latin import is_mixed, letters_and_others

JOINED = 300
"""The most words that are looked for beside the characters of a mixed term."""


LATEST = 3
"""The most characters before letters that may be of the same word as these."""


def parts_spelt(term: str) -> tuple[str, ...]:
    """Return what has to be known of `term`: the words that it fits, and that parts of it fit."""
    if not is_mixed(term):
        return (term,)
    return (term, *_ends(term), *letters_and_others(term)[1::2])


def _ends(term: str) -> list[str]:
    """Return the ends of a term of characters and letters after them: 南水k and 水k of 城南水k."""
    characters, _, *more = letters_and_others(term)
    if more != [""]:
        return []
    return [term[at:] for at in range(max(1, len(characters) - LATEST), len(characters))]


def words_meant(term: str, uses: Mapping[str, Counter[str]]) -> Needles:
    """Return the term itself and what it stands for, most used first.

    `uses` has, for each of its `parts_spelt`, how often each word is used that it fits. A mixed
    term stands for words that it fits as a whole, and for its characters with a word in the place
    of the letters beside them: 城南水库 for 城南sk and 城南水k, where 水库 is a word.
    """
    found = [term, *_ranked(uses[term])[:MOST]]
    if is_mixed(term):
        for end in _ends(term):
            found += [term.removesuffix(end) + word for word in _ranked(uses[end])[:JOINED]]
        found += islice(_joined(term, uses), JOINED)
    return Needles(tuple(dict.fromkeys(found)))


def _joined(term: str, uses: Mapping[str, Counter[str]]) -> Iterator[str]:
    runs = letters_and_others(term)
    each = int(JOINED ** (2 / (len(runs) - 1)))
    choices = [
        (run, *_ranked(uses[run])[:each]) if at % 2 else (run,) for at, run in enumerate(runs)
    ]
    return map("".join, product(*choices))


def _ranked(uses: Counter[str]) -> list[str]:
    return sorted(uses, key=lambda word: (-uses[word], word))
