"""Latin letters typed for Chinese words: whether a term fits a word's pinyin.

Full pinyin, initials and any mix of them: 祝建明, ``zhu jian ming``, is found by ``zhujianming``,
``zjm``, ``zhjm`` and ``zhujm``, and while one types, by ``zhuji``. This half of pinyin needs no
library.
"""

import re
from collections.abc import Iterable, Sequence

LONGEST = 64
"""Letters of a term, and syllables of a key, that are compared: no word of a paper has as many."""

_TERM = re.compile("[a-zü]+(?:'[a-zü]+)*")
_DOUBLE = ("zh", "ch", "sh")
_UMLAUT = str.maketrans({"v": "u", "ü": "u", "'": None})
"""绿 is typed lv, lü and lu: all are one; an apostrophe (xi'an) only divides."""


def is_latin(term: str) -> bool:
    """Tell whether the folded `term` is made of Latin letters, and so may stand for words."""
    return _TERM.fullmatch(term) is not None


def spelt(text: str) -> str:
    """Return a term or a key in the form in which the two are compared."""
    return text.translate(_UMLAUT)


def key_pattern(term: str) -> str:
    """Return a GLOB pattern for every key that `term` may stand for: its letters in their order."""
    return f"{'*'.join(spelt(term)[:LONGEST])}*"


def matches(term: str, keys: Iterable[str]) -> bool:
    """Tell whether the folded `term` may stand for the word that has these `keys`.

    From the word's first syllable on, each is given in full, by its initial (``zh``) or by its
    first letter. The last one typed may be incomplete, and the word may go on after it.
    """
    typed = spelt(term)
    return bool(typed) and any(_fits(typed, spelt(key).split()) for key in keys)


def fits(term: str, word: str, keys: Iterable[str]) -> bool:
    """Tell whether the folded `word` begins with `term`, or may be meant by it in Latin letters."""
    return matches(term, keys) if is_latin(term) else word.startswith(term)


def _fits(typed: str, syllables: Sequence[str]) -> bool:
    """Tell whether `typed` is spelt by the first of `syllables`.

    One syllable after the other, with all places that can be reached in `typed` by then: each is
    looked at once, however many ways lead there.
    """
    if len(typed) > LONGEST:
        return False
    places = {0}
    for syllable in syllables[:LONGEST]:
        if any(syllable.startswith(typed[place:]) for place in places):
            return True
        heads = {syllable, syllable[:1], *(d for d in _DOUBLE if syllable.startswith(d))}
        places = {
            place + len(head)
            for place in places
            for head in heads
            if head and typed.startswith(head, place)
        }
        if not places:
            return False
    return False
