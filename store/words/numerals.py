"""One number in the forms in which papers print it: 25, 二十五; 1970, 一九七〇; 3万, 三万, 30,000.

What is asked for is looked for in each of them; texts and the index keep what is printed. All is
in the form of a search: its zero is 〇.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice, product

from store.patterns import pattern

DIGITS = "〇一二三四五六七八九"
MOST = 24
"""The most forms of one term: two numbers have a dozen together."""

_MYRIADS = {"万": 10**4, "亿": 10**8}
_VALUES = {**{digit: at for at, digit in enumerate(DIGITS)}, "两": 2}
_DIGIT = f"[{DIGITS[1:]}两]"
_SECTION = pattern(rf"〇?(?:({_DIGIT})千)?〇?(?:({_DIGIT})百)?〇?(?:({_DIGIT}?)十)?〇?({_DIGIT})?")
_PARTS = pattern("(?:([^万亿]+)亿)?(?:([^万亿]+)万)?([^万亿]+)?")
_SCORES = {"廿": "二十", "卅": "三十"}
_HIGHEST = 10**12

_COUNTED = "年月日号时点分秒版届期座名人位个岁次层楼路线条项家户件只元米度万亿"
"""What makes a number of one character: 五月, but not 统一, 十分."""

_HAN = f"[{DIGITS}两十百千万亿廿卅]"
_NUMBER = pattern(
    r"(?<![0-9a-z.,:/-])(?P<figures>\d{1,3}(?:,\d{3})+|\d+)(?P<part>\.\d+)?"
    r"(?P<sign>%|[万亿]?)(?![0-9a-z.,:/-])"
    rf"|(?P<share>百分之)?(?P<han>{_HAN}+)(?:点(?P<digits>[{DIGITS}]+)(?![十百千]))?"
)


@lru_cache(1 << 10)
def number_forms(term: str) -> tuple[str, ...]:
    """Return the folded `term`, and then the same with its numbers printed in other ways."""
    pieces: list[tuple[str, ...]] = []
    at = 0
    for found in _NUMBER.finditer(term):
        pieces += [(term[at : found.start()],), tuple(dict.fromkeys((found[0], *_forms(found))))]
        at = found.end()
    if not pieces:
        return (term,)
    pieces.append((term[at:],))
    return tuple(dict.fromkeys("".join(each) for each in islice(product(*pieces), MOST)))


def _forms(found: re.Match[str]) -> Iterator[str]:
    """Yield the other forms of a number; none where it is more likely a part of a word."""
    before, after = found.string[: found.start()][-1:], found.string[found.end() :][:1]
    alone = before != "第" and after not in tuple(_COUNTED)
    if found["figures"]:
        figures = found["figures"].replace(",", "")
        if len(found[0]) > 1 or before == "第" or after >= "\u3400":
            yield from _of_figures(figures, found["part"] or "", found["sign"])
    elif found["share"] or found["digits"] or len(found["han"]) > 1 or not alone:
        yield from _of_han(found["han"], found["digits"] or "", found["share"] or "", after)


def _of_figures(figures: str, part: str, sign: str) -> Iterator[str]:
    """Yield what else a number in figures is: with a ``part`` after the point, a % or 万 after."""
    value = int(figures) * _MYRIADS.get(sign, 1)
    if len(figures) > 12 or value >= _HIGHEST:
        return
    if part or sign == "%":
        after = "点" + "".join(DIGITS[int(digit)] for digit in part[1:]) if part else ""
        share, unit = ("百分之", "") if sign == "%" else ("", sign)
        yield from (f"{share}{each}{after}{unit}" for each in in_chinese(int(figures)))
        return
    yield from _of_value(value)
    if not sign and len(figures) > 2:
        yield "".join(DIGITS[int(digit)] for digit in figures)


def _of_han(han: str, digits: str, share: str, after: str) -> Iterator[str]:
    """Yield what else a number in Chinese is: with `digits` after 点, or a `share` of a hundred."""
    value = value_of(han)
    if value is None or value >= _HIGHEST:
        plain = not digits and not share and set(DIGITS).issuperset(han)
        if plain and (len(han) > 2 or after == "年"):
            yield "".join(str(DIGITS.index(char)) for char in han)
        return
    part = "." + "".join(str(DIGITS.index(char)) for char in digits) if digits else ""
    if part or share:
        yield f"{value}{part}{'%' if share else ''}"
    else:
        yield from _of_value(value)


def _of_value(value: int) -> Iterator[str]:
    """Yield the forms of a whole number: in figures, with 万 or 亿, in Chinese."""
    yield str(value)
    for unit, size in _MYRIADS.items():
        if value >= size and value % (size // 10) == 0 and value // size < 10**4:
            yield f"{value / size:g}{unit}"
    yield from in_chinese(value)
    if value >= 1000:
        yield f"{value:,}"


def value_of(han: str) -> int | None:
    """Return the value of a number written with its tens, else None: 一百〇五, 三万, 廿五."""
    for short, long in _SCORES.items():
        han = han.replace(short, long)
    parts = _PARTS.fullmatch(han)
    written = len(han) == 1 or not set(DIGITS).issuperset(han)
    if not parts or not written:
        return None
    value = 0
    for section in parts.groups():
        found = _SECTION.fullmatch(section or "〇")
        if not found or section == "":
            return None
        value = value * 10**4 + _value_of_section(*found.groups())
    return value


def _value_of_section(thousands: str, hundreds: str, tens: str | None, ones: str) -> int:
    digits = (thousands, hundreds, "一" if tens == "" else tens, ones)
    value = 0
    for digit in digits:
        value = value * 10 + (_VALUES[digit] if digit else 0)
    return value


def in_chinese(value: int) -> Iterator[str]:
    """Yield a whole number below 10¹² in Chinese, with 二 and with 两 where both are said."""
    text, rest = "", value
    for unit, size in (("亿", 10**8), ("万", 10**4), ("", 1)):
        section, rest = divmod(rest, size)
        if section:
            gap = "〇" if text and section < 1000 else ""
            text += gap + _section(section) + unit
    text = text or "〇"
    text = text.removeprefix("一") if text.startswith("一十") else text
    yield text
    if re.match("二[百千万亿]", text):
        yield "两" + text[1:]


def _section(value: int) -> str:
    """Return a number below 10,000 in Chinese, tens with 一 before: 一百一十五."""
    text, gap = "", False
    for unit, size in (("千", 1000), ("百", 100), ("十", 10), ("", 1)):
        digit, value = divmod(value, size)
        if digit:
            text += ("〇" if gap and text else "") + DIGITS[digit] + unit
        gap = digit == 0
    return text
