"""Sheets of a PDF, which are no pages of the paper: their numbers, running heads and form feeds.

A sheet's number says what it is (第 41 页, 3/12), or stands bare at the edge of each sheet, higher
than a page's. Text that breaks off in mid-sentence before a third of them tells sheets too.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from store.press.dump.lines.kinds import FURNITURE, PAGE_LINE
from store.press.dump.lines.lines import PAGE_BREAK, Line
from store.press.forms.page_lines import read_page_line
from store.press.text.characters import cells, ends_sentence

_NUMBER = "[0-9]{1,4}"
_COUNTED = re.compile(
    rf"[-—–· ]*(?:第 *{_NUMBER} *[页頁张張](?: *[,/|]? *共 *{_NUMBER} *[页頁张張])?"
    rf"|共 *{_NUMBER} *[页頁张張] *[,/|]? *第 *{_NUMBER} *[页頁张張]"
    rf"|{_NUMBER} */ *{_NUMBER}|(?:page|p\.) *{_NUMBER} *(?:of|/) *{_NUMBER})[-—–· ]*",
    re.IGNORECASE,
)
_OF_PAPER = re.compile("第 *[0-9]{1,2} *[页頁]")
_MAY_COUNT = frozenset("第共pPｐＰ0123456789０１２３４５６７８９-－—–─―·")
"""What such a line begins with."""
_BARE = re.compile(rf"[-—–·~. ]*(?:page|p\.)? *(?P<a>{_NUMBER})[-—–·~. ]*", re.IGNORECASE)
_DASHED = re.compile(rf"[-—–─]+ *(?P<a>{_NUMBER}) *[-—–─]+")
_DASHES = frozenset("-－—–─―")
_LONGEST = 30
_TOP = 6
_EDGE = 2
"""How many lines at the top and at the foot of a sheet may run on every sheet."""
_DIGITS = re.compile("[0-9]+")
_BLANKS = re.compile(r"\s{2,}")
"""Between the left and the right of a running head."""


def tell_sheets(lines: Sequence[Line]) -> list[Line]:
    """Return `lines`; where they are of sheets, what stands on every sheet is told as furniture.

    A form feed that begins a sheet is one no more, and what runs on across it has no blank between.
    """
    sheets = _sheets(lines)
    in_order, first = _in_order(lines, sheets)
    # Numbers that begin with 1 are those of the paper's pages, if no text runs on across them.
    pages = in_order if first == 1 and not _run_on(lines, sheets, in_order) else set()
    counted = _counted(lines)
    if _is_papers(lines, counted):
        pages, counted = pages | counted, set()
    numbers = counted or in_order - pages or _between_dashes(lines)
    if not numbers and not _run_on(lines, sheets, pages):
        return [
            replace(line, kind=PAGE_LINE) if at in pages else line for at, line in enumerate(lines)
        ]
    aside = numbers | _running(lines, sheets, numbers)
    return [
        replace(line, kind=FURNITURE, gap=0) if at in aside else line
        for at, line in enumerate(_closed_up(lines, sheets, aside))
    ]


def _sheets(lines: Sequence[Line]) -> list[range]:
    """Return the places of the lines between form feeds."""
    starts = [at for at, line in enumerate(lines) if at and line.gap >= PAGE_BREAK]
    return [range(a, b) for a, b in zip([0, *starts], [*starts, len(lines)], strict=True)]


def _counted(lines: Sequence[Line]) -> set[int]:
    """Return the places of lines that say which sheet this is, and no less."""
    return {
        at
        for at, line in enumerate(lines)
        if line.text[0] in _MAY_COUNT
        and len(line.text) <= _LONGEST
        and _COUNTED.fullmatch(line.folded)
    }


def _is_papers(lines: Sequence[Line], counted: set[int]) -> bool:
    """Return whether the one line that counts stands in the masthead: it is the paper's page."""
    at = min(counted, default=_TOP)
    if len(counted) != 1 or at >= _TOP or not _OF_PAPER.fullmatch(lines[at].folded):
        return False
    return not any(read_page_line(line.text, line.folded) for line in lines)


