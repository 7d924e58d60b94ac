"""The form in which texts are searched: folded, and every zero of Chinese numerals one.

Papers print 二零三一, 二〇三一, 二○三一 and 二Ｏ三一 for one year. This form may change, with the
FORMAT of the index; that of `store.words.fold`, on which keys hang, may not.
"""

import re
from collections.abc import Sequence

from store.words.fold import fold, fold_mapped

_NUMERALS = "一二三四五六七八九〇"
_LATIN_ZEROS = re.compile(f"[o0]+(?=[{_NUMERALS}年])")


def search_fold(text: str) -> str:
    """Return `text` folded for searching; folding twice changes nothing more."""
    return _one_zero(fold(text))


def search_fold_mapped(text: str) -> tuple[str, Sequence[int]]:
    """Return ``search_fold(text)`` and the offset in `text` of each of its characters."""
    folded, offsets = fold_mapped(text)
    return _one_zero(folded), offsets


def _one_zero(folded: str) -> str:
    plain = folded.replace("零", "〇").replace("○", "〇").replace("◯", "〇")
    return _LATIN_ZEROS.sub(_zeros, plain)


def _zeros(found: re.Match[str]) -> str:
    """Return the letters or figures that were found as zeros, where a numeral stands before."""
    within = found.start() and found.string[found.start() - 1] in _NUMERALS
    return "〇" * len(found[0]) if within else found[0]
