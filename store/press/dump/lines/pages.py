"""Pages: where each begins, by the page lines that dumps print anywhere, and by form feeds."""

import re
from collections.abc import Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from msgspec.structs import replace

from store.press.dump.lines.kinds import FURNITURE, INDEX, PAGE_LINE
from store.press.dump.lines.lines import PAGE_BREAK, Line
from store.press.dump.told.story_marks import heads_over, stand_behind, with_heads
from store.press.forms.page_lines import PageLine, read_page_line, read_story_page
from store.press.forms.patterns import DATE, PAGE
from store.press.text.characters import STOPS, cells

_CONTENTS = re.compile(r".{0,4}(?:导 *读|要目|目录)")
_ENTRY = re.compile(rf"(?!{DATE})第? *{PAGE} *版? *[: ] *[^ ].{{9,34}}", re.IGNORECASE)
_REFERENCE = re.compile(rf"[^()0-9]{{4,40}}\((?:见|详见)? *第? *{PAGE} *版\)", re.IGNORECASE)
"""A title, and the page that it stands on."""
_APART = (FURNITURE, PAGE_LINE)
"""The kinds that are told of lines which are not weighed."""
_WIDE = re.compile("[ \u3000]{3,}")
_NAVIGATION = 3
"""This many markers in a row are a list of links, not pages."""
_FURNITURE_LINES = 12
_SHORT = 70


class PageText(NamedTuple):
    """A page as it stands in the source; ``aside`` are its page lines and sure furniture."""

    number: str
    name: str
    aside: tuple[Line, ...]
    lines: tuple[Line, ...]
    printed: bool = True
    """Its number is, and was not guessed."""


class _Marker(NamedTuple):
    number: str
    name: str


def split_pages(lines: Sequence[Line]) -> list[PageText]:
    """Return the pages of `lines`, every line on one of them, in the order of the source.

    What stands before the first marker is the page before it, unless that can only be a masthead.
    A form feed begins a page, whose number is that of a marker among its first lines or the next.
    A page line that stands under headlines or behind stories begins its page above them.
    """
    lines = [_narrowed(line) for line in lines]
    read, links = _starts(lines, [_page_line(line) for line in lines])
    aside = [
        bool(page) or line.kind in _APART or at in links
        for at, (page, line) in enumerate(zip(read, lines, strict=True))
    ]
    lines, places = _placed(lines, read, aside)
    markers = {
        places[at]: _Marker(page.number, _name(page, lines[at]))
        for at, page in enumerate(read)
        if page
    }
    pages: list[PageText] = []
    start, marker, shown = 0, _Marker("", ""), False
    for at, line in enumerate(lines):
        here = markers.get(at)
        if here is None:
            if line.gap < PAGE_BREAK or at == 0:
                continue
        elif not shown and _only_furniture(lines[start:at]):
            marker, shown = here, True
            continue
        elif shown and here.number == marker.number:
            continue
        if at > start:
            pages.append(_page(lines[start:at], aside[start:at], marker))
        start, marker, shown = at, here or _Marker("", ""), here is not None
    pages.append(_page(lines[start:], aside[start:], marker))
    return _numbered(pages)


def _narrowed(line: Line) -> Line:
    """Return `line`; wide blanks between the parts of a page line are narrowed."""
    if not _WIDE.search(line.text):
        return line
    narrow = replace(line, text=_WIDE.sub("  ", line.text))
    return narrow if _page_line(narrow) else line


def _page_line(line: Line) -> PageLine | None:
    if line.kind == PAGE_LINE:
        return read_story_page(line.folded)
    if line.text[-1] in ")）" and _REFERENCE.fullmatch(line.folded):
        return None
    if line.kind == INDEX or (len(line.text) > _SHORT and line.text[-1] in STOPS):
        return None  # folding each paragraph would cost more than this look
    return read_page_line(line.text, line.folded)


