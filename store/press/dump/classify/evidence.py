"""What a line's own form and layout say of its kind, and what its neighbours and its page add."""

import re
from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from itertools import accumulate, pairwise

from store.press.dump.classify.by_look import PLAIN, PLAIN_BESIDE, by_look
from store.press.dump.classify.signs import LONG, Signs
from store.press.dump.lines.kinds import (
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
    TAIL,
)
from store.press.dump.lines.lines import INDENT, Line
from store.press.dump.lines.style import Style
from store.press.forms.endings import ends_story
from store.press.text.characters import cells, ends_sentence

Evidence = dict[str, float]
"""A score for each kind of line, as logarithms of likelihoods that are added."""

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

_BY_LENGTH: list[Evidence] = [
    {kind: _LENGTH[kind][step] for kind in KINDS} for step in range(len(_STEPS) + 1)
]
_HAS_LEAD_IN = 4.0
"""The score for a lead that only 电头 gives."""


_SENTENCE_INSIDE: Evidence = {HEAD: -3, CROSSHEAD: -3, COLUMN: -4}
_COMMA_INSIDE: Evidence = {HEAD: -0.6, CROSSHEAD: -0.8, COLUMN: -3}
_LONG_WITHOUT_MARKS: Evidence = {HEAD: 1.5, BODY: -0.7, LEAD: -0.7}
_RUNNING: Evidence = {FURNITURE: 4}
_REPEATED: Evidence = {COLUMN: 1.5, FURNITURE: 1, CROSSHEAD: -1}
_INDENTED: Evidence = {HEAD: -4, COLUMN: -4, REST: -2, CROSSHEAD: 1}
_FLUSH: Evidence = {LEAD: -3, BODY: -4, CROSSHEAD: -4, HEAD: 1, REST: 1}
"""Among indented paragraphs."""
_NOTHING: Evidence = {}


def evidence(
    lines: Sequence[Line],
    signs: Sequence[Signs],
    style: Style,
    opening: Callable[[int], float],
    *,
    front: bool = False,
) -> list[Evidence]:
    """Return a score for each kind of each of a page's `lines`, which show these `signs`.

    `opening` says of a line how much likelier it opens a topic (see `topics`); `front` that the
    page opens the source, where a masthead may stand.
    """
    found = [_alone(*each, style) for each in zip(lines, signs, strict=True)]
    _add_contents(lines, found)
    if front and found:
        found[0][FURNITURE] += 2.5
    _add_neighbours(lines, found, opening)
    _add_parallels(lines, found)
    if style.apart:
        _add_plain(lines, found)
    _add_blocks(lines, found)
    return found


def _add_contents(lines: Sequence[Line], found: Sequence[Evidence]) -> None:
    """Favour entries once a 导读 has begun: surely up to its last reference, likely after it."""
    begun = end = -1
    for at, (line, scores) in enumerate(zip(lines, found, strict=True)):
        if scores[INDEX] > _REFERENCE and begun < 0:
            begun = end = at
        elif begun < 0:
            continue
        elif cells(line.text) > 2 * LONG:
            begun = -1
        elif scores[INDEX] > 0:
            for entry in range(max(end, begun) + 1, at + 1):
                found[entry][INDEX] += 6
            end = at
        else:
            scores[INDEX] += 3.5


_REFERENCE = 1.0
_MASTHEAD = 2.5
"""What cues say for furniture of a line, such as a paper's name, that is set as large as heads."""
_CERTAIN = 40.0
"""What is said against all other kinds of a line whose kind is told."""


def _alone(line: Line, signs: Signs, style: Style) -> Evidence:
    """Return what `line` says when seen alone; one whose kind is told is of no other."""
    if line.kind:
        return dict.fromkeys(KINDS, -_CERTAIN) | {line.kind: 0.0}
    length = signs.length
    scores = _BY_LENGTH[bisect_left(_STEPS, length)].copy()
    for cue in signs.cues:
        _add(scores, cue.weights)
    if length <= LONG:
        _add(scores, _by_marks(line.text, length))
        _add(scores, _by_repetition(line.text, style))
    if style.indented and length > 3 and not (line.look and line.look.apart):
        _add(scores, _INDENTED if line.indent >= INDENT else _FLUSH)
    if line.look and not any(cue.weights.get(FURNITURE, 0) >= _MASTHEAD for cue in signs.cues):
        for weights in by_look(line.look, style):
            _add(scores, weights)
    return scores


