"""The 导读 box: titles with the pages they stand on."""

import re
from collections.abc import Sequence

from store.models import IndexEntry
from store.press.dump.classify.cues import LINE_CUES
from store.press.dump.lines.lines import Line
from store.press.forms.patterns import PAGE, REFERENCE
from store.press.text.characters import folded
from store.press.text.numbers import page_number

_HEADER = next(cue.pattern for cue in LINE_CUES if cue.name == "导读")
_ALONE = re.compile(rf"{REFERENCE}", re.IGNORECASE)
_BEHIND = re.compile(
    r"(?P<title>.*?[^版\s.…·])(?:[»▶►→>…·. ])*\(?(?:详见|见|请看)?"
    rf" *第? *(?P<page>{PAGE}) *版\)?|(?P<title2>.*?) *[▶►→»] *(?P<page2>{PAGE})版?",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    rf"第? *(?P<page>{PAGE}) *版 *:? *(?P<title>.+)|(?P<page2>[A-Z]\d{{1,2}})[: ]+(?P<title2>.+)",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"^(?:[-*+•·●■▲]|\d{1,2}[.、．]|[（(]\d{1,2}[)）])\s*")


def is_header(line: Line) -> bool:
    """Return whether `line` is the heading of a 导读 box."""
    return bool(_HEADER.fullmatch(folded(line.text)))


def read_entries(lines: Sequence[Line]) -> tuple[IndexEntry, ...]:
    """Return the entries of a box without its heading.

    References on lines of their own close an entry, or open it when the box begins with one; what
    follows the last is an entry without a page.
    """
    texts = [line.text for line in lines]
    alone = [bool(_ALONE.fullmatch(folded(text))) for text in texts]
    if not any(alone):
        return tuple(_entry(text) for text in texts)
    entries: list[IndexEntry] = []
    titles: list[str] = []
    opening = alone[0]
    page = ""
    for text, reference in zip(texts, alone, strict=True):
        if not reference:
            titles.append(text)
            continue
        if titles:
            entries.append(_titled(titles, page if opening else _page_of(text)))
            titles = []
        page = _page_of(text)
    if titles:
        last = [titles] if opening else [[title] for title in titles]
        entries += (_titled(each, page if opening else "") for each in last)
    return tuple(entries)


def _page_of(text: str) -> str:
    found = re.findall(PAGE, folded(text), re.IGNORECASE)
    return page_number(found[-1]) if found else ""


def _titled(titles: Sequence[str], page: str) -> IndexEntry:
    first = _entry(titles[0])
    return IndexEntry(first.title, " ".join(titles[1:]), page or first.page)


def _entry(text: str) -> IndexEntry:
    """Return the entry of one line: 题目……第3版, 题目▶3版, 03版 题目, or a title alone."""
    text = _NUMBERED.sub("", text).rstrip("；;。")
    plain = folded(text)
    for form in (_BEFORE, _BEHIND):
        if match := form.fullmatch(plain):
            name = "title" if match["title"] else "title2"
            page = match["page"] or match["page2"]
            begin, end = match.span(name)
            return IndexEntry(text[begin:end].strip(), "", page_number(page))
    return IndexEntry(text)