def _placed(
    lines: Sequence[Line], read: Sequence[PageLine | None], aside: Sequence[bool]
) -> tuple[Sequence[Line], list[int]]:
    """Return `lines`, the heads over page lines told, and where the page of each line begins."""
    places = list(range(len(lines)))
    dated = [at for at, page in enumerate(read) if page and page.dated]
    named = [at for at in dated if (page := read[at]) and page.names_paper]
    marks = named or dated
    if not marks or len(dated) != sum(page is not None for page in read):
        return lines, places
    if stand_behind(lines, marks):
        for before, mark in pairwise((-1, *marks)):
            places[mark] = before + 1
        return lines, places
    heads = heads_over(lines, named, aside)
    for mark, over in heads.items():
        places[mark] = over[0]
    return with_heads(lines, heads), places


def _page(lines: Sequence[Line], aside: Sequence[bool], marker: _Marker) -> PageText:
    """Return a page of `lines`, those of them apart that `aside` tells."""
    rest: list[Line] = []
    gap = 0
    for line, apart in zip(lines, aside, strict=True):
        if apart:
            gap = max(gap, line.gap)
        else:
            # A story's page line that begins no page is furniture: only here are pages known.
            kind = FURNITURE if line.kind == PAGE_LINE else line.kind
            rest.append(replace(line, kind=kind, gap=max(gap, line.gap)))
            gap = 0
    apart_from = tuple(line for line, apart in zip(lines, aside, strict=True) if apart)
    return PageText(marker.number, marker.name, apart_from, tuple(rest))


def _name(page: PageLine, line: Line) -> str:
    begin, end = page.name
    return "".join(line.text[begin:end].strip("()（）").split()) if begin >= 0 else ""


def _starts(
    lines: Sequence[Line], found: Sequence[PageLine | None]
) -> tuple[list[PageLine | None], set[int]]:
    """Return the markers that do not belong to a list: navigation, or entries of a 导读.

    A page that stands below the links to it is marked; the places of such links are returned too.
    """
    starts: list[PageLine | None] = list(found)
    links: set[int] = set()
    for is_run, run in groupby(range(len(lines)), key=lambda at: found[at] is not None):
        if is_run:
            at = list(run)
            if len(at) >= _NAVIGATION or _listed(lines, at[0], at[-1]):
                last = starts[at[-1]]
                starts[at[0] : at[-1] + 1] = [None] * len(at)
                if last and last.number in {
                    page.number for each in at[:-1] if (page := found[each])
                }:
                    starts[at[-1]] = last
                    links.update(at[:-1])
    return starts, links


def _listed(lines: Sequence[Line], start: int, end: int) -> bool:
    """Return whether the markers from `start` to `end` stand among entries of a 导读."""
    before = lines[start - 1].folded[:_SHORT] if start > 0 else ""
    after = lines[end + 1].folded[:_SHORT] if end + 1 < len(lines) else ""
    return bool(_CONTENTS.fullmatch(before) or _ENTRY.fullmatch(before) or _ENTRY.fullmatch(after))


def _only_furniture(lines: Sequence[Line]) -> bool:
    return len(lines) <= _FURNITURE_LINES and all(
        line.kind == FURNITURE or cells(line.text) <= _SHORT for line in lines
    )


def _numbered(pages: Sequence[PageText]) -> list[PageText]:
    """Give each page without a marker the number next to its neighbour's; one alone has none."""
    if len(pages) == 1:
        return list(pages)
    numbers = [page.number for page in pages]
    printed = [bool(number) for number in numbers]
    if not numbers[0]:
        numbers[0] = next((_step(number, -at) for at, number in enumerate(numbers) if number), "1")
    for at in range(1, len(numbers)):
        numbers[at] = numbers[at] or _step(numbers[at - 1], 1)
    told = zip(pages, numbers, printed, strict=True)
    return [page._replace(number=number, printed=known) for page, number, known in told]


def _step(number: str, by: int) -> str:
    match = re.fullmatch(r"(\D*)(\d+)", number)
    return f"{match[1]}{max(int(match[2]) + by, 1)}" if match else "1"
