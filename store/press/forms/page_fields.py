"""Page lines made of fields: a page's number beside its section, the paper, the day, who edited it.

Fields come in any order, between any marks and ornaments. A number alone is a page's where a day
stands in the line too, or where it has two digits and a bar behind it.
"""

import re
from typing import NamedTuple

from store.press.forms.patterns import DATE, HAN, NAME, PAGE, PAGES_TOTAL

_POST = (
    "(?:责任编辑|本版编辑|编辑|[责美主]编|版式设计|版式|版面设计|美术|美术编辑|视觉|组版|校对|审读)"
)
_FIELD = re.compile(
    rf"(?P<day>{DATE})(?: *\(?(?:星期|周)[一二三四五六日天]\)?| *\([一二三四五六日]\))?"
    rf"|{PAGES_TOTAL}|总?第 *[0-9]+ *期|[上下]一[版期]|农历{HAN}{{2,12}}"
    rf"|(?:星期|周)[一二三四五六日天](?!{HAN})"
    rf"|{_POST}(?: *: *| +)?{NAME}(?:[ 、]{NAME})?"
    rf"|版次 *: *(?P<labelled>[0-9]{{1,3}})|版名 *: *"
    rf"|第? *(?P<number>{PAGE}) *版(?![{HAN[1:-1]}])"
    r"|(?P<letters>[A-HPT][0-9]{1,2})(?![0-9A-Za-z])(?: *版)?|(?P<bare>[0-9]{1,2})(?![0-9%℃度])"
    rf"|(?P<name>{HAN}{{2,10}}(?:[报刊]|电讯)|(?!维生素){HAN}{{2,6}}(?:·{HAN}{{2,6}})?)(?=[^{HAN[1:-1]}0-9A-Z]|$)"
)
_BETWEEN = re.compile(r"[ |丨/·•:()\[\]<>—━═=_*~#■□◆●▲★▌▐#-]*")
_PAPER = re.compile("(?:.报|..刊|电讯)$")
_BARRED = re.compile(r"[0-9]{2}[/|丨·]|\([0-9]{2}\)|[●▌] ?[0-9]{2}")
_MOST_NAMES = 2


class PageFields(NamedTuple):
    """What such a line prints: the number as printed, where the section's name is, if a day is."""

    number: str
    name: tuple[int, int]
    dated: bool


def read_page_fields(plain: str) -> PageFields | None:
    """Return what the folded line `plain` prints of a page; None where it is of anything else."""
    fields: list[re.Match[str]] = []
    at = 0
    while at < len(plain):
        marks = _BETWEEN.match(plain, at)
        at = marks.end() if marks else at
        if at == len(plain):
            break
        field = _FIELD.match(plain, at)
        if field is None:
            return None
        fields.append(field)
        at = field.end()
    return _page(fields, plain)


def _page(fields: list[re.Match[str]], plain: str) -> PageFields | None:
    days = [field for field in fields if field["day"]]
    names = [field.span("name") for field in fields if field["name"]]
    sure = [field for field in fields if field["number"] or field["letters"] or field["labelled"]]
    bare = [field for field in fields if field["bare"]]
    numbers = sure or (bare if days or _BARRED.match(plain) else [])
    if len(numbers) != 1 or (sure and bare) or len(names) > _MOST_NAMES:
        return None
    number = numbers[0]
    sections = [span for span in names if not _PAPER.search(plain[slice(*span)])]
    behind = [span for span in sections if span[0] >= number.end()]
    return PageFields(
        number["number"] or number["letters"] or number["labelled"] or number["bare"],
        (behind or sections or [(0, 0)])[0],
        bool(days),
    )
