"""What each line of a page is: weighed evidence, decoded for the page as a whole.

Each line gets a score for each kind from its own form, layout and neighbours (`evidence`), and for
the place where it meets the line before (`junctions`); kinds that follow each other get one more
(`FOLLOWS`). The sequence with the highest sum is found by Viterbi's algorithm, so that no line is
judged alone.
"""

from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from store.press.dump.classify.cues import (
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
from store.press.dump.classify.evidence import Evidence, evidence
from store.press.dump.lines.line_breaks import Junction, junctions
from store.press.dump.lines.lines import Line
from store.press.dump.lines.style import Style

# Which kind follows which; what is not named does not. From the order of a story, see cues.
_AFTER_PARAGRAPH: dict[str, float] = {
    BODY: 0,
    REST: 0,
    CROSSHEAD: -1.7,
    HEAD: -1.7,
    COLUMN: -2.3,
    TAIL: 0,
    CREDIT: -0.5,
    JUMP: 0,
    CAPTION: -1.1,
    FURNITURE: -1.5,
    INDEX: -1,
    BYLINE: -2.5,
    LEAD: -7,
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
    LEAD: -4,
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
        CROSSHEAD: -3,
        FURNITURE: -4,
        INDEX: -4,
        COLUMN: -6,
        _END: -4,
    },
    BYLINE: {
        LEAD: 0,
        BODY: -0.5,
        BYLINE: -1,
        CREDIT: -0.5,
        CROSSHEAD: -2,
        HEAD: -3,
        FURNITURE: -3,
        CAPTION: -2,
        _END: -1,
    },
    BACK: {LEAD: 0, BODY: 0, CROSSHEAD: -1, HEAD: -2, _END: -3},
    LEAD: {**_AFTER_PARAGRAPH, _END: 0},
    BODY: {**_AFTER_PARAGRAPH, _END: 0},
    REST: {**_AFTER_PARAGRAPH, _END: 0},
    CROSSHEAD: {BODY: 0, CROSSHEAD: -2.5, BYLINE: -1.5, LEAD: -3, CAPTION: -2, _END: -3},
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

# A story has no crossheads or several: a second costs less than the first, a lonely one more.
_SECOND_CROSSHEAD = 1.2
_LONELY_CROSSHEAD = -2.0
_CREDIT_AFTER_CROSSHEADS = -1.5
_COUNTED = frozenset((LEAD, BODY, REST, CROSSHEAD))
_ENDERS = frozenset((HEAD, COLUMN, TAIL, CREDIT, JUMP, INDEX, FURNITURE, _END))


class _State(NamedTuple):
    """A kind of line, and how many crossheads its story has had so far: 0, 1 or more (2)."""

    kind: str
    crossheads: int = 0


_STATES = (
    *(_State(kind) for kind in KINDS if kind != CROSSHEAD),
    *(_State(kind, count) for count in (1, 2) for kind in (BODY, REST, CROSSHEAD)),
)


def _weight(before: _State, after: _State) -> float | None:
    """Return the weight of `after` behind `before`, or None where it cannot stand."""
    base = FOLLOWS[before.kind].get(after.kind)
    if base is None:
        return None
    count = before.crossheads
    if after.kind == CROSSHEAD:
        expected = count if before.kind == CROSSHEAD else min(count + 1, 2)
        return None if after.crossheads != expected else base + _SECOND_CROSSHEAD * (count > 0)
    if after.kind in (BODY, REST):
        expected = count if before.kind in _COUNTED else 0
        return base if after.crossheads == expected else None
    return base + _leaving(count, after.kind)


def _leaving(count: int, kind: str) -> float:
    lonely = _LONELY_CROSSHEAD if count == 1 and kind in _ENDERS else 0.0
    return lonely + (_CREDIT_AFTER_CROSSHEADS if count and kind == CREDIT else 0.0)


_NEVER = -1e9
_BETWEEN = [
    [_NEVER if (weight := _weight(before, after)) is None else weight for after in _STATES]
    for before in _STATES
]
_FIRST = [
    FOLLOWS[_START].get(state.kind, _NEVER) if state.crossheads in (0, 1) else _NEVER
    for state in _STATES
]
_LAST = [
    FOLLOWS[state.kind].get(_END, _NEVER) + _leaving(state.crossheads, _END) for state in _STATES
]
_OF_KIND = {
    kind: [number for number, state in enumerate(_STATES) if state.kind == kind] for kind in KINDS
}
_BEGINS = [
    state.kind in (BODY, LEAD, CROSSHEAD, HEAD, COLUMN, INDEX, BYLINE, BACK) for state in _STATES
]
_IN_PARAGRAPH = [state.kind in (LEAD, BODY, REST, TAIL) for state in _STATES]
_WITHIN_SECTIONS = [state.crossheads > 0 and state != _State(CROSSHEAD, 1) for state in _STATES]
"""Which states only a crosshead leads to."""
_FLOOR = 6.0
"""A kind e⁶ times less likely than a line's best is not tried; 10 finds nothing more."""


class Verdict(NamedTuple):
    """What a line is, and by how much that was likelier than the best other reading."""

    kind: str
    margin: float


def classify(lines: Sequence[Line], style: Style, *, front: bool = False) -> list[Verdict]:
    """Return the kind of each of a page's `lines`; `front` says that a masthead may be there."""
    if not lines:
        return []
    own = evidence(lines, style, front=front)
    aside = [max(scores, key=scores.__getitem__) in (CAPTION, FURNITURE, CREDIT) for scores in own]
    return _no_towers(_decode(own, junctions(lines, aside, style)))


_TOWER = 5
"""Heads have up to four lines; more are a list or verse under a headline, before the next."""


def _no_towers(verdicts: list[Verdict]) -> list[Verdict]:
    """Return `verdicts` with the middle lines of overlong heads as paragraphs, though in doubt."""
    start = 0
    for kind, run in groupby(verdicts, key=lambda verdict: verdict.kind):
        end = start + len(list(run))
        if kind == HEAD and end - start > _TOWER:
            verdicts[start + 1 : end - 1] = [Verdict(BODY, 0.0)] * (end - start - 2)
        start = end
    return verdicts


_Totals = dict[int, float]


def _decode(own: Sequence[Evidence], meeting: Sequence[Junction]) -> list[Verdict]:
    """Return the kinds whose scores and sequence have the highest sum."""
    costs = [_own_totals(*each) for each in zip(own, meeting, strict=True)]
    forward: list[_Totals] = [
        _likely({state: score + _FIRST[state] for state, score in costs[0].items()})
    ]
    came: list[dict[int, int]] = [{}]
    for at in range(1, len(costs)):
        there, way = _step(forward[-1], costs[at], meeting[at].other)
        forward.append(_likely(there))
        came.append(way)
    backward = _backward(forward, costs, meeting)
    return [
        Verdict(_STATES[state].kind, _margin(state, totals, after))
        for state, totals, after in zip(_path(forward, came), forward, backward, strict=True)
    ]


def _own_totals(scores: Evidence, junction: Junction) -> _Totals:
    """Return what each state that is worth a try brings on its own."""
    scores[REST] += junction.rest
    floor = max(scores.values()) - _FLOOR
    return {
        state: score for kind, score in scores.items() if score >= floor for state in _OF_KIND[kind]
    }


def _step(here: _Totals, costs: _Totals, other: float) -> tuple[_Totals, dict[int, int]]:
    """Return the best total that leads to each state of the next line, and from which it comes."""
    before = [
        (number, total, total + other if _IN_PARAGRAPH[number] else total)
        for number, total in here.items()
    ]
    sections = any(_STATES[number].crossheads for number in here)
    there: _Totals = {}
    way: dict[int, int] = {}
    for state, score in costs.items():
        if _WITHIN_SECTIONS[state] and not sections:
            continue
        anew = _BEGINS[state]
        best, last = _NEVER / 2, -1
        for number, total, total_anew in before:
            total = (total_anew if anew else total) + _BETWEEN[number][state]
            if total > best:
                best, last = total, number
        if last >= 0:
            there[state] = best + score
            way[state] = last
    if not there:  # nothing that is worth a try may follow: any kind may, as a last resort
        last = max(here, key=here.__getitem__)
        there = {state: here[last] + score for state, score in costs.items()}
        way = dict.fromkeys(costs, last)
    return there, way


def _likely(totals: _Totals) -> _Totals:
    """Return the states that may still win; one e⁶ times behind the best does not."""
    floor = max(totals.values()) - _FLOOR
    return {state: total for state, total in totals.items() if total >= floor}


def _backward(
    forward: Sequence[_Totals], costs: Sequence[_Totals], meeting: Sequence[Junction]
) -> list[_Totals]:
    """Return, for each line, the best total that follows each of its states."""
    after: list[_Totals] = [{state: _LAST[state] for state in forward[-1]}]
    for at in range(len(forward) - 2, -1, -1):
        following = [
            (state, after[-1][state] + costs[at + 1][state], _BEGINS[state])
            for state in forward[at + 1]
        ]
        other = meeting[at + 1].other
        here: _Totals = {}
        for state in forward[at]:
            row, broken = _BETWEEN[state], other if _IN_PARAGRAPH[state] else 0.0
            best = _NEVER * 2
            for number, total, anew in following:
                total += row[number]
                if anew:
                    total += broken
                if total > best:
                    best = total
            here[state] = best
        after.append(here)
    after.reverse()
    return after


def _margin(state: int, totals: _Totals, after: _Totals) -> float:
    """Return by how much the best reading beats the best in which this line is a head, or is none.

    Whether a line stands over a story decides its bounds.
    """
    is_head = _STATES[state].kind in (HEAD, COLUMN)
    best = totals[state] + after[state]
    others = (
        totals[other] + after[other]
        for other in totals
        if (_STATES[other].kind in (HEAD, COLUMN)) != is_head
    )
    return min(best - max(others, default=best - _FLOOR), _FLOOR)


def _path(forward: Sequence[_Totals], came: Sequence[dict[int, int]]) -> list[int]:
    last = forward[-1]
    path = [max(last, key=lambda state: last[state] + _LAST[state])]
    for way in reversed(came[1:]):
        path.append(way[path[-1]])
    return path[::-1]
