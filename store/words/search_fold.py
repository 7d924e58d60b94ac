"""The form in which texts are searched: folded, and one form for what print has several of.

Beyond `store.words.fold` these are one: characters and those that stand for them (radicals, private
characters of GB 18030, marks of vertical pages), variants of Taiwan and Hong Kong (看著, 看着), the
zeros of Chinese numerals, and text with and without the blanks that space it out (关 于 防 汛,
2031 年). This form may change, with the FORMAT of the index; that of `store.words.fold`, on which
keys hang, may not.
"""

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from unicodedata import normalize

from store.patterns import pattern
from store.words.fold import fold, translated
from store.words.stand_ins import meant

_ZEROS = dict.fromkeys("零○◯", "〇")

_NUMERALS = "一二三四五六七八九〇"
_LATIN_ZEROS = pattern(f"[o0]+(?=[{_NUMERALS}年])")

_HAN = "[\u3007\u3400-\u9fff\U00020000-\U0003ffff]"
_LATIN = "[0-9a-z]"
_SPACING = pattern(
    rf" (?<={_HAN} )(?:(?<!{_HAN}{_HAN} ) *(?={_HAN})| *(?={_HAN}(?!{_HAN})))"
    rf"| (?<={_HAN} ) *(?={_LATIN})| (?<={_LATIN} ) *(?={_HAN})"
    rf"| (?<=[0-9] )(?<![0-9a-z.,][0-9] ) *(?=[0-9](?: [0-9])* ?{_HAN})"
)
"""Blanks beside a character that stands alone, between a character and figures or letters, and
between the figures of a number that is spaced out; looked for by the blank, which is rare."""


class _Table(dict[int, str]):
    """Code points to their search form, for ``str.translate``; each is worked out when met."""

    def __missing__(self, code: int) -> str:
        folded = fold(meant(chr(code)))
        common = _common_forms()
        self[code] = result = "".join(common.get(char, char) for char in folded)
        return result


_TABLE = _Table()


@cache
def _common_forms() -> dict[str, str]:
    """Return variants and zeros, which folding leaves apart, and the form they are searched in."""
    lines = Path(__file__).with_name("variants.tsv").read_text("utf-8").splitlines()
    return dict(line.split("\t") for line in lines if not line.startswith("#")) | _ZEROS


def search_fold(text: str) -> str:
    """Return `text` folded for searching; folding twice changes nothing more."""
    return _one_zero(_SPACING.sub("", normalize("NFC", text.translate(_TABLE))))


def search_fold_mapped(text: str) -> tuple[str, Sequence[int]]:
    """Return ``search_fold(text)`` and the offset in `text` of each of its characters."""
    spaced, offsets = translated(text, _TABLE)
    gaps = [gap.span() for gap in _SPACING.finditer(spaced)]
    if gaps:
        starts = (0, *(end for _, end in gaps))
        ends = (*(start for start, _ in gaps), len(spaced))
        kept = list(zip(starts, ends, strict=True))
        spaced = "".join(spaced[start:end] for start, end in kept)
        offsets = [at for start, end in kept for at in offsets[start:end]]
    return _one_zero(spaced), offsets


def _one_zero(folded: str) -> str:
    return _LATIN_ZEROS.sub(_zeros, folded)


def _zeros(found: re.Match[str]) -> str:
    """Return the letters or figures that were found as zeros, where a numeral stands before."""
    within = found.start() and found.string[found.start() - 1] in _NUMERALS
    return "〇" * len(found[0]) if within else found[0]
