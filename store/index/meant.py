"""The words that a term with Latin letters stands for, among those that its letters fit."""

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import chain, islice, product

from store.index.folded import Needles
from store.index.results import MOST
from store.words.latin import is_latin, is_mixed, letters_and_others

JOINED = 300
"""The most words that are looked for where a mixed term is divided in one way, see `_divisions`."""

BESIDE = 3
"""The most characters before letters, or after them, that may be of one word with these."""
WAYS = 48
"""The most ways in which a term is divided."""


def parts_spelt(term: str) -> tuple[str, ...]:
    """Return what has to be known of `term`: the words that it fits, and that parts of it fit."""
    if not is_mixed(term):
        return (term,)
    pieces = chain.from_iterable(_divisions(term))
    return tuple(dict.fromkeys((term, *filter(_has_letters, pieces))))


def words_meant(term: str, uses: Mapping[str, Counter[str]]) -> Needles:
    """Return the term itself and what it stands for, in the order in which it may be meant.

    `uses` has, for each of its `parts_spelt`, how often each word is used that it fits. A mixed
    term stands for words that it fits as a whole, and for those that its parts fit, in their order:
    城南水库 for 城南sk, 城南水k and 城nan水ku, where 城南 and 水库 are words.
    """
    found = [term, *ranked(term, uses[term])[:MOST]]
    if is_mixed(term):
        divided = chain.from_iterable(_joined(pieces, uses) for pieces in _divisions(term))
        found += islice(divided, 3 * JOINED)
    return Needles(tuple(dict.fromkeys(found)))


def _divisions(term: str) -> list[tuple[str, ...]]:
    """Return how a mixed term may be divided into words and what stands between them."""
    return list(islice(_divided(term), WAYS))


def _divided(term: str) -> Iterator[tuple[str, ...]]:
    """Yield the ways to divide `term`, those with the longest words first.

    Each word has letters, and may have characters beside them; letters that stand together are of
    one word.
    """
    before, letters, after, following = (*letters_and_others(term), "", "", "")[:4]
    if not letters:
        yield (term,) if term else ()
        return
    first = len(before + letters)
    ends = [first + beside for beside in range(min(len(after), BESIDE), -1, -1)]
    if following and len(after) <= BESIDE:
        ends.insert(0, first + len(after + following))
    for begin in range(max(0, len(before) - BESIDE), len(before) + 1):
        for end in ends:
            for rest in _divided(term[end:]):
                yield (*filter(None, (term[:begin],)), term[begin:end], *rest)


def _joined(pieces: tuple[str, ...], uses: Mapping[str, Counter[str]]) -> Iterator[str]:
    """Yield `pieces` with the words that those with letters fit, joined, `JOINED` at the most."""
    each = int(JOINED ** (1 / max(1, sum(map(_has_letters, pieces)))))
    choices = []
    for piece in pieces:
        itself = [] if is_mixed(piece) else [piece]
        fitting = ranked(piece, uses[piece])[:each] if _has_letters(piece) else []
        choices.append(itself + fitting)
    return map("".join, product(*choices))


def _has_letters(piece: str) -> bool:
    return is_latin(piece) or is_mixed(piece)


def ranked(term: str, uses: Counter[str]) -> list[str]:
    """Return the words that `term` fits, first those that it may spell to their end.

    These are no longer than the term: zjm is 祝建明 before 中介贸易. Among them, and among those
    that only begin so, the words used most come first.
    """
    return sorted(uses, key=lambda word: (len(word) > len(term), -uses[word], word))