def _by_marks(text: str, length: float) -> Evidence:
    """Return what the punctuation of a line no longer than a headline says."""
    if "。" in text[:-1]:
        return _SENTENCE_INSIDE
    if "，" in text or "," in text:
        return _COMMA_INSIDE
    if length > 20 and not ends_sentence(text) and 3 * length > 2 * len(text):
        return _LONG_WITHOUT_MARKS
    return _NOTHING


def _by_repetition(text: str, style: Style) -> Evidence:
    if text in style.running:
        return _RUNNING
    return _REPEATED if text in style.repeated else _NOTHING


def _add(scores: Evidence, weights: Mapping[str, float]) -> None:
    for kind, weight in weights.items():
        scores[kind] += weight


_OVER_SUBHEAD: Evidence = {HEAD: 2, FURNITURE: -2}
_QUOTED = re.compile(r"[。！？!?…][”」』]$")
_WHO_SAID: Evidence = {HEAD: -7, BODY: 4}
"""Behind a whole quotation a dash begins who said it, and where."""


def _add_neighbours(
    lines: Sequence[Line], found: Sequence[Evidence], opening: Callable[[int], float]
) -> None:
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
            new = opening(at)
            scores[HEAD] += new / 2
            scores[CROSSHEAD] -= new / 2
        following = lines[at + 1].text if at + 1 < len(lines) else ""
        if line.text.endswith(("——", "：", ":")) and len(following) > 45:
            # 引题—— wants its 主题: before a paragraph it can only be a crosshead.
            _add(scores, {HEAD: -2.5, CROSSHEAD: 0.5})
        if following.startswith("——"):
            _add_over_dash(line.text, scores, found[at + 1])
        if following and ends_story(line.text):
            _add(found[at + 1], {HEAD: 2.4, COLUMN: 2, BODY: -2, CROSSHEAD: -2})
        if scores[HEAD] >= 0 and _is_whole(line.text, lines[at + 1 : at + 6]):
            scores[FURNITURE] += 10
        if line.text.endswith("公益广告") and 0 < len(following) <= 14:
            _add(found[at + 1], {FURNITURE: 6})


def _add_over_dash(text: str, scores: Evidence, below: Evidence) -> None:
    """Favour a headline over a subhead, or after a quotation the name of who said it."""
    if _QUOTED.search(text):
        _add(below, _WHO_SAID)
    elif scores[HEAD] > scores[BODY]:
        _add(scores, _OVER_SUBHEAD)


def _is_whole(text: str, following: Sequence[Line]) -> bool:
    """Return whether `text` repeats the lines after it, as the title of a web page does."""
    if len(following) < 2 or following[0].text[0] != text[0]:
        return False
    parts = accumulate("".join(line.text[:LONG].split()) for line in following)
    return "".join(text.split()) in list(parts)[1:]


def _one_paragraph_each(lines: Sequence[Line]) -> float:
    """Return the evidence for headlines on a page of long paragraphs, each under a short line.

    Such are the stories of broadcast transcripts and briefs; sections under crossheads vary in
    their number of paragraphs.
    """
    short = [not ends_sentence(line.text) and cells(line.text) < 2 * LONG for line in lines]
    starts = [at for at in range(1, len(lines) - 1) if short[at] and not short[at + 1]]
    alone = sum(at + 2 == len(lines) or short[at + 2] for at in starts)
    return 1.2 if len(starts) >= 4 and alone * 5 >= len(starts) * 4 else 0.0


_UNHEADED = 3.0


