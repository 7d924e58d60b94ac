"""Names of people that a dictionary lacks, found by what stands beside them in a newspaper.

A name is a surname and one or two characters more; one with a rare surname must be met twice, for
区, 朴 and 乐 are mostly something else. It is taken for one in these places alone:
after a title (县委书记林守诚), in a list of names (林守诚、何小溪、方舟), before a word of speech
at the start of a clause (林守诚强调), in a byline. Foreign names are runs of the characters that
transliterate, around a dot (安娜·贝里尼).
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache

from store.words.fold import fold
from store.words.lists import word_list

_AFTER = frozenset("说在是和与等的也就曾将到对为向于率从把被称同及先以则还又已都却让带给不任、")
"""Words of one character that may follow a name."""
_NOT_GIVEN = _AFTER - frozenset("和同先向于从") | frozenset("了着过们这那此其某各每")
_HAN = re.compile("[\u4e00-\u9fff]+")
_IN_PARTS = re.compile(
    "[\u4e00-\u9fff]{1,2}(?:[(\\[{<〔【〈][\u4e00-\u9fff]{1,3}[)\\]}>〕】〉]|[〓□])[\u4e00-\u9fff]?"
)
"""A name with a character that a paper lacks: printed as its parts, 刘(王争), or as a 〓."""
_LIST = re.compile("、([\u4e00-\u9fff]{2,4})(?=、)")

Frequency = Callable[[str], int]
"""How often a word stands in the dictionary's texts; 0 for what it lacks, or calls a name."""


@cache
def _pattern(name: str) -> re.Pattern[str]:
    longest_first = sorted(word_list("names", name), key=len, reverse=True)
    return re.compile("|".join(longest_first))


@cache
def _surnames() -> frozenset[str]:
    return frozenset("".join(word_list("names", "surnames"))) | _rare()


@cache
def _rare() -> frozenset[str]:
    return frozenset("".join(word_list("names", "rare_surnames")))


@cache
def _everyday() -> frozenset[str]:
    return frozenset("".join(word_list("names", "everyday_surnames")))


@cache
def _doubles() -> tuple[str, ...]:
    return word_list("names", "double_surnames") + word_list("names", "rare_double_surnames")


@cache
def _foreign() -> re.Pattern[str]:
    sounds = "".join(word_list("names", "sounds"))
    return re.compile(f"[{sounds}]{{1,7}}(?:·[{sounds}a-z]{{1,8}})+")


def _surname(text: str, at: int = 0) -> int:
    """Return the length of the surname at `at`, 0 when there is none."""
    if text.startswith(_doubles(), at):
        return 2
    return int(text[at : at + 1] in _surnames())


def _has_rare_surname(name: str) -> bool:
    if "·" in name:
        return False
    if _surname(name) == 2:
        return not name.startswith(word_list("names", "double_surnames"))
    return name[0] in _rare()


def _is_nothing_else(name: str, texts: Sequence[str], frequency: Frequency) -> bool:
    """Tell whether `name` has no everyday word in it: 朴素心, if 朴素 stands nowhere but there.

    A rare surname of one character has two of a given name: more would be taken for a name else.
    """
    surname = _surname(name)
    given = name[surname:]
    if len(given) == 1:
        return surname == 2
    if frequency(given) >= 300:
        return False
    pairs = [pair for pair in (given, name[:2]) if frequency(pair) >= 50]
    return all(text.count(pair) == text.count(name) for text in texts for pair in pairs)


def surname_reading(name: str) -> tuple[int, str]:
    """Return of how many characters the surname of `name` is, and how it is read: ``(1, "ou")``.

    (0, "") where it is read as its characters mostly are; syllables have a blank between.
    """
    readings = _readings()
    length = next((size for size in (2, 1) if name[:size] in readings), 0)
    return length, readings[name[:length]] if length else ""


@cache
def _readings() -> dict[str, str]:
    pairs = (entry.split("=") for entry in word_list("names", "surname_readings"))
    return {surname: reading.replace("_", " ") for surname, reading in pairs}


