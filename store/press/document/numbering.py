"""Numbers that a document sets before its paragraphs by itself: 一、, （二）, 3., ④.

See ECMA-376, part 1, 17.9. Offices' programs make such lists of what one has typed as 一、.
"""

import re

from msgspec import Struct, field

from store.press.document.paragraph import Setting
from store.press.markup.parse import Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DIGITS = "零一二三四五六七八九"
_PLACE = re.compile(r"%([1-9])")
_LEVELS = 9
_MOST = 9_999


class Level(Struct, frozen=True):
    """How one level of a list is numbered."""

    form: str = "decimal"
    text: str = "%1."
    start: int = 1


class Numbering(Struct):
    """The lists of a document by their ids, and how far each has been counted."""

    levels: dict[str, dict[int, Level]] = field(default_factory=dict)
    _counts: dict[str, list[int]] = field(default_factory=dict)

    def label(self, setting: Setting) -> str:
        """Return what stands before the next paragraph that is set so; ``""`` for nothing."""
        name, at = setting.number or ("", 0)
        levels = self.levels.get(name)
        if not levels or at not in levels or at >= _LEVELS:
            return ""
        counts = self._counts.setdefault(name, [0] * _LEVELS)
        counts[at] = counts[at] + 1 if counts[at] else levels[at].start
        counts[at + 1 :] = [0] * (_LEVELS - at - 1)
        if levels[at].form in ("bullet", "none"):
            return ""

        def number(place: re.Match[str]) -> str:
            level = int(place[1]) - 1
            said = levels.get(level, Level())
            return numeral(counts[level] or said.start, said.form)

        return _PLACE.sub(number, levels[at].text)


def read_numbering(root: Element | None) -> Numbering:
    """Return the lists that the numbering part of a .docx defines."""
    numbering = Numbering()
    if root is None:
        return numbering
    abstract = {each.get(f"{_W}abstractNumId"): each for each in root.iter(f"{_W}abstractNum")}
    for each in root.iter(f"{_W}num"):
        node = abstract.get(_value(each.find(f"{_W}abstractNumId")))
        if node is not None:
            numbering.levels[each.get(f"{_W}numId") or ""] = {
                _whole(level.get(f"{_W}ilvl")): Level(
                    _value(level.find(f"{_W}numFmt")),
                    _value(level.find(f"{_W}lvlText"))[:20],
                    _whole(_value(level.find(f"{_W}start")) or "1"),
                )
                for level in node.iter(f"{_W}lvl")
            }
    return numbering


def numeral(number: int, form: str) -> str:
    """Return a `number` in one of the forms of lists; in digits where it is none of these."""
    number = min(number, _MOST)
    form = form.lower()
    if "circle" in form and number <= 20:
        return chr(ord("①") + number - 1)
    if "letter" in form and number <= 26:
        return chr(ord("A" if form.startswith("upper") else "a") + number - 1)
    if ("counting" in form or "ideograph" in form) and number < 100:
        return _chinese(number)
    return str(number)


def _chinese(number: int) -> str:
    tens, ones = divmod(number, 10)
    if not tens:
        return _DIGITS[ones]
    return f"{_DIGITS[tens] if tens > 1 else ''}十{_DIGITS[ones] if ones else ''}"


def _value(node: Element | None) -> str:
    return "" if node is None else node.get(f"{_W}val") or ""


def _whole(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 5 else 0
