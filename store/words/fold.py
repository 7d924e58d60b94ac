"""One form for comparison: width, case, script and quotation marks make no difference in it.

Each character is folded alone (NFKC, casefold, NFKC again, then Traditional to Simplified by a 1:1
table, and marks that print alike), and the whole is composed (NFC), which is NFKC of the whole.
Articles' keys are hashes of folded text: what `fold` returns for a text must never change.
"""

import re
import unicodedata
from collections.abc import Iterator, MutableMapping, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path

_ALIKE = {
    **dict.fromkeys("“”„‟「」〝〞〟", '"'),
    **dict.fromkeys("‘’‚‛『』", "'"),
    **dict.fromkeys("•‧・⋅∙", "·"),  # the dot inside foreign names
    **dict.fromkeys("─―–", "—"),  # what papers set for a dash
    "∶": ":",  # U+2236, for the colon in many papers' times and ratios
}
"""Marks that are used for one another in print, but that NFKC keeps apart."""


def fold(text: str) -> str:
    """Return `text` in its form for comparison; folding twice changes nothing more."""
    return unicodedata.normalize("NFC", text.translate(_table()))


def fold_mapped(text: str) -> tuple[str, Sequence[int]]:
    """Return ``fold(text)`` and, for each of its characters, the offset in `text` it comes from.

    Characters that come from one place share its offset.
    """
    return translated(text, _table())


def translated(text: str, table: MutableMapping[int, str]) -> tuple[str, Sequence[int]]:
    """Return `text` translated by `table`, composed, and the offset each character comes from.

    The table has something for every character, and no character becomes nothing.
    """
    expanded = text.translate(table)
    folded = unicodedata.normalize("NFC", expanded)
    offsets: Sequence[int] = range(len(text))
    if len(expanded) != len(text):
        offsets = [at for at, char in enumerate(text) for _ in table[ord(char)]]
    if folded != expanded:
        pieces = pairwise([*_starts(expanded), len(expanded)])
        offsets = [
            offsets[a] for a, b in pieces for _ in unicodedata.normalize("NFC", expanded[a:b])
        ]
    return folded, offsets


def _starts(text: str) -> Iterator[int]:
    """Yield where `text` may be cut so that each piece composes (NFC) as it does in the whole."""
    start = 0
    for at, char in enumerate(text):
        if at == 0 or not (unicodedata.combining(char) or _compose(text[start:at], char)):
            start = at
            yield at


def _compose(piece: str, char: str) -> bool:
    apart = unicodedata.normalize("NFC", piece) + char
    return unicodedata.normalize("NFC", piece + char) != apart


class _Table(dict[int, str]):
    """Code points to folded text, for ``str.translate``; each is worked out when first met."""

    def __init__(self, simplified: dict[str, str]) -> None:
        super().__init__()
        self._simplified = simplified

    def __missing__(self, code: int) -> str:
        folded = unicodedata.normalize("NFKC", chr(code)).casefold()
        folded = unicodedata.normalize("NFKC", folded)
        self[code] = result = "".join(map(self._plain, folded))
        return result

    def _plain(self, char: str) -> str:
        """Return the Simplified one, in two steps: OpenCC has one chain, 薴 → 苧 → 苎."""
        once = self._simplified.get(char)
        return self._simplified.get(once, once) if once else _ALIKE.get(char, char)


@cache
def _table() -> _Table:
    text = Path(__file__).with_name("simplified.tsv").read_text("utf-8")
    return _Table(dict(re.findall(r"^(.)\t(.)$", text, re.MULTILINE)))