def is_name(text: str) -> bool:
    """Tell whether the folded `text`, as a byline prints it, is one person's name."""
    if _foreign().fullmatch(text):
        return True
    if _IN_PARTS.fullmatch(text):
        return bool(_surname(text))
    return 2 <= len(text) <= 4 and bool(_surname(text) and _HAN.fullmatch(text))


def find_names(texts: Iterable[str], frequency: Frequency) -> set[str]:
    """Return the names of people in the folded `texts`.

    Where one begins another (林守, 林守诚), the one met more often is kept.
    """
    known = list(texts)
    signs = (_with_dots, _after_titles, _in_lists, _before_speech)
    votes = Counter(name for text in known for find in signs for name in find(text, frequency))
    for name in [name for name in votes if _has_rare_surname(name)]:
        if votes[name] < 2 or not _is_nothing_else(name, known, frequency):
            del votes[name]
    for name in sorted(votes, key=len, reverse=True):
        shorter = name[:-1]
        if shorter in votes:
            del votes[name if votes[shorter] > votes[name] else shorter]
    return set(votes)


def _with_dots(text: str, frequency: Frequency) -> Iterator[str]:
    for name in _foreign().finditer(text) if "·" in text else ():
        before = text[max(0, name.start() - 3) : name.start()]
        starts = (
            not _HAN.match(before[-1:])
            or before[-1] in _AFTER
            or max(frequency(before), frequency(before[-2:])) >= 50
        )
        if starts and _end(text, name.end(), frequency):
            yield name[0]


def _after_titles(text: str, frequency: Frequency) -> Iterator[str]:
    for title in _pattern("titles").finditer(text):
        at = title.end()
        while name := _name_at(text, at, frequency):
            yield name
            at += len(name)
            if text[at : at + 1] != "、":
                break
            at += 1


def _in_lists(text: str, frequency: Frequency) -> Iterator[str]:
    for middle in _LIST.finditer(text):
        last = _name_at(text, middle.end() + 1, frequency)
        # 文旅、卫健 look like names: one of a pair has to be of three characters.
        if last and len(middle[1] + last) > 4 and _plausible(middle[1], frequency):
            yield from (middle[1], last)


def _before_speech(text: str, frequency: Frequency) -> Iterator[str]:
    for speech in _pattern("speech").finditer(text):
        for length in (2, 3, 4):
            at = speech.start() - length
            clause = at == 0 or (at > 0 and not _HAN.match(text[at - 1]))
            if clause and _plausible(text[at : speech.start()], frequency):
                yield text[at : speech.start()]


def _name_at(text: str, at: int, frequency: Frequency) -> str:
    """Return the name at `at`, the surer one and of equals the longer, or ``""``."""
    surname = _surname(text, at)
    likely = [
        (_end(text, end, frequency), end)
        for end in (at + surname + 1, at + surname + 2)
        if end <= len(text) and _plausible(text[at:end], frequency)
    ]
    sure, end = max(likely, default=(0, at))
    return text[at:end] if sure else ""


def _plausible(name: str, frequency: Frequency) -> bool:
    """Tell whether `name` has the form of one, and neither is nor begins with an everyday word."""
    surname = _surname(name)
    given = name[surname:]
    return (
        surname > 0
        and 1 <= len(given) <= 2
        and _HAN.fullmatch(given) is not None
        and not _NOT_GIVEN.intersection(given)
        and frequency(name) < 5
        and (surname == 2 or frequency(name[:2]) < 50 or (name[0] in _rare() and len(name) == 3))
    )


def _end(text: str, end: int, frequency: Frequency) -> int:
    """Return how surely a name ends at `end`: 2 before no Chinese or a word, 1 a particle, or 0."""
    rest = text[end : end + 2]
    if rest.startswith("·"):
        return 0
    if not _HAN.match(rest) or frequency(rest) >= 50:
        return 2
    return 1 if rest[0] in _AFTER else 0


def byline_names(names: Iterable[str]) -> Iterator[str]:
    """Yield those of `names` that are people's, folded, and no 本报评论员 or the like."""
    for name in map(fold, names):
        if is_name(name) or (2 <= len(name) <= 3 and name[0] in _everyday()):
            yield name
