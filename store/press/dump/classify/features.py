"""The features of each line for the learned weights: names of what it, its place and page show.

No feature holds words of a text, only forms: a paper's vocabulary is not learnt. To the cues of the
table come marks and lengths, blanks and indents, the line break before, the lines around, and the
habits of the page.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from store.press.dump.classify.signs import Signs
from store.press.dump.lines.line_breaks import LineBreak
from store.press.dump.lines.lines import INDENT, Line
from store.press.dump.lines.style import Style
from store.press.forms.patterns import SIGNED

_SHORT = 45
"""Characters of full width, beyond which only a line's start, end and place are told."""
_LENGTHS = (2, 4, 6, 8, 11, 15, 20, 26, 34, 45, 60, 90, 150)
_ENDS = (
    *(("。", r"[。.…][”’）)]*$"), ("？", r"[！？!?][”’）)]*$"), ("，", r"[，、；,;：:（(《“‘]$")),
    *(("）", r"[）)】\]]$"), ("”", r"[”’」』》]$"), ("—", r"(?:——|--)$")),
    *(("0", r"[0-9０-９]$"), ("a", r"[A-Za-z]$")),
)
_STARTS = (
    *(("“", r"[“‘「『\"]"), ("（", r"[（(]"), ("【", r"[【\[〔]"), ("《", r"[《<]")),
    *(("■", r"[■●◆▲★○◎□•▶►·*\-#]"), ("—", r"——|--"), ("0", r"[0-9０-９]"), ("a", r"[A-Za-z]")),
    ("。", r"[，。、；：！？”’）》」』,.;:!?)]"),
)
_END = re.compile("|".join(f"({form})" for _, form in _ENDS))
_START = re.compile("|".join(f"({form})" for _, form in _STARTS))
# Within a short line.
_WITHIN = tuple(
    (name, re.compile(form))
    for name, form in (
        ("。", r"[。；;！？!?](?=.)"),
        ("，", r"[，,]"),
        ("：", r"[：:∶](?=.)"),
        ("blank", r"\S[ \u3000]+\S"),
        ("names", r"^[\u4e00-\u9fff]{2,4}(?:[ \u3000、]+[\u4e00-\u9fff]{2,4}){0,3}$"),
        ("date", r"\d{4} *[年./-] *\d{1,2} *[月./-] *\d{1,2}|\d{1,2}月\d{1,2}日"),
        ("time", r"\d{1,2}:\d\d"),
        ("role", r"[记記]者|通讯员|通訊員|作者|评论员|評論員|实习生|撰|[报報][道导導]"),
        ("camera", r"[摄攝图圖]|照片"),
        ("Latin", r"[A-Za-z]{3}"),
    )
)
_LIKELY = (-5, -2.5, -1, 0, 1, 2, 3.5, 5)
_NEW = (-2, -1, -0.5, 0, 0.5, 1)
"""Steps of the logarithms of likelihoods that a line goes on, and that it opens a topic."""
_DIGIT = re.compile(r"[0-9０-９]")
_STRONG = frozenset(
    (
        *("电头", "dateline", "date line", "byline", "评论员", "credit", "tail", "下转", "上接"),
        *("导读", "reference alone", "title and reference", "page name", "——副题", "sentence"),
        *("masthead", "advertisement", "editors", "site"),
    )
)
"""Cues that tell of the lines beside them too."""
_BYLINES = frozenset(("byline", "told byline", "评论员"))


class _Seen:
    """A line's own features, and what its neighbours want to know of them."""

    __slots__ = ("end", "names", "size", "strong")

    def __init__(self, line: Line, signs: Signs) -> None:
        self.size = "S" if signs.length <= _SHORT else "L"
        self.end = "。" if line.text[-1] == "。" else _end(line.text)
        self.strong = [cue.name for cue in signs.cues if cue.name in _STRONG]
        self.names = [cue.name for cue in signs.cues]
        if line.kind:
            self.strong.append(f"told {line.kind}")


def _end(text: str) -> str:
    found = _END.search(text, max(0, len(text) - 4))
    return _ENDS[found.lastindex - 1][0] if found and found.lastindex else ""


def features(
    lines: Sequence[Line],
    signs: Sequence[Signs],
    breaks: Sequence[LineBreak],
    style: Style,
    opening: Callable[[int], float],
) -> list[list[str]]:
    """Return the features of each of a page's `lines`, which show `signs` and have these breaks.

    A line whose kind is told has none: there is nothing to weigh.
    """
    seen = [_Seen(*each) for each in zip(lines, signs, strict=True)]
    _add_forms(lines, signs, seen)
    _add_repetition(lines, style, seen)
    _add_place(lines, style, seen)
    _add_topics(lines, breaks, seen, opening)
    _add_habits(seen)
    return [
        [] if line.kind else [*each.names, *around]
        for line, each, around in zip(lines, seen, _around(seen), strict=True)
    ]


