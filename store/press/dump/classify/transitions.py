"""Which kind of line follows which: the weights between the states of a page's model.

To the kinds of lines come the crossheads that a story has had, so that a story with one alone can
be told from one with several.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

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


class State(NamedTuple):
    """A kind of line, and how many crossheads its story has had so far: 0, 1 or more (2)."""

    kind: str
    crossheads: int = 0


STATES = (
    *(State(kind) for kind in KINDS if kind != CROSSHEAD),
    *(State(kind, count) for count in (1, 2) for kind in (BODY, REST, CROSSHEAD)),
)
"""All states; in what follows each is known by its place here."""
NEVER = -1e9
"""The weight of what cannot be."""


def _weight(before: State, after: State, forbidden: float) -> float:
    """Return the weight of `after` behind `before`, NEVER where the count of crossheads is wrong.

    `forbidden` is that of a kind which the trade's order does not put there.
    """
    base = FOLLOWS[before.kind].get(after.kind, forbidden)
    count = before.crossheads
    if after.kind == CROSSHEAD:
        expected = count if before.kind == CROSSHEAD else min(count + 1, 2)
        base += _SECOND_CROSSHEAD * (count > 0)
    elif after.kind in (BODY, REST):
        expected = count if before.kind in _COUNTED else 0
    else:
        expected = 0
        base += _leaving(count, after.kind)
    return base if after.crossheads == expected and base > NEVER / 2 else NEVER


def _leaving(count: int, kind: str) -> float:
    """Return the weight of a line of this kind after a story with `count` crossheads."""
    lonely = _LONELY_CROSSHEAD if count == 1 and kind in _ENDERS else 0.0
    return lonely + (_CREDIT_AFTER_CROSSHEADS if count and kind == CREDIT else 0.0)


class Transitions(NamedTuple):
    """The weights of what follows what, by the places of states."""

    between: list[list[float]]
    """Of each state (second) behind each (first)."""
    first: list[float]
    """Of each at the start of a page."""
    last: list[float]
    """Of each at the end of a page."""


def _weights(forbidden: float) -> Transitions:
    starts = (State(kind, int(kind == CROSSHEAD)) for kind in KINDS)
    first = dict.fromkeys(starts, forbidden)
    first |= {state: FOLLOWS[_START].get(state.kind, forbidden) for state in first}
    return Transitions(
        [[_weight(before, after, forbidden) for after in STATES] for before in STATES],
        [first.get(state, NEVER) for state in STATES],
        [
            FOLLOWS[state.kind].get(_END, forbidden) + _leaving(state.crossheads, _END)
            for state in STATES
        ],
    )


BY_HAND = _weights(NEVER)
"""Those of the trade's order alone."""
UNUSUAL = _weights(-8.0)
"""Those where what the trade's order forbids is met all the same, though seldom."""


def _free() -> Transitions:
    """Return weights that say nothing but what cannot be, as the count of crossheads."""

    def bare(weights: Sequence[float]) -> list[float]:
        return [0.0 if weight > NEVER / 2 else NEVER for weight in weights]

    between = [bare(row) for row in UNUSUAL.between]
    return Transitions(between, bare(UNUSUAL.first), bare(UNUSUAL.last))


FREE = _free()
"""Those of who does not know the trade's order, but learns it."""


def added(
    weights: Transitions, more: Mapping[str, Mapping[str, float]], share: float
) -> Transitions:
    """Return `weights` with a `share` of `more`, by the kinds before and after."""
    between = [
        [
            weight + share * more.get(before.kind, {}).get(after.kind, 0.0)
            for weight, after in zip(row, STATES, strict=True)
        ]
        for row, before in zip(weights.between, STATES, strict=True)
    ]
    return weights._replace(between=between)


OF_KIND = {
    kind: [number for number, state in enumerate(STATES) if state.kind == kind] for kind in KINDS
}
BEGINS = [
    state.kind in (BODY, LEAD, CROSSHEAD, HEAD, COLUMN, INDEX, BYLINE, BACK) for state in STATES
]
"""Which begin something new, after a paragraph that should be finished."""
IN_PARAGRAPH = [state.kind in (LEAD, BODY, REST, TAIL) for state in STATES]
WITHIN_SECTIONS = [state.crossheads > 0 and state != State(CROSSHEAD, 1) for state in STATES]
"""Which only a crosshead leads to."""
