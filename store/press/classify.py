"""What each line of a page is: weighed evidence, decoded for the page as a whole.

Each line gets a score for each kind from its own form, layout and neighbours (`evidence`), and for
the place where it meets the line before (`junctions`); kinds that follow each other get one more
(`FOLLOWS`). The sequence with the highest sum is found by Viterbi's algorithm, so that no line is
judged alone.
"""

from collections.abc import Iterator, Sequence
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
    TAIL,
)
from store.press.evidence import Evidence, evidence
from store.press.junctions import Junction, junctions
from store.press.lines import Line
from store.press.style import Style

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
_ANEW = frozenset((BODY, LEAD, CROSSHEAD, HEAD, COLUMN, INDEX, BYLINE, BACK))
_IN_PARAGRAPH = [state.kind in (LEAD, BODY, REST, TAIL) for state in _STATES]
_FLOOR = 10.0
"""A kind that is e¹⁰ times less likely than a line's best is not tried."""


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
    return _decode(own, junctions(lines, aside, style))


def _decode(own: Sequence[Evidence], meeting: Sequence[Junction]) -> list[Verdict]:
    """Return the kinds whose scores and sequence have the highest sum."""
    came: list[dict[int, int]] = []
    here: dict[int, float] = {}
    for at, (scores, junction) in enumerate(zip(own, meeting, strict=True)):
        floor = max(scores.values()) - _FLOOR
        before = [(state, total, _IN_PARAGRAPH[state]) for state, total in here.items()]
        there: dict[int, float] = {}
        way: dict[int, int] = {}
        for kind, score in scores.items():
            if kind == REST:
                score += junction.rest
            if score < floor:
                continue
            anew = junction.other if kind in _ANEW else 0.0
            for state in _OF_KIND[kind]:
                if at == 0:
                    there[state] = score + _FIRST[state]
                    continue
                best, last = _NEVER / 2, -1
                for number, total, inside in before:
                    total += _BETWEEN[number][state]
                    if inside:
                        total += anew
                    if total > best:
                        best, last = total, number
                if last >= 0:
                    there[state] = best + score
                    way[state] = last
        here = _likely(there) or dict.fromkeys(here, 0.0)
        came.append(way)
    return list(_path(here, came[1:]))


def _likely(totals: dict[int, float]) -> dict[int, float]:
    """Return the states that may still win; one e²⁰ times behind the best does not."""
    floor = max(totals.values(), default=0.0) - 2 * _FLOOR
    return {state: total for state, total in totals.items() if total >= floor}


def _path(last: dict[int, float], came: Sequence[dict[int, int]]) -> Iterator[Verdict]:
    state = max(last, key=lambda state: last[state] + _LAST[state])
    path = [state]
    for way in reversed(came):
        state = way[state]
        path.append(state)
    for state in reversed(path):
        yield Verdict(_STATES[state].kind, 1.0)
