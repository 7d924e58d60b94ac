"""Characters that stand for others which look the same: put back into what papers print.

PDFs give radicals for characters and ligatures for letters, vertical pages the forms of their
marks, Big5 small marks, old tables private characters. Each is told apart by its kind and counted.
"""

import re
import unicodedata
from collections import Counter
from functools import cache

from store.messages import template
from store.patterns import pattern

RADICALS = template("radicals in the place of characters")
VERTICAL = template("marks of vertical pages")
SMALL = template("small marks")
LIGATURES = template("ligatures")
COMPATIBLE = template("compatibility characters")
PRIVATE = template("private characters of GB 18030")

_SUPPLEMENT = (
    "⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺇𠘨⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺑𡯂⺒巳⺓幺⺔彑⺕𫜹⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺠民"
    "⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪𤴔⺫目⺬示⺭礻⺮𥫗⺯糹⺰纟⺱罓⺲罒⺳㓁⺴冗⺵𦉫⺶羊⺷𦍌⺸𦍋⺹耂⺺肀⺻聿⺼肉⺽𦥑⺾艹⺿艹"
    "⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇𧢲⻈讠⻉贝⻊𧾷⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门⻕𨸏⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞𩙿"
    "⻟飠⻠饣⻡𩠐⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀"
)
"""What NFKC does not know: Unicode's EquivalentUnifiedIdeograph.txt for the block U+2E80, where it
has an entry."""
_FULL_WIDTH = {chr(code): chr(code + 0xFEE0) for code in range(0x21, 0x7F)}
_USUAL = {"\ufe19": "…", "︰": "：", "︴": "﹏"}
"""Marks whose usual forms are others than NFKC's: ︰ is the colon of Taiwan and Hong Kong."""

_LATER = {
    0xA6D9: "︐︒︑︓︔︕︖",
    0xA6EC: "︗︘",
    0xA6F3: "︙",
    0xA8BC: "ḿ",
    **{0xFE51: "𠂇𠂉𠃌", 0xFE59: "龴", 0xFE61: "龵", 0xFE66: "龶龷", 0xFE6C: "𡗗", 0xFE6D: "龸"},
    **{0xFE76: "𢦏", 0xFE7E: "龹", 0xFE90: "龺", 0xFE91: "𤇾", 0xFEA0: "龻"},
}
"""What GB 18030-2005 and -2022 give for codes (from each on) that Python's codec holds private."""
_RUNS = (
    *((0xE78D, 0xA6D9, 7), (0xE794, 0xA6EC, 2), (0xE796, 0xA6F3, 1), (0xE7C7, 0xA8BC, 1)),
    *((0xE7C8, 0xA8BF, 1), (0xE7E7, 0xA989, 13), (0xE815, 0xFE50, 47), (0xE844, 0xFE80, 33)),
)
"""Runs of private characters: the first, its code in GB 18030-2000, and how many there are."""

_SUSPECT = pattern(
    "[\u2e80-\u2fdf\ufe10-\ufe19\ufe30-\ufe44\ufe47\ufe48\ufe50-\ufe6b\ufb00-\ufb06\uf900-\ufaff"
    "\U0002f800-\U0002fa1f]"
)
_PRIVATE_USE = pattern("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
_EITHER = pattern(f"{_SUSPECT.pattern[:-1]}{_PRIVATE_USE.pattern[1:]}")


def put_back(text: str) -> tuple[str, Counter[str]]:
    """Return `text` with the characters that are meant, and how many of each kind were others."""
    count: Counter[str] = Counter()
    if not _EITHER.search(text):
        return text, count

    def counted(match: re.Match[str]) -> str:
        kind, character = _meant(match[0])
        count[kind] += character != match[0]
        return character

    return _EITHER.sub(counted, text), +count


def meant(character: str) -> str:
    """Return what one character stands for: itself, where it is none of these."""
    return _meant(character)[1] if _EITHER.match(character) else character


def in_place(text: str) -> str:
    """Return `text` with the characters that are meant, one for each: ligatures stay."""
    if not _EITHER.search(text):
        return text
    return _EITHER.sub(lambda match: _one(match[0]), text)


def _one(character: str) -> str:
    one = meant(character)
    return one if len(one) == 1 else character


def private_left(text: str) -> int:
    """Return how many characters of `text` no standard knows."""
    return len(_PRIVATE_USE.findall(text))


@cache
def _meant(character: str) -> tuple[str, str]:
    """Return the kind of a character of `_EITHER`, and what it stands for."""
    if known := _private().get(character):
        return PRIVATE, meant(known)
    if character <= "\u2fdf":
        unified = _supplement().get(character)
        return RADICALS, unified or unicodedata.normalize("NFKC", character)
    if "\ufe10" <= character <= "\ufe48":
        return VERTICAL, _usual(character)
    if "\ufe50" <= character <= "\ufe6b":
        return SMALL, _usual(character)
    if character <= "\ufaff" or character > "\uffff":
        return COMPATIBLE, unicodedata.normalize("NFC", character)
    return LIGATURES, unicodedata.normalize("NFKC", character)


def _usual(mark: str) -> str:
    plain = unicodedata.normalize("NFKC", mark)
    return _USUAL.get(mark) or _FULL_WIDTH.get(plain, plain)


@cache
def _supplement() -> dict[str, str]:
    return dict(zip(_SUPPLEMENT[::2], _SUPPLEMENT[1::2], strict=True))


@cache
def _private() -> dict[str, str]:
    """Return what the private characters of GBK and GB 18030 stand for today."""
    later = {
        code + at: character
        for code, characters in _LATER.items()
        for at, character in enumerate(characters)
    }
    found = {}
    for private, code, length in _RUNS:
        for at in range(length):
            known = later.get(code + at) or (code + at).to_bytes(2, "big").decode("gb18030")
            found[chr(private + at)] = known
    return found
