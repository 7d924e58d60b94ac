"""The 导读 box: titles with the pages they stand on."""

import re
from collections.abc import Sequence

from store.models import IndexEntry
from store.press.dump.classify.cues import LINE_CUES
from store.press.dump.lines.lines import Line
from store.press.forms.patterns import HAN, PAGE, REFERENCE
from store.press.text.numbers import page_number

_HEADER = next(cue.pattern for cue in LINE_CUES if cue.name == "导读")
_ALONE = re.compile(
    rf"{REFERENCE}|[(\[](?:详见|见)? *第? *{PAGE} *版?[)\]]"
    rf"|{HAN}{{2,4}} *P\. ?[0-9]{{1,3}}(?:-[0-9]{{1,3}})?",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"(?P<title>.*?[^版\s.…·》]|《[^《》]+》)(?:[»▶►→>》…·. ])*\(?(?:详见|见|请看)?"
    rf" *第? *(?P<page>{PAGE}) *版\)?|(?P<title2>.*?) *[▶►→»] *(?P<page2>{PAGE})版?",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    rf"第? *(?P<page>{PAGE}) *版 *:? *(?P<title>.+)|(?P<page2>[A-Z]\d{{1,2}})[: ]+(?P<title2>.+)",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"^(?:[-*+•·●■▲]|\d{1,3}[.、．]|[①-⑳]|[（(]\d{1,3}[)）]|\d{1,3} +(?=\D))\s*")


def is_header(line: Line) -> bool:
    """Return whether `line` is the heading of a 导读 box."""
    return bool(_HEADER.fullmatch(line.folded))


def read_entries(lines: Sequence[Line]) -> tuple[IndexEntry, ...]:
    """Return the entries of a box without its heading.

    A reference on a line of its own closes an entry, or opens one if the box begins with it. What
    follows the last reference is an entry without a page.
    """
    alone = [bool(_ALONE.fullmatch(line.folded)) for line in lines]
    if not any(alone):
        return tuple(_entry(line) for line in lines)
    entries: list[IndexEntry] = []
    titles: list[Line] = []
    opening = alone[0]
    page = ""
    for line, reference in zip(lines, alone, strict=True):
        if not reference:
            titles.append(line)
            continue
        if titles:
            entries.append(_titled(titles, page if opening else _page_of(line)))
            titles = []
        page = _page_of(line)
    if titles:
        last = [titles] if opening else [[title] for title in titles]
        entries += (_titled(each, page if opening else "") for each in last)
    return tuple(entries)


def _page_of(line: Line) -> str:
    found = re.findall(PAGE, re.sub(r"P\.|-[0-9]+$", "", line.folded), re.IGNORECASE)
    return page_number(found[-1]) if found else ""


def _titled(titles: Sequence[Line], page: str) -> IndexEntry:
    first = _entry(titles[0])
    return IndexEntry(first.title, " ".join(line.text for line in titles[1:]), page or first.page)


def _entry(line: Line) -> IndexEntry:
    """Return the entry of one line: 题目……第3版, 题目▶3版, 03版 题目, or a title alone."""
    number = _NUMBERED.match(line.text)
    start = number.end() if number else 0
    text = line.text[start:].rstrip("；;。")
    plain = line.folded[start : start + len(text)]
    for form in (_BEFORE, _BEHIND):
        if match := form.fullmatch(plain):
            name = "title" if match["title"] else "title2"
            page = match["page"] or match["page2"]
            begin, end = match.span(name)
            return IndexEntry(text[begin:end].strip(), "", page_number(page))
    return IndexEntry(text)
