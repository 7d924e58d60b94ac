"""The form in which texts are searched: folded, and one form for what print has several of.

Beyond `store.words.fold` these are one: characters and those that stand for them (radicals, private
characters of GB 18030, marks of vertical pages), variants of Taiwan and Hong Kong (看著, 看着), the
zeros of Chinese numerals, and text with and without the blanks that space it out (关 于 防 汛,
2031 年). This form may change, with the FORMAT of the index; that of `store.words.fold`, on which
keys hang, may not.
"""

import re
from collections.abc import Sequence
from unicodedata import normalize

from store.words.fold import fold, translated
from store.words.stand_ins import meant

_VARIANTS = dict(
    zip(
        "著簷痺睪鲇腭敍枱衞粧糭衹幺潨锺馀钜谘镟箚劄喆堃邨迺澂阪椀筦絜扞"
        "姪犂隣餽鬪刼囘堦嬭幷擡曡朶枏氷甎畧稾窰翶耡葢蘂迳鑛韮鹻龢痲妳彷繙",
        "着檐痹睾鲶颚叙台卫妆粽只么潀钟余巨咨旋札札哲坤村乃澄坂碗管洁捍"
        "侄犁邻馈斗劫回阶奶并抬叠朵楠冰砖略稿窑翱锄盖蕊径矿韭碱和麻你仿翻",
        strict=True,
    ),
    零="〇",
    **dict.fromkeys("○◯", "〇"),
)
"""What folding leaves apart: where OpenCC's TWVariants and HKVariants differ once simplified, the
second answers of its TSCharacters that are other ways to write the first, and 異體字 that it lacks,
of the first list of them (第一批异体字整理表, 1955)."""

_NUMERALS = "一二三四五六七八九〇"
_LATIN_ZEROS = re.compile(f"[o0]+(?=[{_NUMERALS}年])")

_HAN = "[\u3007\u3400-\u9fff\U00020000-\U0003ffff]"
_LATIN = "[0-9a-z]"
_SPACING = re.compile(
    rf" (?<={_HAN} )(?<!{_HAN}{_HAN} ) *(?={_HAN}(?!{_HAN}))"
    rf"| (?<={_HAN} ) *(?={_LATIN})| (?<={_LATIN} ) *(?={_HAN})"
)
"""Blanks between two characters that stand alone, and between a character and figures or letters;
looked for by the blank, which is rare."""


class _Table(dict[int, str]):
    """Code points to their search form, for ``str.translate``; each is worked out when met."""

    def __missing__(self, code: int) -> str:
        folded = fold(meant(chr(code)))
        self[code] = result = "".join(_VARIANTS.get(char, char) for char in folded)
        return result


_TABLE = _Table()


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
