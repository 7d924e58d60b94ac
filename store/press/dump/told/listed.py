"""Lists of titles that no 导读 heads, told before lines are weighed.

A title with nothing but a page under it leads to that page; a numbered list that begins with 1, or
one with bullets, is the issue's contents where its titles return below, or where it says so.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec.structs import replace

from store.press.dump.lines.kinds import FURNITURE, INDEX
from store.press.dump.lines.lines import Line
from store.press.forms.patterns import DATE, PAGE
from store.press.text.characters import ends_sentence

_REFERENCE = re.compile(
    rf"[(\[](?:报道|全文)?(?:详见|见|请看|转)? *第?"
    rf" *(?:[A-Z]{{1,2}}[0-9]{{1,2}} *版?|{PAGE} *版)[)\]]",
    re.IGNORECASE,
)
_REFERRED = re.compile(rf"[^()]{{4,}}\((?:详见|见|请看) *第? *{PAGE} *版\)", re.IGNORECASE)
"""A title that says where its story stands: 泷江大桥合龙（见5版）."""
_SECTION = re.compile(r"[\u4e00-\u9fff]{2,4} *[Pp]\. ?[0-9]{1,3}(?:-[0-9]{1,3})?")
_HEADER = re.compile(
    r"[(—■◆=# ]*(?:.{0,16}(?:目 *录|目 *次|要 *目)|(?:本[版期]|今日)导 *读|内容提要|contents)"
    r"[)—= ]*:?",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"(?:[(（\[第]?(?P<number>[0-9０-９]{1,3})(?:[.、．)）\]条] *| +)|(?P<ring>[①-⑳]) *)"
    r"(?P<title>\S.*)"
)
_PAGED = re.compile(
    rf"(?!.*{DATE})(?:(?:第? *{PAGE} *版|[A-Z][0-9]{{1,2}})[: ]+\S.{{3,}}"
    rf"|\S.{{3,}}?(?:(?:[ .…·—/]{{2,}}|[ (/]+)第? *{PAGE} *版\)?|…+[0-9]{{1,2}}))"
)
"""A title beside its page."""
_BULLET = re.compile(r"[•·●■▪◆▶>-] *(?=\S)")
_FEWEST = 3
_LONGEST_TITLE = 60
_SHORT = 24
"""Characters of a header, at most."""
_BETWEEN, _SKIPPED = 12, 3
"""So many lines may stand between two entries, whose numbers may differ by so much."""


def tell_lists(lines: Sequence[Line]) -> list[Line]:
    """Return `lines` with those told that are entries of a list of titles, or its header."""
    told = list(lines)
    for start, end in (*_numbered(lines), *_bulleted(lines)):
        if _returns(lines, start, end):
            told[start:end] = [replace(line, kind=INDEX) for line in lines[start:end]]
    for start, end in _headed(lines):
        told[start - 1] = replace(lines[start - 1], kind=FURNITURE)
        for at in range(start, end):
            kind = INDEX if _number(lines[at]) or _is_paged(lines[at]) else FURNITURE
            told[at] = replace(lines[at], kind=lines[at].kind or kind)
    for at, line in enumerate(lines):
        entry = _entry(lines, at) if not line.kind else None
        for place in entry or ():
            told[place] = replace(lines[place], kind=INDEX)
    return told


def _headed(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Yield the numbered lists under a header, from which other short lines part some entries."""
    for at, line in enumerate(lines):
        if len(line.text) > _SHORT or not _HEADER.fullmatch(line.folded):
            continue
        end, number = at + 1, 0
        for place in range(at + 1, len(lines)):
            found = _number(lines[place])
            if number < found <= number + _SKIPPED:
                end, number = place + 1, found
            elif _is_paged(lines[place]):
                end, number = place + 1, number + 1
            elif len(lines[place].text) > _LONGEST_TITLE or place - end > _BETWEEN:
                break
        if number >= _FEWEST:
            yield at + 1, end


def _number(line: Line) -> int:
    found = _NUMBERED.fullmatch(line.folded) if _is_title(line) else None
    if not found:
        return 0
    return int(found["number"]) if found["number"] else ord(found["ring"]) - ord("①") + 1


def _is_paged(line: Line) -> bool:
    return _is_title(line) and bool(_PAGED.fullmatch(line.folded))


def _numbered(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Yield the runs of titles that are numbered from 1 on."""
    start = expected = 0
    for at in range(len(lines) + 1):
        number = _number(lines[at]) if at < len(lines) else 0
        if number and number == expected:
            expected += 1
            continue
        if expected > _FEWEST:
            yield start, at
        start, expected = at, 2 if number == 1 else 0


def _bulleted(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Yield the runs of titles that have a bullet."""
    start = 0
    for bullet, run in groupby(lines, key=_bullet):
        end = start + len(list(run))
        if bullet and end - start >= _FEWEST:
            yield start, end
        start = end


def _bullet(line: Line) -> str:
    found = _BULLET.match(line.text) if _is_title(line) else None
    return found.group() if found else ""


def _returns(lines: Sequence[Line], start: int, end: int) -> bool:
    """Return whether a title of this run stands below as a line of its own."""
    titles = {_NUMBERED.sub(r"\g<title>", _BULLET.sub("", line.text)) for line in lines[start:end]}
    return any(line.text in titles for line in lines[end:])


def _entry(lines: Sequence[Line], at: int) -> tuple[int, int] | None:
    """Return the places of a title and of the page that stands alone under or over it."""
    if len(lines[at].text) > _LONGEST_TITLE:
        return None
    plain = lines[at].folded
    if plain[-1] == ")" and _REFERRED.fullmatch(plain):
        return (at, at) if at + 1 == len(lines) or _is_title(lines[at + 1]) else None
    if _REFERENCE.fullmatch(plain):
        behind = at + 1 == len(lines) or _is_title(lines[at + 1])
        return (at - 1, at) if at and behind and _is_title(lines[at - 1]) else None
    if _SECTION.fullmatch(plain):
        return (at, at + 1) if at + 1 < len(lines) and _is_title(lines[at + 1]) else None
    return None


def _is_title(line: Line) -> bool:
    if line.kind or not 1 < len(line.text) <= _LONGEST_TITLE:
        return False
    return not ends_sentence(line.text.rstrip("！？!?…”’」』"))
