"""What each line of a page is: weighed evidence, decoded for the page as a whole.

Each line gets a score for each kind from its own form, layout and neighbours (`evidence`), and for
the line break before it (`line_breaks`); kinds that follow each other get one more (`transitions`).
The sequence with the highest sum is found by Viterbi's algorithm, so that no line is judged alone.
"""

from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from store.press.dump.classify.evidence import Evidence, evidence
from store.press.dump.classify.signs import signs_of
from store.press.dump.classify.transitions import (
    BEGINS,
    BETWEEN,
    FIRST,
    IN_PARAGRAPH,
    LAST,
    NEVER,
    OF_KIND,
    STATES,
    WITHIN_SECTIONS,
)
from store.press.dump.lines.kinds import BODY, CAPTION, COLUMN, CREDIT, FURNITURE, HEAD, REST
from store.press.dump.lines.line_breaks import LineBreak, line_breaks
from store.press.dump.lines.lines import Line
from store.press.dump.lines.style import Style

_FLOOR = 6.0
"""A kind e⁶ times less likely than a line's best is not tried; 10 finds nothing more."""
_TALLEST_HEAD = 5
"""Heads have up to four lines; more are a list or verse under a headline, before the next."""

_Totals = dict[int, float]
"""Sums of scores by state."""


class Label(NamedTuple):
    """What a line is, and by how much that was likelier than the best other reading."""

    kind: str
    margin: float


def classify(lines: Sequence[Line], style: Style, *, front: bool = False) -> list[Label]:
    """Return the kind of each of a page's `lines`; `front` says that a masthead may be there."""
    if not lines:
        return []
    own = evidence(lines, signs_of(lines), style, front=front)
    aside = [max(scores, key=scores.__getitem__) in (CAPTION, FURNITURE, CREDIT) for scores in own]
    return _without_towers(_decode(own, line_breaks(lines, aside, style)))


def _without_towers(labels: list[Label]) -> list[Label]:
    """Return `labels` with the middle lines of overlong heads as paragraphs, though in doubt."""
    start = 0
    for kind, run in groupby(labels, key=lambda label: label.kind):
        end = start + len(list(run))
        if kind == HEAD and end - start > _TALLEST_HEAD:
            labels[start + 1 : end - 1] = [Label(BODY, 0.0)] * (end - start - 2)
        start = end
    return labels


def _decode(own: Sequence[Evidence], breaks: Sequence[LineBreak]) -> list[Label]:
    """Return the kinds whose scores and sequence have the highest sum."""
    costs = [_own_totals(*each) for each in zip(own, breaks, strict=True)]
    forward = [_likely({state: score + FIRST[state] for state, score in costs[0].items()})]
    came: list[dict[int, int]] = [{}]
    for here, before in zip(costs[1:], breaks[1:], strict=True):
        totals, origins = _step(forward[-1], here, before.begins)
        forward.append(_likely(totals))
        came.append(origins)
    backward = _backward(forward, costs, breaks)
    return [
        Label(STATES[state].kind, _margin(state, totals, after))
        for state, totals, after in zip(_path(forward, came), forward, backward, strict=True)
    ]


def _own_totals(scores: Evidence, before: LineBreak) -> _Totals:
    """Return what each state that is worth a try brings on its own."""
    scores[REST] += before.continues
    floor = max(scores.values()) - _FLOOR
    return {
        state: score for kind, score in scores.items() if score >= floor for state in OF_KIND[kind]
    }


def _step(here: _Totals, costs: _Totals, begins: float) -> tuple[_Totals, dict[int, int]]:
    """Return the best total that leads to each state of the next line, and from which it comes.

    `begins` is what the line break says for something new after a paragraph.
    """
    before = [
        (state, total, total + begins if IN_PARAGRAPH[state] else total)
        for state, total in here.items()
    ]
    sections = any(STATES[state].crossheads for state in here)
    there: _Totals = {}
    origins: dict[int, int] = {}
    for state, score in costs.items():
        if WITHIN_SECTIONS[state] and not sections:
            continue
        anew = BEGINS[state]
        best, origin = NEVER / 2, -1
        for number, total, total_anew in before:
            total = (total_anew if anew else total) + BETWEEN[number][state]
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
    floor = max(totals.values()) - _FLOOR
    return {state: total for state, total in totals.items() if total >= floor}


def _backward(
    forward: Sequence[_Totals], costs: Sequence[_Totals], breaks: Sequence[LineBreak]
) -> list[_Totals]:
    """Return, for each line, the best total that follows each of its states."""
    after: list[_Totals] = [{state: LAST[state] for state in forward[-1]}]
    for at in range(len(forward) - 2, -1, -1):
        following = [
            (state, after[-1][state] + costs[at + 1][state], BEGINS[state])
            for state in forward[at + 1]
        ]
        begins = breaks[at + 1].begins
        here: _Totals = {}
        for state in forward[at]:
            row, broken = BETWEEN[state], begins if IN_PARAGRAPH[state] else 0.0
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
    is_head = STATES[state].kind in (HEAD, COLUMN)
    best = totals[state] + after[state]
    others = (
        totals[other] + after[other]
        for other in totals
        if (STATES[other].kind in (HEAD, COLUMN)) != is_head
    )
    return min(best - max(others, default=best - _FLOOR), _FLOOR)


def _path(forward: Sequence[_Totals], came: Sequence[dict[int, int]]) -> list[int]:
    """Return the state of each line on the way to the best total at the page's end."""
    last = forward[-1]
    path = [max(last, key=lambda state: last[state] + LAST[state])]
    for origins in reversed(came[1:]):
        path.append(origins[path[-1]])
    return path[::-1]
