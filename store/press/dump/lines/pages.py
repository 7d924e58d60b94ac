"""Pages: where each begins, by the markers that dumps print in many forms, and by form feeds."""

import re
from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from store.press.dump.lines.lines import PAGE_BREAK, Line
from store.press.forms.patterns import DATE, LONG_PAGE, PAGE, PAGES_TOTAL
from store.press.text.characters import cells
from store.press.text.numbers import page_number

_NAME = r"[^\s。，,！？!?:：；;（）()\d][^。，,！？!?:：；;（）()]{0,13}"
_NO_TOTAL = rf"(?!.*{PAGES_TOTAL})"
_FORMS = [
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"第? *(?P<number>{LONG_PAGE}) *版 *(?:[:·] *)?(?P<name>{_NAME}|\(\))?(?: *[0-9]*版)?",
        rf"(?P<number>[A-Z]{{1,2}}[0-9]{{1,2}}) +(?P<name>{_NAME})",
        rf"(?P<number>[A-Z]?[0-9]{{1,2}}) +(?P<name>{_NAME}?) *{DATE}.{{0,12}}",
        rf"{_NO_TOTAL}(?P<name>{_NAME}?) *{DATE}.{{0,12}} (?P<number>[A-Z]?[0-9]{{1,2}})",
        rf"{_NO_TOTAL}\(?[^。，,]{{0,14}}{DATE}[^。，,]{{0,14}}第? *"
        rf"(?P<number>{LONG_PAGE}) *版[ :]*(?P<name>{_NAME})?\)?",
        r"page *(?P<number>[A-Z]?[0-9]{1,3})(?: *[:|·-]? *(?P<name>[A-Z][A-Z &]{2,20}))?",
    )
]
_CONTENTS = re.compile(r".{0,4}(?:导 *读|要目|目录)")
_ENTRY = re.compile(rf"第? *{PAGE} *版? *[: ] *[^ ].{{9,34}}", re.IGNORECASE)
_NAVIGATION = 3
"""This many markers in a row are a list of links, not pages."""
_FURNITURE_LINES = 12
_SHORT = 70


class PageText(NamedTuple):
    """A page as it stands in the source; ``markers`` are the lines that say its number."""

    number: str
    name: str
    markers: tuple[Line, ...]
    lines: tuple[Line, ...]


class _Marker(NamedTuple):
    number: str
    name: str


def split_pages(lines: Sequence[Line]) -> list[PageText]:
    """Return the pages of `lines`, every line on one of them, in the order of the source.

    What stands before the first marker is the page before it, unless that can only be a masthead.
    A form feed begins a page, whose number is that of a marker among its first lines or the next.
    """
    found = [_marker(line) for line in lines]
    markers = _starts(lines, found)
    pages: list[PageText] = []
    start, marker, shown = 0, _Marker("", ""), False
    for at, line in enumerate(lines):
        here = markers[at]
        if here is None:
            if line.gap < PAGE_BREAK or at == 0:
                continue
        elif not shown and _only_furniture(lines[start:at]):
            marker, shown = here, True
            continue
        elif shown and here.number == marker.number:
            continue
        if at > start:
            pages.append(_page(lines, markers, start, at, marker))
        start, marker, shown = at, here or _Marker("", ""), here is not None
    pages.append(_page(lines, markers, start, len(lines), marker))
    return _numbered(pages)


def _page(
    lines: Sequence[Line],
    markers: Sequence[_Marker | None],
    start: int,
    end: int,
    marker: _Marker,
) -> PageText:
    marked = tuple(line for at, line in enumerate(lines[start:end], start) if markers[at])
    rest = tuple(line for at, line in enumerate(lines[start:end], start) if not markers[at])
    return PageText(marker.number, marker.name, marked, rest)


def _marker(line: Line) -> _Marker | None:
    if len(line.text) > _SHORT or cells(line.text) > _SHORT:
        return None
    for form in _FORMS:
        if match := form.fullmatch(line.folded):
            number = page_number(match["number"])
            begin, end = match.span("name")
            name = "".join(line.text[begin:end].strip("()（）").split()) if begin >= 0 else ""
            return _Marker(number, name) if number.strip("0") else None
    return None


def _starts(lines: Sequence[Line], found: Sequence[_Marker | None]) -> list[_Marker | None]:
    """Return the markers that do not belong to a list: navigation, or entries of a 导读."""
    starts: list[_Marker | None] = list(found)
    for is_run, run in groupby(range(len(lines)), key=lambda at: found[at] is not None):
        if is_run:
            at = list(run)
            if len(at) >= _NAVIGATION or _listed(lines, at[0], at[-1]):
                starts[at[0] : at[-1] + 1] = [None] * len(at)
    return starts


def _listed(lines: Sequence[Line], start: int, end: int) -> bool:
    """Return whether the markers from `start` to `end` stand among entries of a 导读."""
    before = lines[start - 1].folded[:_SHORT] if start > 0 else ""
    after = lines[end + 1].folded[:_SHORT] if end + 1 < len(lines) else ""
    return bool(_CONTENTS.fullmatch(before) or _ENTRY.fullmatch(before) or _ENTRY.fullmatch(after))


def _only_furniture(lines: Sequence[Line]) -> bool:
    return len(lines) <= _FURNITURE_LINES and all(cells(line.text) <= _SHORT for line in lines)


def _numbered(pages: Sequence[PageText]) -> list[PageText]:
    """Give each page without a marker the number next to its neighbour's."""
    numbers = [page.number for page in pages]
    if not numbers[0]:
        numbers[0] = next((_step(number, -at) for at, number in enumerate(numbers) if number), "1")
    for at in range(1, len(numbers)):
        numbers[at] = numbers[at] or _step(numbers[at - 1], 1)
    return [page._replace(number=number) for page, number in zip(pages, numbers, strict=True)]


def _step(number: str, by: int) -> str:
    match = re.fullmatch(r"(\D*)(\d+)", number)
    return f"{match[1]}{max(int(match[2]) + by, 1)}" if match else "1"
