"""What a line's own form and layout say of its kind."""

import re
from collections.abc import Sequence
from itertools import accumulate, pairwise

from store.press.dump.classify.cues import (
    BACK,
    BODY,
    BYLINE,
    CAPTION,
    COLUMN,
    CREDIT,
    CROSSHEAD,
    END_CUES,
    FURNITURE,
    HEAD,
    INDEX,
    INSIDE_CUES,
    JUMP,
    KINDS,
    LEAD,
    LINE_CUES,
    REST,
    START_CUES,
    TAIL,
)
from store.press.dump.classify.topics import topic
from store.press.dump.lines.lines import INDENT, Line
from store.press.dump.lines.style import Style
from store.press.forms.patterns import SIGNED, unspaced
from store.press.text.characters import cells, finished, folded

# How likely each kind is by length alone, in characters of full width: up to 3, 8, 16, 30, 45, 70.
_STEPS = (3, 8, 16, 30, 45, 70)
_LENGTH: dict[str, tuple[float, ...]] = {
    FURNITURE: (-2, -2.5, -3, -3.5, -4, -6, -9),
    COLUMN: (-3, -1.5, -1.5, -6, -12, -20, -20),
    HEAD: (-1.5, -0.3, 0.5, 0.5, -0.7, -3, -9),
    BYLINE: (-7, -5, -5, -5, -6, -8, -12),
    BACK: (-8, -8, -8, -8, -12, -20, -20),
    LEAD: (-4, -3, -2, -0.7, 0, 0.3, 0.3),
    BODY: (-4, -3, -2.4, -0.7, 0.3, 0.3, 0.3),
    REST: (-1.5, -1, -0.7, -0.3, 0, 0.5, 0.5),
    CROSSHEAD: (-1, 0, 0, -0.4, -3, -6, -12),
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
        {
            "head": -5,
            "crosshead": -4,
            "column": -8,
            "body": 1,
            "lead": 1,
            "rest": 1,
            "index": -1.5,
            "furniture": -0.5,
        },
    ),
    (
        "question",
        re.compile(r"[！？!?][”’）)]*$"),
        {
            "head": -0.6,
            "crosshead": -0.4,
            "column": -2,
            "body": 0.7,
            "lead": 0.7,
            "rest": 0.7,
            "furniture": -1,
        },
    ),
    (
        "comma",
        re.compile(r"[，、；,;：:（(《“‘]$"),
        {
            "head": -4,
            "crosshead": -3,
            "column": -5,
            "body": -0.3,
            "lead": -0.3,
            "furniture": -1.5,
            "tail": -3,
        },
    ),
    ("nothing", re.compile(r"."), {"body": -0.8, "lead": -0.8, "rest": -0.8}),
)

Evidence = dict[str, float]
_BY_LENGTH: list[Evidence] = [
    {kind: _LENGTH[kind][step] for kind in KINDS} for step in range(len(_STEPS) + 1)
]
_LONG = 70
# What no cue at a line's start can do without; folding each line costs more than this look.
_MAY_CUE = re.compile(
    r"[一二三四五六七八九十第编編开開近日昨今图圖上下左右0-9０-９A-Z●■◆▲★○◎□•，。、；：！？”’）》」』,.;:!?)(（]"
    r"|.{0,39}[讯訊电電息导導]"
)
_HAS_LEAD_IN = 4.0
"""The score for a lead that only 电头 gives."""


def evidence(lines: Sequence[Line], style: Style, *, front: bool = False) -> list[Evidence]:
    """Return a score for each kind of each of a page's `lines`.

    `front` says that the page opens the source, where a masthead may stand.
    """
    found = [_own(line, style) for line in lines]
    _contents(lines, found)
    if front and found:
        found[0][FURNITURE] += 2.5
    _with_neighbours(lines, found)
    _parallels(lines, found)
    return found


def _contents(lines: Sequence[Line], found: Sequence[Evidence]) -> None:
    """Favour entries where a 导读 has begun: surely up to its last reference, likely behind it."""
    begun = end = -1
    for at, (line, scores) in enumerate(zip(lines, found, strict=True)):
        if scores[INDEX] > _REFERENCE and begun < 0:
            begun = end = at
        elif cells(line.text) > 2 * _LONG:
            begun = -1
        elif begun >= 0:
            if scores[INDEX] > 0:
                for entry in range(max(end, begun) + 1, at + 1):
                    found[entry][INDEX] += 6
                end = at
            else:
                scores[INDEX] += 3.5


_REFERENCE = 1.0


