"""Numbers as newspapers print them: Chinese numerals, full width, leading zeros."""

import re
import unicodedata

_DIGITS = {
    char: value
    for value, chars in enumerate(
        ("〇零○◯O", "一元", "二两兩", "三", "四", "五", "六", "七", "八", "九")
    )
    for char in chars
}
ZERO = "〇零○◯Oo0"
"""The zeros that stand among Chinese numerals, once folded: papers set whichever they have."""
NUMERAL = "〇零○一二两兩三四五六七八九十廿卅"


def parse_number(text: str) -> int | None:
    """Return the value of digits or numerals: ``１２``, 十二, 二〇一九, 一百二十; or None."""
    text = "".join(unicodedata.normalize("NFKC", text).upper().split())
    if re.fullmatch(r"[0-9]{1,9}", text):
        return int(text)
    if "百" in text:
        hundreds, _, rest = text.partition("百")
        above, below = parse_number(hundreds), parse_number(rest.lstrip("零〇") or "〇")
        return None if above is None or below is None else above * 100 + below
    text = text.replace("廿", "二十").replace("卅", "三十")
    if match := re.fullmatch(r"(\D?)十(\D?)", text):
        tens, ones = match.groups()
        if all(char in _DIGITS for char in tens + ones):
            return _DIGITS.get(tens, 1) * 10 + _DIGITS.get(ones, 0)
        return None
    text = text.replace("0", "〇")
    if text and len(text) <= 9 and all(char in _DIGITS for char in text):
        return int("".join(str(_DIGITS[char]) for char in text))
    return None


def page_number(text: str) -> str:
    """Return a page's number in one form: 02, 第二版 and ２ are ``"2"``, a05 is ``"A5"``."""
    text = "".join(unicodedata.normalize("NFKC", text).upper().split())
    text = text.removeprefix("第").removesuffix("版")
    letters = re.match(r"[A-Z]{0,2}", text)
    prefix = letters.group() if letters else ""
    value = parse_number(text[len(prefix) :])
    return f"{prefix}{value}" if value is not None else text


def is_page_number(number: str) -> bool:
    """Return whether a page can have this number, in the form that `page_number` gives it.

    Digits without zeros before them, as a reader of pages gives them, and at most three letters, or
    a character or two of Chinese (特1), before those.
    """
    return bool(re.fullmatch(r"(?:[A-Z]{1,3}|[一-鿿]{1,2})?[1-9][0-9]{0,4}", number))


def page_order(number: str) -> tuple[str, int, str]:
    """Return where the page of this number stands: 2 before 10, 16 before A1, A2 before B1.

    What has no number stands last.
    """
    if not number:
        return "\U0010ffff", 0, ""
    # Nine digits at most: Python refuses to read a number of thousands.
    letters, digits, rest = re.findall(r"\A(\D*)([0-9]{0,9})(.*)\Z", number, re.DOTALL)[0]
    return letters, int(digits or 0), rest
