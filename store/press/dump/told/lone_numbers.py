"""A page's number that stands alone in a masthead, told before pages are parted: 3, 要闻 04.

Nothing says that it is one but where it stands: at the top, among the paper's name and its day.
"""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from store.press.dump.lines.kinds import FURNITURE, PAGE_LINE
from store.press.dump.lines.lines import PAGE_BREAK, Line
from store.press.forms.page_lines import read_page_line
from store.press.forms.patterns import DATE, HAN
from store.press.text.characters import ends_sentence

_TALLEST, _LONGEST, _SHORTEST = 6, 40, 12
"""Lines of a masthead, and characters of each, at most; and of a section with its number."""
_DAY = re.compile(DATE)
_SECTION = rf"(?!.*[报刊]$){HAN}{{2,4}}"
_NAME = re.compile(_SECTION)
_NUMBER = re.compile(rf"[0-9]{{1,2}}(?: +{_SECTION})?|{_SECTION} +[0-9]{{1,2}}")
_SECTIONED = re.compile(rf"{_SECTION} +0[1-9]")
"""In the middle of a source, over the day of a running head."""
_ALONE = re.compile("0[1-9]")
"""Right over or under it."""
_OPEN_DAY = re.compile("[年月]$")
"""Above it stands the rest of a day that is set on several lines."""


def tell_page_numbers(lines: Sequence[Line]) -> list[Line]:
    """Return `lines` with the numbers told that stand alone in the mastheads of pages."""
    told = list(lines)
    tops = [0, *(at for at, line in enumerate(lines) if at and line.gap >= PAGE_BREAK)]
    for top in reversed(tops):
        masthead = _masthead(lines, top)
        numbers = [at for at in masthead if _is_number(lines, at)]
        if len(numbers) == 1 and any(_DAY.search(lines[at].folded) for at in masthead):
            told[top : masthead.stop] = _told(lines, masthead, numbers[0])
    for at in range(len(lines) - 1):
        if told[at].kind or len(lines[at].text) > _SHORTEST:
            continue
        alone = _ALONE.fullmatch(lines[at].folded)
        over = (alone or _SECTIONED.fullmatch(lines[at].folded)) and _is_dated(lines[at + 1])
        if over or (alone and at and _is_dated(lines[at - 1])):
            told[at] = replace(lines[at], kind=PAGE_LINE)
    return told


def _is_dated(line: Line) -> bool:
    return len(line.text) <= _LONGEST and _DAY.search(line.folded) is not None


def _masthead(lines: Sequence[Line], top: int) -> range:
    """Return the places of the short lines from `top` to a blank; none where a page line is."""
    end = top
    for line in lines[top : top + _TALLEST]:
        if len(line.text) > _LONGEST or ends_sentence(line.text) or (line.gap and end > top):
            break
        if read_page_line(line.text, line.folded):
            return range(top, top)
        end += 1
    return range(top, end)


def _is_number(lines: Sequence[Line], at: int) -> bool:
    if not _NUMBER.fullmatch(lines[at].folded):
        return False
    return not (at and _OPEN_DAY.search(lines[at - 1].folded))


def _told(lines: Sequence[Line], masthead: range, number: int) -> list[Line]:
    """Return a masthead's lines; a page's section on a line beside its number is furniture."""
    return [
        replace(lines[at], kind=PAGE_LINE)
        if at == number
        else replace(lines[at], kind=FURNITURE)
        if abs(at - number) == 1 and _NAME.fullmatch(lines[at].folded)
        else lines[at]
        for at in masthead
    ]
