"""Latin letters typed for Chinese words: whether a term fits a word's pinyin.

Full pinyin, initials and any mix of them: 祝建明, ``zhu jian ming``, is found by ``zhujianming``,
``zjm``, ``zhjm`` and ``zhujm``, and while one types, by ``zhuji``; characters may stand among them
(祝jm, zhu建明). A fuzzy reading takes for one what many speakers do not tell apart: z and zh, c and
ch, s and sh, n and l, an and ang, en and eng, in and ing. This half of pinyin needs no library.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from store.patterns import pattern

LONGEST = 64
"""Letters of a term, and syllables of a key, that are compared: no word of a paper has as many."""

_TERM = pattern("[a-zü]+(?:'[a-zü]+)*")
_LETTERS = pattern(f"({_TERM.pattern})")
_HAN = pattern("[\u3007\u3400-\u9fff\U00020000-\U0003ffff]")
_RUNS = pattern(f"{_HAN.pattern}|[^{_HAN.pattern[1:-1]}]+")
_DOUBLE = ("zh", "ch", "sh")
_LONGEST_SYLLABLE = 6
_SYLLABLE = pattern(
    "(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?"
    "(?:[iu]?ang|i?ong|[ei]ng|[iu]?an|[eiu]n|u?ai|i?ao|[eu]i|[io]u|i[ae]|u[aeo]|er|[aeiouv])"
)
_UMLAUT = str.maketrans({"v": "u", "ü": "u", "'": None})
"""绿 is typed lv, lü and lu: all are one; an apostrophe (xi'an) only divides."""


def is_latin(term: str) -> bool:
    """Tell whether the folded `term` is made of Latin letters, and so may stand for words."""
    return _TERM.fullmatch(term) is not None


def spelt(text: str) -> str:
    """Return a term or a key in the form in which the two are compared."""
    return text.translate(_UMLAUT)


def letters_and_others(term: str) -> list[str]:
    """Return the runs of `term`, by turns: what is no Latin letter, Latin letters, and so on."""
    return _LETTERS.split(term)


def is_mixed(term: str) -> bool:
    """Tell whether the folded `term` has Chinese characters and Latin letters, as 城南sk has."""
    return bool(_LETTERS.search(term) and _HAN.search(term))


def may_stand_for_words(term: str) -> bool:
    """Tell whether Latin letters in the folded `term` may be spellings."""
    return is_latin(term) or is_mixed(term)


def key_pattern(term: str, *, fuzzy: bool = False) -> str:
    """Return a GLOB pattern for every key that `term` may stand for: its letters in their order."""
    letters = "".join(letters_and_others(term)[1::2])
    first, rest = spelt(letters)[:1], spelt(letters)[1:LONGEST]
    if fuzzy:
        kept = [letter for letter in rest if letter not in "hg"]
        pattern = "*".join("[nl]" if letter in "nl" else letter for letter in (first, *kept))
    else:
        pattern = "*".join(first + rest)
    return f"{pattern}*" if term.startswith(letters[:1]) else f"*{pattern}*"


def matches(term: str, keys: Iterable[str], word: str = "", *, fuzzy: bool = False) -> bool:
    """Tell whether the folded `term` may stand for the word that has these `keys`.

    From the word's first syllable on, each is given in full, by its initial (``zh``), by its first
    letter or by its character in the folded `word`. The last one typed may be incomplete, and the
    word may go on after it.
    """
    typed = spelt(term)
    return bool(typed) and any(_fits(typed, spelt(key).split(), word, fuzzy) for key in keys)


@lru_cache(1 << 12)
def key_of(letters: str, syllables: int) -> str:
    """Return pinyin that is run together as the key of so many syllables, ``""`` if it is not.

    ``renminribao`` of four is ``ren min ri bao``.
    """
    parts: dict[tuple[int, int], str] = {(0, 0): ""}
    for count in range(min(syllables, LONGEST)):
        for (at, made), key in list(parts.items()):
            if made != count:
                continue
            for end in range(at + 1, min(at + _LONGEST_SYLLABLE, len(letters)) + 1):
                if _SYLLABLE.fullmatch(letters[at:end]):
                    parts.setdefault((end, count + 1), f"{key} {letters[at:end]}".strip())
    return parts.get((len(letters), syllables), "")


def fits(term: str, word: str, keys: Iterable[str], *, fuzzy: bool = False) -> bool:
    """Tell whether the folded `word` begins with `term`, or may be meant by its Latin letters."""
    if may_stand_for_words(term):
        return matches(term, keys, word, fuzzy=fuzzy)
    return word.startswith(term)


def _fits(typed: str, syllables: Sequence[str], word: str, fuzzy: bool) -> bool:
    """Tell whether `typed` is spelt by the first of `syllables`.

    One syllable after the other, with all places that can be reached in `typed` by then: each is
    looked at once, however many ways lead there.
    """
    if len(typed) > LONGEST:
        return False
    characters = () if typed.isascii() else _characters(word)
    aligned = len(characters) == len(syllables)
    places = {0}
    for at, syllable in enumerate(syllables[:LONGEST]):
        spellings, heads = _choices(syllable, fuzzy)
        if aligned and characters[at]:
            spellings, heads = (*spellings, characters[at]), (*heads, characters[at])
        for place in places:
            rest = typed[place:]
            if any(spelling.startswith(rest) for spelling in spellings):
                return True
        places = {
            place + len(head) for place in places for head in heads if typed.startswith(head, place)
        }
        if not places:
            return False
    return False


@lru_cache(1 << 12)
def _choices(syllable: str, fuzzy: bool) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return how a syllable may be spelt in full, and what of it may stand for all of it."""
    spellings = _spellings(syllable, fuzzy)
    heads = dict.fromkeys(head for spelling in spellings for head in _heads(spelling) if head)
    return spellings, tuple(heads)


def _heads(syllable: str) -> tuple[str, ...]:
    doubles = (double for double in _DOUBLE if syllable.startswith(double))
    return (syllable, syllable[:1], *doubles)


@lru_cache(1 << 12)
def _characters(word: str) -> tuple[str, ...]:
    """Return the character of each syllable of a folded word, ``""`` for figures and letters.

    Those that stand together are one syllable: 糖类抗原19-9 has five.
    """
    runs = (run for run in _RUNS.findall(word) if any(map(str.isalnum, run)))
    return tuple(run if _HAN.match(run) else "" for run in runs)


def _spellings(syllable: str, fuzzy: bool) -> tuple[str, ...]:
    """Return a syllable as it is spelt, and in a fuzzy reading also as those that sound alike."""
    if not fuzzy:
        return (syllable,)
    found = [syllable]
    if syllable.startswith(_DOUBLE):
        found.append(syllable[0] + syllable[2:])
    elif syllable.startswith(("z", "c", "s")):
        found.append(f"{syllable[0]}h{syllable[1:]}")
    elif syllable.startswith(("n", "l")):
        found.append({"n": "l", "l": "n"}[syllable[0]] + syllable[1:])
    for each in [*found]:
        if each.endswith(("ang", "eng", "ing")):
            found.append(each[:-1])
        elif each.endswith(("an", "en", "in")):
            found.append(f"{each}g")
    return tuple(found)
