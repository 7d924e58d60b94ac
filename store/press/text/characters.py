"""Characters as the press sees them: folded for its patterns, as cells, at sentences' ends."""

import re

from store.patterns import pattern

_FULL_WIDTH = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_VARIANTS = {
    **dict.fromkeys("\u3000\u00a0\u2002\u2003\u2009", " "),
    **dict.fromkeys("∶︰", ":"),
    **dict.fromkeys("╱∕", "/"),
    **dict.fromkeys("─―", "—"),
    **dict.fromkeys("〔﹝【［", "("),
    **dict.fromkeys("〕﹞】］", ")"),
    **dict(zip("「」『』", "“”‘’", strict=True)),
    # The characters of the trade's own words, so that one table of cues serves both scripts.
    **dict(
        zip(
            "報訊電記導讀轉見詳華國聞張綜員實習撥責編輯圖攝廣頁時條專農曆總號",
            "报讯电记导读转见详华国闻张综员实习拨责编辑图摄广页时条专农历总号",
            strict=True,
        )
    ),
}
_FOLD = {**_FULL_WIDTH, **_VARIANTS}
_FOLDED = pattern(f"[{re.escape(''.join(_FOLD))}]")


def folded(text: str) -> str:
    """Return `text`, character by character, in the forms that patterns are written for.

    Half-width letters, digits and marks, round brackets for 〔〕【】, curly quotes for 「」,
    simplified characters for the words of the trade.
    """
    # One character in seven is folded: `str.translate`, which looks all up, takes twice as long.
    return _FOLDED.sub(lambda match: _FOLD[match[0]], text)


def cells(text: str) -> int:
    """Return roughly how many terminal cells `text` takes: one for ASCII, two for all else."""
    return (len(text) + len(text.encode("utf-8", "replace"))) // 2


def is_cjk(char: str) -> bool:
    """Return whether `char` is of a script that is set without blanks between words."""
    return char > "\u2e7f" or char in "“”‘’—…·"


STOPS = frozenset("。！？!?")
"""Marks that end a sentence and no telegram, credit or signature."""
_MAY_END = frozenset("。！？!?…；;：:.．—”’」』）)》〉】]\"'*")
_SENTENCE_END = pattern(r"""[。！？!?…；;：:.．][”’」』）)》〉】\]"'*]*$|——$|[”’」』"]$""")


def ends_sentence(text: str) -> bool:
    """Return whether `text` ends as a sentence or a closed quotation does."""
    return text[-1:] in _MAY_END and bool(_SENTENCE_END.search(text[-8:]))