def _add_plain(lines: Sequence[Line], found: Sequence[Evidence]) -> None:
    """Disfavour heads that are set as text is, where others are not, and leads without a head."""
    apart = [line.look is not None and line.look.apart for line in lines]
    for at, (line, scores) in enumerate(zip(lines, found, strict=True)):
        if line.look is None or apart[at]:
            continue
        beside = any(apart[max(0, at - 1) : at + 2])
        _add(scores, PLAIN_BESIDE if beside else PLAIN)
        if at and not apart[at - 1] and scores[LEAD] < _HAS_LEAD_IN / 2:
            scores[LEAD] -= _UNHEADED


_MARKS = re.compile(r"[，,、：:“”！？!?；—]|[（(一二三四五六七八九十\d)）]+(?=[、.）)])|^[■●◆▲]")


def _add_parallels(lines: Sequence[Line], found: Sequence[Evidence]) -> None:
    """Favour crossheads built alike: those of one story are parallel in length and in marks."""
    alone = [
        at
        for at, line in enumerate(lines)
        if found[at][CROSSHEAD] > -3
        and not ends_sentence(line.text[-1:])
        and (at == 0 or ends_sentence(lines[at - 1].text))
        and (at + 1 < len(lines) and len(lines[at + 1].text) > 25)
    ]
    _add_like_heads(lines, found, alone)
    for here, there in pairwise(alone):
        if there - here > _APART:
            continue
        alike = _alike(lines[here].text, lines[there].text)
        for at in (here, there):
            found[at][CROSSHEAD] += alike
            found[at][HEAD] -= alike / 2


_APART = 14
_LIKE_HEAD: Evidence = {HEAD: 2, CROSSHEAD: -2}


def _add_like_heads(lines: Sequence[Line], found: Sequence[Evidence], alone: Sequence[int]) -> None:
    """Favour headlines built as the nearest one that is told: a column of news is so."""
    above, short = "", frozenset(alone)
    for at, (line, scores) in enumerate(zip(lines, found, strict=True)):
        if line.kind == HEAD:
            above = line.text
        elif at in short and _share_most(above, line.text):
            _add(scores, _LIKE_HEAD)


def _share_most(first: str, second: str) -> bool:
    """Return whether two titles are alike in length and in most of their characters."""
    alike = abs(len(first) - len(second)) <= 2 and len(second) > 6
    return alike and len(set(first) & set(second)) * 2 > len(set(second))


def _alike(first: str, second: str) -> float:
    marks = [(m.start(), m.group()) for m in _MARKS.finditer(first)]
    others = [(m.start(), m.group()) for m in _MARKS.finditer(second)]
    weight = 0.4 if abs(len(first) - len(second)) <= 2 else 0.0
    if marks[:1] == others[:1] != []:
        weight += 1.0
    return weight


_OPENS_BLOCK: Evidence = {BODY: -2.5, REST: -2.5, FURNITURE: -0.5, HEAD: 0.5}


_OPENS_STORY: Evidence = {HEAD: 1.0, CROSSHEAD: -0.5}


def _add_blocks(lines: Sequence[Line], found: Sequence[Evidence]) -> None:
    """Favour what stands over stories or sections where blank lines part these and little else."""
    starts = [at for at, line in enumerate(lines) if at == 0 or line.gap]
    opening = [at for at in starts if _opens_block(lines, at)]
    if len(opening) > 1 and len(opening) * 2 >= len(starts):
        titles = [lines[at].text for at in opening]
        alike = sum(_share_an_end(*pair) for pair in pairwise(titles))
        for at in opening:
            _add(found[at], _OPENS_BLOCK)
            if not alike:
                _add(found[at], _OPENS_STORY)


def _share_an_end(first: str, second: str) -> bool:
    """Return whether two titles begin or end alike, as those of sections do."""
    return first[0] == second[0] or first[-1] == second[-1]


def _opens_block(lines: Sequence[Line], at: int) -> bool:
    """Return whether a short line without an end stands here, and right under it goes on."""
    line = lines[at]
    ends = ends_sentence(line.text.rstrip("！？!?—…”’」』）)"))
    return len(line.text) <= LONG and not ends and at + 1 < len(lines) and not lines[at + 1].gap
