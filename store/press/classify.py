"""What each line of a page is: weighed evidence, decoded for the page as a whole.

Each line gets a score for each kind from its own cues and layout; kinds that follow each other get
one more (a headline is followed by a lead, a credit by a headline). The sequence of kinds with the
highest sum is found by Viterbi's algorithm, so that every line is judged with its neighbours.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from store.press.cues import (
    BACK,
    BODY,
    BYLINE,
    CAPTION,
    COLUMN,
    CREDIT,
    CROSSHEAD,
    FURNITURE,
    HEAD,
    INDEX,
    JUMP,
    KINDS,
    LEAD,
    REST,
    SHORT_CUES,
    START_CUES,
    TAIL,
)
from store.press.lines import INDENT, Line, cells, folded

_NEVER = -30.0

# How likely each kind is by length alone, in characters of full width: up to 3, 8, 16, 30, 45, 70.
_STEPS = (3, 8, 16, 30, 45, 70)
_LENGTH: dict[str, tuple[float, ...]] = {
    FURNITURE: (-2, -2.5, -3, -3.5, -4, -6, -9),
    COLUMN: (-3, -1.5, -1.5, -6, -12, -20, -20),
    HEAD: (-1.5, -0.3, 0.5, 0.5, -0.7, -3, -9),
    BYLINE: (-7, -5, -5, -5, -6, -8, -12),
    BACK: (-8, -8, -8, -8, -12, -20, -20),
    LEAD: (-4, -3, -2, -0.7, 0, 0.3, 0.3),
    BODY: (-4, -3, -2, -0.7, 0, 0.3, 0.3),
    REST: (-1.5, -1, -0.7, -0.3, 0, 0.2, 0.2),
    CROSSHEAD: (-1, 0, 0, -0.7, -3, -6, -12),
    CAPTION: (-9, -5, -4, -3.5, -3.5, -4, -5),
    TAIL: (-7, -6, -6, -5, -5, -5, -6),
    CREDIT: (-6, -6, -6, -6, -7, -12, -20),
    JUMP: (-9, -8, -8, -8, -12, -20, -20),
    INDEX: (-5, -4, -3.5, -3.5, -4, -6, -12),
}

# What the end of a line says. Body paragraphs end in 。 72 %, ” 8 %, ） 2 %, nothing 12 %; no
# headline of 10,294 holds a 。
_ENDS: tuple[tuple[str, re.Pattern[str], dict[str, float]], ...] = (
    (
        "sentence",
        re.compile(r"[。.…][”’）)]*$"),
        dict(head=-5, crosshead=-4, column=-8, body=1, lead=1, rest=1, index=-1.5, furniture=-0.5),
    ),
    (
        "question",
        re.compile(r"[！？!?][”’）)]*$"),
        dict(head=-0.6, crosshead=-0.4, column=-2, body=0.7, lead=0.7, rest=0.7, furniture=-1),
    ),
    (
        "comma",
        re.compile(r"[，、；,;：:（(《“‘]$"),
        dict(head=-4, crosshead=-3, column=-5, body=-0.3, lead=-0.3, furniture=-1.5, tail=-3),
    ),
    ("nothing", re.compile(r"."), dict(body=-0.8, lead=-0.8, rest=-0.8)),
)

# Which kind follows which; what is not named does not. From the order of a story, see cues.
_AFTER_PARAGRAPH: dict[str, float] = {
    BODY: 0,
    REST: 0,
    CROSSHEAD: -1.5,
    HEAD: -1.7,
    COLUMN: -2.3,
    TAIL: 0,
    CREDIT: -0.5,
    JUMP: 0,
    CAPTION: -2,
    FURNITURE: -1.5,
    INDEX: -1,
    BYLINE: -2.5,
    LEAD: -4,
    BACK: -3,
}
_AFTER_STORY: dict[str, float] = {
    HEAD: 0.7,
    COLUMN: 0.3,
    FURNITURE: 0,
    INDEX: 0,
    CREDIT: -0.7,
    TAIL: -0.7,
    JUMP: -0.5,
    BACK: -1,
    LEAD: -2.5,
    BODY: -3,
    REST: -3,
    CAPTION: -1.5,
    CROSSHEAD: -3.5,
    BYLINE: -4,
}
_START = "start"
_END = "end"
FOLLOWS: dict[str, dict[str, float]] = {
    _START: {
        FURNITURE: 0.5,
        COLUMN: -1,
        HEAD: 0,
        LEAD: -3,
        BACK: -1,
        INDEX: -2,
        REST: -2,
        BODY: -4,
        BYLINE: -4,
        CAPTION: -3,
        CREDIT: -4,
        TAIL: -4,
        JUMP: -4,
        CROSSHEAD: -4,
    },
    FURNITURE: {
        FURNITURE: 0.7,
        COLUMN: -0.5,
        HEAD: 0,
        LEAD: -3,
        BACK: -1,
        INDEX: -1,
        REST: -1.5,
        BODY: -3.5,
        BYLINE: -3,
        CAPTION: -2.5,
        CREDIT: -3,
        TAIL: -3,
        JUMP: -2,
        CROSSHEAD: -4,
        _END: 0,
    },
    COLUMN: {HEAD: 0, LEAD: -5, _END: -9},
    HEAD: {
        HEAD: -0.7,
        BYLINE: 0,
        LEAD: 0,
        BACK: -0.5,
        CAPTION: -1.5,
        TAIL: -3,
        CREDIT: -4,
        CROSSHEAD: -4,
        FURNITURE: -4,
        INDEX: -4,
        COLUMN: -6,
        _END: -4,
    },
    BYLINE: {
        LEAD: 0,
        BODY: -0.5,
        BYLINE: -1,
        REST: -1,
        CROSSHEAD: -2,
        HEAD: -3,
        FURNITURE: -3,
        CAPTION: -2,
        _END: -1,
    },
    BACK: {LEAD: 0, REST: 0, BODY: 0, CROSSHEAD: -1, HEAD: -2, _END: -3},
    LEAD: {**_AFTER_PARAGRAPH, _END: 0},
    BODY: {**_AFTER_PARAGRAPH, _END: 0},
    REST: {**_AFTER_PARAGRAPH, _END: 0},
    CROSSHEAD: {BODY: 0, CROSSHEAD: -2, BYLINE: -1.5, LEAD: -3, CAPTION: -2, _END: -3},
    CAPTION: {
        **_AFTER_PARAGRAPH,
        BODY: -0.7,
        HEAD: 0,
        COLUMN: -0.5,
        FURNITURE: 0,
        CREDIT: 0,
        CAPTION: 0,
        LEAD: 0,
        _END: 0,
    },
    TAIL: {**_AFTER_STORY, _END: 0},
    CREDIT: {**_AFTER_STORY, _END: 0},
    JUMP: {**_AFTER_STORY, _END: 0},
    INDEX: {INDEX: 0.5, FURNITURE: -0.5, HEAD: -2, COLUMN: -2.5, BACK: -2, _END: 0},
}
_NUMBER = {kind: number for number, kind in enumerate(KINDS)}
_INTO = [
    [
        (_NUMBER[before], after[kind])
        for before, after in FOLLOWS.items()
        if before != _START and kind in after
    ]
    for kind in KINDS
]
_FIRST = [FOLLOWS[_START].get(kind, _NEVER) for kind in KINDS]
_LAST = [FOLLOWS[kind].get(_END, _NEVER) for kind in KINDS]
_PARAGRAPHS = tuple(_NUMBER[kind] for kind in (LEAD, BODY, REST))
_LONG = 70.0


class Style(NamedTuple):
    """What the whole source shows of its making, for the judgement of each line."""

    indented: bool = False
    """Paragraphs begin with a blank, what has none is a headline or the rest of a paragraph."""
    running: frozenset[str] = frozenset()
    """Lines that return at the head of pages."""
    repeated: frozenset[str] = frozenset()
    """Short lines that stand more than once in the source: columns, furniture."""


class Verdict(NamedTuple):
    """What a line is, and by how much that was likelier than the best other reading."""

    kind: str
    margin: float


def style_of(pages: Iterable[Sequence[Line]]) -> Style:
    """Return the style of a source."""
    long = indented = 0
    seen: Counter[str] = Counter()
    tops: Counter[str] = Counter()
    for page in pages:
        for at, line in enumerate(page):
            if len(line.text) > 40:
                long += 1
                indented += line.indent >= INDENT
            elif len(line.text) <= 20:
                seen[line.text] += 1
                tops[line.text] += at < 3
    return Style(
        indented * 2 > long > 0,
        frozenset(text for text, count in tops.items() if count > 1),
        frozenset(text for text, count in seen.items() if count > 1),
    )


def classify(lines: Sequence[Line], style: Style, *, front: bool = False) -> list[Verdict]:
    """Return the kind of each of a page's `lines`; `front` says that a masthead may be there."""
    if not lines:
        return []
    scores = _evidence(lines, style, front)
    rest = [_rest_score(lines, at, scores, style) for at in range(len(lines))]
    return _decode(scores, rest)


