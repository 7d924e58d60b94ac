"""Text that stands upright in columns: what stands in each pair of cells, and the forms of marks.

After clreq on vertical writing mode: a number of two digits is set horizontally in one pair of
cells, other numbers, single letters and acronyms stand letter by letter in full width. Longer words
would be turned, which no terminal can do: they are set two letters in a pair, read like syllables,
in half the height that they would take letter by letter. A blank between them and Chinese text
falls away. Quotation marks are those of GB/T 15834-2011, section 5.2: ﹃﹄, within them ﹁﹂.
"""

import re
from itertools import pairwise

from store.config import Forms
from store.patterns import pattern
from tui.typeset.cells import BLANKS, advances

Span = tuple[int, int]

PAIR = 2
"""Cells of a column."""

_FULL_WIDTH = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
_HALF_WIDTH = {full: half for half, full in _FULL_WIDTH.items() if chr(half).isalnum()}
_ADDRESS = r"https?://[!-~]+|[\w.+-]+@[\w.-]+\w"
_TOKEN = pattern(
    rf"(?P<address>{_ADDRESS})|(?P<word>[0-9A-Za-z]+)|(?P<joint>(?<=[0-9A-Za-z])[-’])|[!-~]",
    re.ASCII,
)
_JOINTS = str.maketrans("-’", "–＇")
_LETTERS_OR_DIGITS = pattern("[A-Za-z]+|[0-9]+")

_SHARED = pattern("[!-~][!-~ ]|  ")
"""What shares a pair of cells."""

_LATIN = "!-~\u00c0-\u024f"
_HALF_BLANKS = BLANKS.replace("\u3000", "")
_BESIDE_LATIN = pattern(
    rf"(?<=[{_LATIN}])[{_HALF_BLANKS}]+(?=[^{_LATIN}{BLANKS}])"
    rf"|(?<=[^{_LATIN}{BLANKS}])[{_HALF_BLANKS}]+(?=[{_LATIN}])"
)

_TURNED = dict(
    zip(
        "（）｛｝〔〕【】《》〈〉「」『』“”‘’［］＿—–…‥～〜∼．·・•",
        "︵︶︷︸︹︺︻︼︽︾︿﹀﹁﹂﹃﹄﹃﹄﹁﹂﹇﹈︳︱︲︙︰︴︴︴・・・・",
        strict=True,
    )
)
_STOPS = dict(zip("，、。：；！？〖〗", "︐︑︒︓︔︕︖︗︘", strict=True))
_PLAIN = {"…": "︰"}
"""In the place of forms that fonts made for GBK or Big5 lack: those from U+FE10 to U+FE19."""

_chosen: list[dict[str, str]] = [_TURNED | _STOPS]


def use_forms(forms: Forms) -> None:
    """Draw stops in their vertical forms from now on, or in the plain ones that any font has."""
    _chosen[0] = _TURNED | (_STOPS if forms == "vertical" else _PLAIN)


def upright(text: str) -> str:
    """Return `text`, as long as before, with full width for what stands letter by letter."""
    return _TOKEN.sub(_set_upright, text.translate(_HALF_WIDTH))


def _set_upright(found: re.Match[str]) -> str:
    token = found[0]
    match found.lastgroup:
        case "address":
            return token
        case "joint":
            return token.translate(_JOINTS)
        case "word" if len(token) > 1 and token.upper() != token:
            return token
        case "word" if len(token) == 2 and not token.isalpha():
            return token
        case "word":
            return _LETTERS_OR_DIGITS.sub(lambda part: _by_letters(part[0]), token)
    return token.translate(_FULL_WIDTH)


def _by_letters(part: str) -> str:
    return part if part.isdecimal() and len(part) == 2 else part.translate(_FULL_WIDTH)


def blanks_beside_latin(text: str) -> list[Span]:
    """Return the blanks between Chinese and Latin, which are not drawn."""
    return [match.span() for match in _BESIDE_LATIN.finditer(text)]


def heights(text: str) -> list[int]:
    """Return how many cells each character adds to a column, for a text that is `upright`.

    That is two for the first one in each pair of cells. Cut at a pair's edge, a text has the same
    pairs as before.
    """
    cells = [PAIR if each else 0 for each in advances(text)]
    cells[:1] = [PAIR] * len(text[:1])
    for shared in _SHARED.finditer(text):
        cells[shared.start() + 1] = 0
    return cells


def pairs(text: str) -> list[Span]:
    """Return (start, end) of what stands in each pair of cells, for a text that is `upright`."""
    starts = [at for at, cells in enumerate(heights(text)) if cells]
    return list(pairwise([*starts, len(text)]))


def form(text: str) -> str:
    """Return what is drawn in a pair of cells for `text`, which may be narrower than they."""
    return _chosen[0].get(text, text)