def _own(line: Line, style: Style) -> Evidence:
    """Return what `line` says when seen alone."""
    text = line.text
    length = cells(text) / 2
    step = sum(length > limit for limit in _STEPS)
    scores = _BY_LENGTH[step].copy()
    if _MAY_CUE.match(text):
        start = folded(text[:40])
        for cue in START_CUES:
            if cue.pattern.match(start):
                _add(scores, cue.weights)
    for _, pattern, weights in _ENDS:
        if pattern.search(text[-4:]):
            _add(scores, weights)
            break
    if length <= _LONG:
        whole = folded(text)
        closed = unspaced(whole) if " " in whole else whole
        for cue in LINE_CUES:
            if cue.pattern.fullmatch(closed):
                _add(scores, cue.weights)
        for cue in END_CUES:
            if cue.pattern.search(whole, len(whole) - 8):
                _add(scores, cue.weights)
        for cue in INSIDE_CUES:
            if cue.pattern.search(whole):
                _add(scores, cue.weights)
        if "。" in text[:-1]:
            _add(scores, {HEAD: -3, CROSSHEAD: -3, COLUMN: -4})
        elif "，" in text or "," in text:
            _add(scores, {HEAD: -0.6, CROSSHEAD: -0.8, COLUMN: -3})
        elif length > 20 and not finished(text) and 3 * length > 2 * len(text):
            _add(scores, {HEAD: 1.5, BODY: -0.7, LEAD: -0.7})
        if text in style.running:
            scores[FURNITURE] += 4
        elif text in style.repeated:
            _add(scores, {COLUMN: 1.5, FURNITURE: 1, CROSSHEAD: -1})
    if style.indented and length > 3:
        if line.indent >= INDENT:
            _add(scores, {HEAD: -4, COLUMN: -4, REST: -2, CROSSHEAD: 1})
        else:
            _add(scores, {LEAD: -3, BODY: -4, CROSSHEAD: -4, HEAD: 1, REST: 1})
    return scores


def _add(scores: Evidence, weights: Evidence) -> None:
    for kind, weight in weights.items():
        scores[kind] += weight


def _with_neighbours(lines: Sequence[Line], found: Sequence[Evidence]) -> None:
    """Add what a line says together with the next, and what the page's habits say of it."""
    leads = sum(scores[LEAD] > _HAS_LEAD_IN for scores in found)
    heads = sum(scores[HEAD] > scores[BODY] + 1 for scores in found)
    missing = -1.2 * leads / max(heads, leads, 1)
    briefs = _one_paragraph_each(lines)
    for at, (line, scores) in enumerate(zip(lines, found, strict=True)):
        scores[HEAD] += briefs
        scores[CROSSHEAD] -= briefs
        if scores[LEAD] < _HAS_LEAD_IN / 2:
            scores[LEAD] += missing
        if scores[CROSSHEAD] > -4 or scores[HEAD] > -1.5:
            new = topic(lines, at)
            scores[HEAD] += new / 2
            scores[CROSSHEAD] -= new / 2
        following = lines[at + 1].text if at + 1 < len(lines) else ""
        if line.text.endswith(("——", "：", ":")) and len(following) > 45:
            # 引题—— wants its 主题: before a paragraph it can only be a crosshead.
            _add(scores, {HEAD: -2.5, CROSSHEAD: 0.5})
        if line.text[-1] in ")）" and following and SIGNED.search(folded(line.text[-100:])):
            _add(found[at + 1], {HEAD: 2.4, COLUMN: 2, BODY: -2, CROSSHEAD: -2})
        if scores[HEAD] >= 0 and _is_whole(line.text, lines[at + 1 : at + 6]):
            scores[FURNITURE] += 10
        if line.text.endswith("公益广告") and 0 < len(following) <= 14:
            _add(found[at + 1], {FURNITURE: 6})


def _is_whole(text: str, following: Sequence[Line]) -> bool:
    """Return whether `text` is the lines after it once more, as web pages name their article."""
    parts = accumulate("".join(line.text[:_LONG].split()) for line in following)
    return len(following) > 1 and "".join(text.split()) in list(parts)[1:]


def _one_paragraph_each(lines: Sequence[Line]) -> float:
    """Return the evidence for headlines on a page of long paragraphs with a short line before each.

    Stories of one paragraph, as broadcast transcripts and briefs have; sections under crossheads
    differ in number.
    """
    short = [not finished(line.text) and cells(line.text) < 2 * _LONG for line in lines]
    starts = [at for at in range(1, len(lines) - 1) if short[at] and not short[at + 1]]
    alone = sum(at + 2 == len(lines) or short[at + 2] for at in starts)
    return 1.2 if len(starts) >= 4 and alone * 5 >= len(starts) * 4 else 0.0


_MARKS = re.compile(r"[，,、：:“”！？!?；—]|[（(一二三四五六七八九十\d)）]+(?=[、.）)])|^[■●◆▲]")


def _parallels(lines: Sequence[Line], found: Sequence[Evidence]) -> None:
    """Favour crossheads that are built alike: a story's are parallel in length and in marks."""
    alone = [
        at
        for at, line in enumerate(lines)
        if found[at][CROSSHEAD] > -3
        and not finished(line.text[-1:])
        and (at == 0 or finished(lines[at - 1].text))
        and (at + 1 < len(lines) and len(lines[at + 1].text) > 25)
    ]
    for here, there in pairwise(alone):
        if there - here > _APART:
            continue
        alike = _alike(lines[here].text, lines[there].text)
        for at in (here, there):
            found[at][CROSSHEAD] += alike
            found[at][HEAD] -= alike / 2


_APART = 14


def _alike(first: str, second: str) -> float:
    marks = [(m.start(), m.group()) for m in _MARKS.finditer(first)]
    others = [(m.start(), m.group()) for m in _MARKS.finditer(second)]
    weight = 0.4 if abs(len(first) - len(second)) <= 2 else 0.0
    if marks[:1] == others[:1] != []:
        weight += 1.0
    return weight