def _evidence(lines: Sequence[Line], style: Style, front: bool) -> list[list[float]]:
    scores: list[list[float]] = []
    contents = False
    for at, line in enumerate(lines):
        own, contents = _line_evidence(line, style, contents)
        if front and at == 0:
            own[_NUMBER[FURNITURE]] += 2.5
        scores.append(own)
    return scores


def _line_evidence(line: Line, style: Style, contents: bool) -> tuple[list[float], bool]:
    """Return the scores of `line`, and whether a 导读 that has begun goes on."""
    text = line.text
    length = cells(text) / 2
    step = sum(length > limit for limit in _STEPS)
    scores = {kind: _LENGTH[kind][step] for kind in KINDS}

    def add(weights: dict[str, float]) -> None:
        for kind, weight in weights.items():
            scores[kind] += weight

    start = folded(text[:100])
    for cue in START_CUES:
        if cue.pattern.match(start):
            add(cue.weights)
    for _, pattern, weights in _ENDS:
        if pattern.search(text[-4:]):
            add(weights)
            break
    if length <= _LONG:
        whole = folded(text)
        for cue in SHORT_CUES:
            if cue.pattern.search(whole):
                add(cue.weights)
                contents = contents or cue.name == "导读"
        if "，" in text or "," in text or "。" in text[:-1]:
            add({HEAD: -0.6 if "。" not in text[:-1] else -3, CROSSHEAD: -0.8, COLUMN: -3})
        if text in style.running:
            add({FURNITURE: 4})
        elif text in style.repeated:
            add({COLUMN: 1.5, FURNITURE: 1, CROSSHEAD: -1})
        if contents:
            add({INDEX: 3.5})
    else:
        contents = False
    if style.indented and length > 3:
        if line.indent >= INDENT:
            add({HEAD: -4, COLUMN: -4, REST: -6, CROSSHEAD: 1})
        else:
            add({LEAD: -3, BODY: -4, CROSSHEAD: -4, HEAD: 1, REST: 1})
    return [scores[kind] for kind in KINDS], contents