def _in_order(lines: Sequence[Line], sheets: Sequence[range]) -> tuple[set[int], int]:
    """Return the places of bare numbers that count up at the edges of sheets, and the first."""
    found: dict[int, int] = {}
    for count, sheet in enumerate(sheets):
        for at in {*sheet[:1], *sheet[-1:]}:
            number = _BARE.fullmatch(lines[at].folded[:_LONGEST])
            if number and len(lines[at].text) < _LONGEST:
                found[at] = int(number["a"]) - count
    (first, _), *_ = Counter(found.values()).most_common(1) or [(0, 0)]
    in_order = {at for at, step in found.items() if step == first}
    if len(in_order) < 2 or len(in_order) * 2 < len(sheets):
        return set(), 0
    return in_order, first


def _between_dashes(lines: Sequence[Line]) -> set[int]:
    """Return the places of numbers between dashes that count up one by one through the source."""
    found: list[tuple[int, int]] = []
    for at, line in enumerate(lines):
        if line.text[0] not in _DASHES or len(line.text) > _LONGEST:
            continue
        if number := _DASHED.fullmatch(line.folded):
            found.append((at, int(number["a"])))
    counts_up = all(there[1] == here[1] + 1 for here, there in pairwise(found))
    return {at for at, _ in found} if len(found) > 1 and counts_up else set()


def _run_on(lines: Sequence[Line], sheets: Sequence[range], aside: set[int] | None = None) -> bool:
    """Return whether text breaks off before form feeds; ``aside`` are the sheets' numbers."""
    before = [_last(sheet, aside or set()) for sheet in sheets[:-1]]
    cut = sum(last is not None and _is_cut(lines, last) for last in before)
    return cut * 3 >= len(before) > 0


def _last(sheet: range, aside: set[int]) -> int | None:
    return next((at for at in reversed(sheet) if at not in aside), None)


def _is_cut(lines: Sequence[Line], at: int) -> bool:
    """Return whether line `at`, as long as those before it, ends in the middle of a sentence."""
    usual = max(cells(line.text) for line in lines[max(0, at - 4) : at + 1])
    line = lines[at]
    return not ends_sentence(line.text) and cells(line.text) * 5 >= usual * 4 and at > 0


def _running(lines: Sequence[Line], sheets: Sequence[range], numbers: set[int]) -> set[int]:
    """Return the places of lines that return, but for their numbers, at the edges of sheets."""
    edges = []
    for sheet in sheets:
        inner = [at for at in sheet if at not in numbers]
        edges += list(dict.fromkeys([*inner[:_EDGE], *inner[-_EDGE:]]))
    at_edges = Counter(_bare(lines[at]) for at in edges if _may_run(lines[at]))
    again = {text for text, count in at_edges.items() if count > 1}
    if not again:
        return set()
    found = [_bare(line) for line in lines]
    seen = Counter(found)
    least = max(3, len(sheets) // 2)
    return {at for at, text in enumerate(found) if text in again and seen[text] >= least}


def _bare(line: Line) -> str:
    return _DIGITS.sub("#", line.text)


def _may_run(line: Line) -> bool:
    if len(_BLANKS.sub(" ", line.text)) > _LONGEST or ends_sentence(line.text):
        return False
    return not read_page_line(line.text, line.folded)


def _closed_up(lines: Sequence[Line], sheets: Sequence[range], aside: set[int]) -> list[Line]:
    """Return `lines` without form feeds where sheets begin, and what runs on set close."""
    feeds = {sheet[0] for sheet in sheets[1:] if not _begins_page(lines, sheet)}
    closed = list(lines)
    before: int | None = None
    crossed = False
    for at, line in enumerate(lines):
        crossed = crossed or at in feeds or at in aside
        if at in aside:
            continue
        if crossed and before is not None and (at in feeds or line.gap < PAGE_BREAK):
            closed[at] = replace(line, gap=0 if _is_cut(lines, before) else 1)
        before, crossed = at, False
    return closed


def _begins_page(lines: Sequence[Line], sheet: range) -> bool:
    """Return whether a page line stands at the top of `sheet`: there a page of the paper begins."""
    tops = (read_page_line(lines[at].text, lines[at].folded) for at in sheet[:_EDGE])
    return any(page and not page.names_paper for page in tops)