def _add_forms(lines: Sequence[Line], signs: Sequence[Signs], seen: Sequence[_Seen]) -> None:
    """Name each line's length, its ends, and what stands within it when it is short."""
    for line, shown, each in zip(lines, signs, seen, strict=True):
        step = bisect_left(_LENGTHS, shown.length)
        start = _START.match(line.text)
        begins = _STARTS[start.lastindex - 1][0] if start and start.lastindex else ""
        names = each.names
        names += (f"long {step}", f"{each.size} ends {each.end}", f"{each.size} starts {begins}")
        if each.size == "L":
            continue
        names.append(f"long {step} ends {each.end}")
        names += [f"has {name}" for name, form in _WITHIN if form.search(line.text)]
        if digits := len(_DIGIT.findall(line.text)):
            names.append(f"digits {bisect_left((0.1, 0.3, 0.6), digits / len(line.text))}")


def _add_repetition(lines: Sequence[Line], style: Style, seen: Sequence[_Seen]) -> None:
    """Name short lines that stand more than once, whole or by how they begin."""
    starts = Counter(line.text[:4] for line in lines)
    for line, each in zip(lines, seen, strict=True):
        if each.size == "L":
            continue
        if line.text in style.running:
            each.names.append("running")
        elif line.text in style.repeated:
            each.names.append("repeated")
        if len(line.text) > 5 and starts[line.text[:4]] > 2:
            each.names.append("begins as others")


def _add_place(lines: Sequence[Line], style: Style, seen: Sequence[_Seen]) -> None:
    """Name blank lines around a line, its indent, and how near it is to the page's ends."""
    count = len(lines)
    blanks = sum(line.gap > 0 for line in lines) / count
    spread = "all" if blanks > 0.8 else "some" if blanks > 0.1 else "none"
    for at, (line, each) in enumerate(zip(lines, seen, strict=True)):
        after = "end" if at + 1 == count else "blank" if lines[at + 1].gap else ""
        each.names.append(f"{each.size} {'blank' if line.gap else ''}|{after} of {spread}")
        if line.gap > 1:
            each.names.append(f"{each.size} far")
        if style.indented:
            each.names.append(f"{each.size} {'indented' if line.indent >= INDENT else 'flush'}")
        elif line.indent:
            each.names.append(f"{each.size} set in")
        if at < 3:
            each.names.append(f"line {at}")
        elif at >= count - 2:
            each.names.append(f"line -{count - at}")


def _add_topics(
    lines: Sequence[Line],
    breaks: Sequence[LineBreak],
    seen: Sequence[_Seen],
    opening: Callable[[int], float],
) -> None:
    """Name the line break before a line, what ended there, and whether a new topic opens."""
    for at, (each, before) in enumerate(zip(seen, breaks, strict=True)):
        each.names.append(f"goes on {bisect_left(_LIKELY, before.continues)}")
        if each.size == "S" and each.end not in ("。", "，"):
            each.names.append(f"topic {bisect_left(_NEW, opening(at))}")
        if at and seen[at - 1].end == "）" and SIGNED.search(lines[at - 1].folded[-100:]):
            each.names.append("after signed")


def _add_habits(seen: Sequence[_Seen]) -> None:
    """Name what the page does often: long lines, lead-ins and bylines, and whether one is below."""
    led = ["电头" in each.strong for each in seen]
    signed = [not _BYLINES.isdisjoint(each.strong) for each in seen]
    bylines = min(sum(signed), 3)
    short = sum(each.size == "S" for each in seen)
    longs = bisect_left((0.1, 0.3, 0.5, 0.7), 1 - short / len(seen))
    habit = bisect_left((0.01, 0.15, 0.4), sum(led) / max(1, short))
    for at, each in enumerate(seen):
        below = at + 1 < len(seen) and led[at + 1]
        if each.size == "S":
            under = at + 1 < len(seen) and signed[at + 1]
            each.names.append(f"signed {bylines}{'>' if under else ''}{'+' if signed[at] else ''}")
        each.names.append(f"{each.size} of {longs}")
        each.names.append(f"{each.size} led {habit}{'>' if below else ''}{'+' if led[at] else ''}")


def _around(seen: Sequence[_Seen]) -> Iterator[list[str]]:
    """Yield the features that each line has from the lines beside it."""
    for at in range(len(seen)):
        names = []
        for mark, there in (("<", at - 1), (">", at + 1)):
            if 0 <= there < len(seen):
                beside = seen[there]
                names.append(f"{mark}{beside.size}{beside.end} {seen[at].size}")
                names += [mark + name for name in beside.strong]
        yield names
