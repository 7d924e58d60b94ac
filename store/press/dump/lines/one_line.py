"""Dumps that have each story on one line: page, column, headline and text, divided again.

What parts them is a label (标题：), a bar, a blank, the story's 电头, or a title that stands on a
line of its own before. Lines are divided only where most of the long ones are such stories.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from store.press.dump.lines.kinds import BYLINE, COLUMN, FURNITURE, HEAD, PAGE_LINE
from store.press.dump.lines.lines import Line
from store.press.forms.bylines import is_byline
from store.press.forms.page_lines import STORY_PAGE
from store.press.forms.patterns import DATE, HAN, LEAD_IN
from store.press.forms.surnames import are_people

_STORY, _SHORT_STORY = 60, 30
"""Characters that a story on one line has at least; fewer if a page stands before it."""
_HEAD = 90
"""Within so many characters its headline ends."""
_MOST = 0.6
_WITH_MASTHEAD = 3
"""Lines of a dump that may hold one story and what names the paper."""
_BETWEEN = r"[ |丨/,·:]*"
_MAY_BE = re.compile(
    r"[\[【(（]?(?:第|版|[0-9０-９A-ZＡ-Ｚ一二三四五六七八九十]{1,3}[ 版|丨])"
    r"|.{0,12}?[12][0-9]{3}[年./-]"
    r"|[^。！？]{3,80}?[ \u3000|丨][^。！？]{0,40}[讯訊电電]"
)
"""What a page or a 电头 within a line needs: folding each line would cost more than this look."""
_EVEN = re.compile(
    r"[^\s。！？!?，,；;、：:|丨（(【〔）)】]{4,30}[ \u3000|丨]+"
    r"(?:\S{2,4}[ \u3000|丨]+)?[^\s|丨]{6}"
)
"""A title, perhaps who wrote, and text, parted by blanks: a story on one line, if all are so."""
_PAGE = re.compile(STORY_PAGE)
_COLUMN = re.compile(
    rf"{_BETWEEN}(?:(?:栏目|专栏|版名) *:(?: *(?P<labelled>{HAN}{{2,12}})(?=[ |丨]))?"
    rf"|[\[(](?P<bracketed>{HAN}{{2,6}})[\])]"
    rf"|(?P<barred>{HAN}{{2,6}}) *(?=[|丨:])|(?P<spaced>{HAN}{{2,4}})(?= ))"
)
_TITLE = re.compile(rf"{_BETWEEN}(?:(?:标题|题目|题) *: *)?")
_TEXT = re.compile(rf"{_BETWEEN}(?:(?:——|--|—|-) +)?(?:(?:正文|内容|全文) *: *)?")
_AROUND = " |丨—-"
_LABEL = re.compile(" *(?:正文|内容|全文) *:")
_LEAD = re.compile(rf"[ |丨]+(?={LEAD_IN})| *(?=\((?:本报)?(?:[见实]习)?(?:记者|通讯员|报道员))")
_BAR = re.compile(r" *[|丨]| +(?:——|--|—|-) +")
_LEAD_IN = re.compile(LEAD_IN)
_FULL_STOP = re.compile("[。!?]")
_ENDED = re.compile("[。！？!?]")
_CHUNK = re.compile(r"[^ |丨]+")
_STOP = re.compile(r"[。!?;]|[,:](?=.{8})")
_DAY = re.compile(DATE)
_NUMBER = re.compile(r"[0-9]{1,3}[.、．] *")


class _Part(NamedTuple):
    begin: int
    kind: str


def split_one_lines(lines: Sequence[Line]) -> list[Line]:
    """Return `lines`; those that hold a whole story each are divided into its parts."""
    stories = [line for line in lines if _is_story(line)]
    even = _are_even(stories)
    likely = [at for at, line in enumerate(lines) if not line.kind and (even or _may_be(line))]
    fewest = _MOST * len(stories)
    if len(likely) < max(fewest, 1):
        return list(lines)
    titles = sorted({_title(line) for line in lines if len(line.text) <= _HEAD}, key=len)[::-1]
    found = {at: parts for at in likely if (parts := _parts(lines[at], titles, even=even))}
    paged = any(parts[0].kind == PAGE_LINE for parts in found.values())
    if len(found) < max(fewest, 1 if paged or len(lines) <= _WITH_MASTHEAD else 2):
        return list(lines)
    divided: list[Line] = []
    for at, line in enumerate(lines):
        divided += _divided(line, found[at]) if at in found else [line]
    heads = {line.folded for line in divided if line.kind == HEAD}
    return [
        replace(line, kind=FURNITURE) if not line.kind and _title(line) in heads else line
        for line in divided
    ]


def _is_story(line: Line) -> bool:
    return len(line.text) >= _STORY and not line.kind and _ENDED.search(line.text) is not None


def _are_even(stories: Sequence[Line]) -> bool:
    """Return whether all `stories`, several of them, begin with a title and a blank."""
    return len(stories) > 1 and all(_EVEN.match(line.text) for line in stories)


def _may_be(line: Line) -> bool:
    return len(line.text) >= _SHORT_STORY and bool(_MAY_BE.match(line.text))


def _title(line: Line) -> str:
    return _NUMBER.sub("", line.folded, count=1)


def _divided(line: Line, parts: Sequence[_Part]) -> Iterator[Line]:
    """Yield the parts of `line` that say something."""
    ends = [part.begin for part in parts[1:]] + [len(line.text)]
    gap = line.gap
    for part, end in zip(parts, ends, strict=True):
        text = line.text[part.begin : end].strip(" \u3000|丨")
        if any(char.isalnum() for char in text):
            yield replace(line, text=text, kind=part.kind, gap=gap)
            gap = 0


def _parts(line: Line, titles: Sequence[str], *, even: bool) -> list[_Part]:
    """Return where the parts of a story on one `line` begin; nothing if it is none."""
    plain = line.folded
    page = _PAGE.match(plain[:_HEAD])
    if not page and len(plain) < _STORY:
        return []
    parts = [_Part(0, PAGE_LINE)] if page else []
    begin = 0
    if page:
        column = _column(plain, page.end(), titles, named=bool(page["name"]))
        parts += column
        begin = column[-1].begin
        if label := _TITLE.match(plain, begin):
            begin = label.end()
    end = _head_end(plain, begin, titles, sure=bool(page) or even)
    end = len(plain[: max(end, 0)].rstrip(_AROUND))
    stops = _FULL_STOP if plain[begin:end] in titles else _STOP
    if end <= begin + 1 or stops.search(plain, begin, end) or _DAY.search(plain, begin, end):
        return []
    text = _TEXT.match(plain, end)
    parts.append(_Part(begin, HEAD))
    parts += _author(plain, begin, end)
    return [*parts, _Part(end, FURNITURE), _Part(text.end() if text else end, "")]


def _column(plain: str, at: int, titles: Sequence[str], *, named: bool) -> list[_Part]:
    """Return where the column's name begins behind the page at `at`, and where what follows does.

    A name without a label is the page's own, and stays with it, unless that is `named` already.
    """
    found = _COLUMN.match(plain, at, at + _HEAD)
    kind = found.lastgroup if found else None
    if found and named and kind == "spaced":
        return [_Part(found.start(kind), FURNITURE)]
    if not found or not kind:
        return [_Part(found.end() if found else at, FURNITURE)]
    begin, end = found.span(kind)
    if kind == "bracketed":
        return [_Part(begin, FURNITURE), _Part(found.end(), FURNITURE)]
    if _is_headline(plain, begin, end, titles, spaced=kind == "spaced"):
        return [_Part(begin, FURNITURE)]
    column = [_Part(begin, COLUMN)] if kind == "labelled" else []
    return [*column, _Part(end, FURNITURE)]


def _is_headline(plain: str, begin: int, end: int, titles: Sequence[str], *, spaced: bool) -> bool:
    """Return whether what looks like a name is the headline: the 电头 comes next, or the text."""
    if any(len(title) > 3 and plain.startswith(title, begin) for title in titles):
        return True
    found = _CHUNK.search(plain, end, end + _HEAD)
    following = found[0] if found else ""
    if _LEAD_IN.match(following):
        return True
    return spaced and (bool(_STOP.search(following)) or are_people(following))


def _head_end(plain: str, begin: int, titles: Sequence[str], *, sure: bool) -> int:
    """Return where the headline ends that begins at `begin`; -1 where that cannot be told."""
    for title in titles if sure else ():
        if len(title) > 3 and plain.startswith(title, begin):
            return begin + len(title)
    stop = _FULL_STOP.search(plain, begin, begin + _HEAD)
    window = stop.start() if stop else begin + _HEAD
    for mark in (_LABEL, _LEAD, _BAR) if sure else (_LABEL, _LEAD):
        if found := list(mark.finditer(plain, begin, window)):
            return found[-1 if mark is _LEAD else 0].start()
    if sure:
        for chunk in _CHUNK.finditer(plain, begin, begin + _HEAD):
            if _STOP.search(chunk[0]) or chunk.end() == begin + _HEAD:
                return len(plain[: chunk.start()].rstrip())
    return -1


def _author(plain: str, begin: int, end: int) -> Iterator[_Part]:
    """Yield where an author's name begins that stands behind the headline."""
    blank = max(plain.rfind(mark, begin, end) for mark in " |丨")
    name = plain[blank + 1 : end]
    if blank > begin and (are_people(name) or is_byline(name)):
        yield _Part(blank + 1, BYLINE)