_OPENING = re.compile(r"[“‘「『（(《]")
_CLOSING = re.compile(r"[”’」』）)》]")
_STOP = re.compile(r"[。！？!?…][”’』」）)》]*$|[.][\"”’)]*$|[：:；;][”’]*$|——$|[”’」』）)]$")
_LINKS = "的了和在与及对把被将是为从向由以并或等至到就也而"


def _rest_score(
    lines: Sequence[Line], at: int, scores: Sequence[Sequence[float]], style: Style
) -> tuple[float, float]:
    """Return what the text before says of line `at` as the rest of a cut paragraph, or not.

    The first number is for the rest of a paragraph, the second for everything else.
    """
    before = at - 1
    aside = {_NUMBER[CAPTION], _NUMBER[FURNITURE], _NUMBER[CREDIT]}
    while before >= 0 and before >= at - 4 and _best(scores[before]) in aside:
        before -= 1
    if before < 0 or before < at - 4:
        return -2.0, 0.0
    left, right = lines[before].text, lines[at].text
    if style.indented and lines[at].indent < INDENT and cells(lines[at].text) > 40:
        return 4.0, 0.0
    tail = left[-120:]
    open_mark = len(_OPENING.findall(tail)) > len(_CLOSING.findall(tail))
    if _STOP.search(left[-6:]) and not (open_mark and left[-1] not in "。！？"):
        return -6.0, 0.0
    length = cells(left) / 2
    if left[-1] in "，,、（(《“‘" or open_mark:
        return 3.0, -4.0
    if length > 30:
        return 2.0, -4.0
    evidence = 1.0 if left[-1] in _LINKS else 0.0
    evidence += 1.0 if "，" in left or "," in left else 0.0
    evidence += 1.0 if left[-1].isdigit() else 0.0
    evidence += 0.7 if length > 20 else 0.0
    return -0.5 + evidence, -0.5 - evidence


def _best(scores: Sequence[float]) -> int:
    return max(range(len(scores)), key=scores.__getitem__)


def _decode(
    scores: Sequence[Sequence[float]], rest: Sequence[tuple[float, float]]
) -> list[Verdict]:
    """Return the kinds whose scores and sequence have the highest sum."""
    rest_kind = _NUMBER[REST]
    back: list[list[int]] = []
    here = [score + first for score, first in zip(scores[0], _FIRST, strict=True)]
    for at in range(1, len(scores)):
        own = scores[at]
        floor = max(own) - 14
        following = [_NEVER * 1000.0] * len(KINDS)
        came = [0] * len(KINDS)
        cut, whole = rest[at]
        for kind, ways in enumerate(_INTO):
            if own[kind] < floor:
                continue
            best = _NEVER * 1000.0
            for before, weight in ways:
                score = here[before] + weight
                if before in _PARAGRAPHS and kind != rest_kind and kind in _CLOSED:
                    score += whole
                if score > best:
                    best, came[kind] = score, before
            following[kind] = best + own[kind] + (cut if kind == rest_kind else 0.0)
        back.append(came)
        here = following
    kind = _best([score + last for score, last in zip(here, _LAST, strict=True)])
    path = [kind]
    for came in reversed(back):
        kind = came[kind]
        path.append(kind)
    path.reverse()
    return [Verdict(KINDS[kind], 1.0) for kind in path]


_CLOSED = frozenset(_NUMBER[kind] for kind in (BODY, LEAD, CROSSHEAD, HEAD, COLUMN, INDEX, BYLINE))
