"""The likeliest kinds of a page's lines as a sequence, found by Viterbi's algorithm.

Each line brings a score for each kind, its line break one for going on, and each two kinds one for
following each other. Backwards the same is done again, so that the best reading of a page in which
a line is a head can be held against the best in which it is none.
"""

from collections.abc import Sequence
from typing import NamedTuple

from store.press.dump.classify.evidence import Evidence
from store.press.dump.classify.transitions import (
    BEGINS,
    IN_PARAGRAPH,
    NEVER,
    OF_KIND,
    STATES,
    WITHIN_SECTIONS,
    Transitions,
)
from store.press.dump.lines.kinds import COLUMN, HEAD
from store.press.dump.lines.line_breaks import LineBreak

FLOOR = 6.0
"""A kind e⁶ times less likely than a line's best is not tried; 10 finds nothing more."""

OVER = frozenset((HEAD, COLUMN))
"""The kinds of line that stand over a story."""
_BOUNDS = tuple(state.kind in OVER for state in STATES)
_IN_SECTIONS = frozenset(number for number, state in enumerate(STATES) if state.crossheads)

_Totals = dict[int, float]
"""Sums of scores by state."""


class Label(NamedTuple):
    """What a line is, and by how much that was likelier than the best other reading."""

    kind: str
    margin: float
    learned: str = ""
    """What it is by what was learned alone, where that was asked."""

    @property
    def bounds(self) -> bool:
        """Whether the line stands over a story: that decides where stories begin."""
        return self.kind in OVER


def decode(
    own: Sequence[Evidence], breaks: Sequence[LineBreak], weights: Transitions
) -> list[Label]:
    """Return the kinds whose scores and sequence have the highest sum."""
    costs = [_own_totals(scores) for scores in own]
    first, last = weights.first, weights.last
    forward = [_likely({state: score + first[state] for state, score in costs[0].items()})]
    came: list[dict[int, int]] = [{}]
    for here, before in zip(costs[1:], breaks[1:], strict=True):
        totals, origins = _step(forward[-1], here, before.begins, weights.between)
        forward.append(_likely(totals))
        came.append(origins)
    backward = _backward(forward, costs, breaks, weights)
    return [
        Label(STATES[state].kind, _margin(state, totals, after))
        for state, totals, after in zip(_path(forward, came, last), forward, backward, strict=True)
    ]


def _own_totals(scores: Evidence) -> _Totals:
    """Return what each state that is worth a try brings on its own."""
    floor = max(scores.values()) - FLOOR
    return {
        state: score for kind, score in scores.items() if score >= floor for state in OF_KIND[kind]
    }


def _step(
    here: _Totals, costs: _Totals, begins: float, between: Sequence[Sequence[float]]
) -> tuple[_Totals, dict[int, int]]:
    """Return the best total that leads to each state of the next line, and from which it comes.

    `begins` is what the line break says for something new after a paragraph.
    """
    before = [
        (state, between[state], total, total + begins if IN_PARAGRAPH[state] else total)
        for state, total in here.items()
    ]
    sections = not _IN_SECTIONS.isdisjoint(here)
    there: _Totals = {}
    origins: dict[int, int] = {}
    for state, score in costs.items():
        if WITHIN_SECTIONS[state] and not sections:
            continue
        anew = BEGINS[state]
        best, origin = NEVER / 2, -1
        for number, row, total, total_anew in before:
            total = (total_anew if anew else total) + row[state]
            if total > best:
                best, origin = total, number
        if origin >= 0:
            there[state] = best + score
            origins[state] = origin
    if not there:  # nothing that is worth a try may follow: any kind may, as a last resort
        origin = max(here, key=here.__getitem__)
        there = {state: here[origin] + score for state, score in costs.items()}
        origins = dict.fromkeys(costs, origin)
    return there, origins


def _likely(totals: _Totals) -> _Totals:
    """Return the states that may still win; one e⁶ times behind the best does not."""
    if len(totals) == 1:
        return totals
    floor = max(totals.values()) - FLOOR
    return {state: total for state, total in totals.items() if total >= floor}


def _backward(
    forward: Sequence[_Totals],
    costs: Sequence[_Totals],
    breaks: Sequence[LineBreak],
    weights: Transitions,
) -> list[_Totals]:
    """Return, for each line, the best total that follows each of its states."""
    after: list[_Totals] = [{state: weights.last[state] for state in forward[-1]}]
    for at in range(len(forward) - 2, -1, -1):
        following = [
            (state, after[-1][state] + costs[at + 1][state], BEGINS[state])
            for state in forward[at + 1]
        ]
        begins = breaks[at + 1].begins
        here: _Totals = {}
        for state in forward[at]:
            row, broken = weights.between[state], begins if IN_PARAGRAPH[state] else 0.0
            best = NEVER * 2
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
    if len(totals) == 1:
        return FLOOR
    is_head = _BOUNDS[state]
    best = totals[state] + after[state]
    others = [total + after[other] for other, total in totals.items() if _BOUNDS[other] != is_head]
    return min(best - max(others, default=best - FLOOR), FLOOR)


def _path(
    forward: Sequence[_Totals], came: Sequence[dict[int, int]], ends: Sequence[float]
) -> list[int]:
    """Return the state of each line on the way to the best total at the page's end."""
    last = forward[-1]
    path = [max(last, key=lambda state: last[state] + ends[state])]
    for origins in reversed(came[1:]):
        path.append(origins[path[-1]])
    return path[::-1]
