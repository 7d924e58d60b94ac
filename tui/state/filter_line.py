"""The filter line as a reader edits it without typing: a word put in, left out, or put in place."""

import re

from store.patterns import pattern

_QUOTED = '["“”][^"“”]*["“”]?'
_TERM = pattern(rf'(?:[^\s"“”]|{_QUOTED})+')
_PART = '[^\\s"“”|｜:：]'
_VALUE = pattern(f"{_QUOTED}|{_PART}+(?!{_PART}*[:：])")
"""What is looked for: quoted, or what no colon follows."""


def terms(text: str) -> list[str]:
    """Return the terms of a filter line, as typed: parted by blanks, what is quoted whole."""
    return _TERM.findall(text)


def term(word: str) -> str:
    """Return `word` as a term that finds it literally: Latin letters would be pinyin."""
    return word if word.isalnum() and not word.isascii() else f'"{word}"'


def toggled(text: str, word: str, *, out: bool = False) -> str:
    """Return the filter line with `word` as one more term, or without it if it stands there.

    `out` excludes the word; what was included is excluded then, and the other way round.
    """
    if len(re.findall('["“”]', text)) % 2:
        text += '"'
    wanted, other = f"-{term(word)}", term(word)
    if not out:
        wanted, other = other, wanted
    before = terms(text)
    left = [each for each in before if each not in (wanted, other)]
    return " ".join(left if wanted in before else [*left, wanted])


def included(text: str) -> frozenset[str]:
    """Return the words that stand in the filter line as terms of their own."""
    return frozenset(each.strip('"“”') for each in terms(text) if not each.startswith("-"))


def excluded(text: str) -> tuple[str, ...]:
    """Return the words that the filter line excludes, in its order."""
    out = (each[1:] for each in terms(text) if each.startswith("-"))
    words = (each.strip('"“”') for each in out if _VALUE.fullmatch(each))
    return tuple(dict.fromkeys(filter(None, words)))


def replaced(text: str, letters: str, word: str) -> str:
    """Return the filter line with `word` where the folded Latin `letters` stand in it as a value.

    A field or minus sign before them, and what is joined to them by ``|``, stays.
    """
    from store.words.fold import fold  # the pane is imported before the first paint

    def put(found: re.Match[str]) -> str:
        sign = "-" if found[0].startswith("-") else ""
        return sign + term(word) if fold(found[0]).removeprefix("-") == letters else found[0]

    return _VALUE.sub(put, text)
