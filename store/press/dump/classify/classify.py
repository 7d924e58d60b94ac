"""What each line of a page is: weighed evidence, decoded for the page as a whole.

Each line gets a score for each kind from its own form, layout and neighbours (`evidence`), and for
the line break before it (`line_breaks`). Those weights were set by hand, from what is known of the
trade; on top of them come corrections that were learned from the pages of many makers (`learned`).
The sequence with the highest sum is taken (`decode`), so that no line is judged alone.
"""

from collections.abc import Sequence
from functools import cache, partial
from itertools import groupby

from store.press.dump.classify.decode import Label, decode
from store.press.dump.classify.evidence import Evidence, evidence
from store.press.dump.classify.features import features
from store.press.dump.classify.learned import PARTS, learned
from store.press.dump.classify.signs import signs_of
from store.press.dump.classify.topics import topic
from store.press.dump.classify.transitions import BY_HAND
from store.press.dump.lines.kinds import (
    BODY,
    CAPTION,
    CREDIT,
    CROSSHEAD,
    FURNITURE,
    HEAD,
    LEAD,
    REST,
)
from store.press.dump.lines.line_breaks import LineBreak, line_breaks
from store.press.dump.lines.lines import Line
from store.press.dump.lines.style import Style

_STANDS = 2.0
"""What speaks for a crosshead by hand before it is corrected: pages to learn from have few of them
whose paragraphs begin as stories do."""
_NEAR = 2.0
_SHORT = 45
_TEXT = (LEAD, BODY, REST, CROSSHEAD)
_FEWEST_LOST = 3
_LOOKS = 0.9
"""More than this speaks for furniture where a cue of the trade's does."""
_TALLEST_HEAD = 5
"""Heads have up to four lines; more are a list or verse under a headline, before the next."""


def classify(lines: Sequence[Line], style: Style, *, front: bool = False) -> list[Label]:
    """Return the kind of each of a page's `lines`; `front` says that a masthead may be there."""
    if not lines:
        return []
    own, breaks, names = weighed(lines, style, front=front)
    by_hand = decode(own, breaks, BY_HAND)
    weights, parts = learned(), _parts(lines, by_hand)
    corrected = [weights.corrected(*each, parts) for each in zip(own, names, strict=True)]
    for scores, label in zip(corrected, by_hand, strict=True):
        if label.kind == CROSSHEAD:
            scores[label.kind] += _STANDS
    labels = decode(corrected, breaks, weights.transitions[parts - 1])
    compared = [
        Label(label.kind, label.margin, label.bounds is not other.bounds)
        for label, other in zip(labels, by_hand, strict=True)
    ]
    return without_losses(_without_towers(compared), lines, own)


def _parts(lines: Sequence[Line], by_hand: Sequence[Label]) -> int:
    """Return by how many parts of what was learned a page is to be corrected.

    All count where a quarter of its short lines were near calls by hand: pages that the weights set
    by hand read surely they read well, and on others they are lost (measured maker by maker).
    """
    short = [
        label.margin < _NEAR
        for line, label in zip(lines, by_hand, strict=True)
        if len(line.text) <= _SHORT and not line.kind
    ]
    unsure = sum(short) / max(1, len(short))
    return max(1, min(PARTS, round(4 * PARTS * unsure)))


def weighed(
    lines: Sequence[Line], style: Style, *, front: bool
) -> tuple[list[Evidence], list[LineBreak], list[list[str]]]:
    """Return what the weights set by hand say of `lines`, their breaks, and their features."""
    signs = signs_of(lines)
    opening = cache(partial(topic, lines))  # by hand and by what was learned, the same is asked
    own = evidence(lines, signs, style, opening, front=front)
    aside = [max(scores, key=scores.__getitem__) in (CAPTION, FURNITURE, CREDIT) for scores in own]
    breaks = line_breaks(lines, aside, style)
    for scores, before in zip(own, breaks, strict=True):
        scores[REST] += before.continues
    return own, breaks, features(lines, signs, breaks, style, opening)


def _without_towers(labels: list[Label]) -> list[Label]:
    """Return `labels` with the middle lines of overlong heads as paragraphs, though in doubt."""
    start = 0
    for kind, run in groupby(labels, key=lambda label: label.kind):
        end = start + len(list(run))
        if kind == HEAD and end - start > _TALLEST_HEAD:
            labels[start + 1 : end - 1] = [Label(BODY, 0.0, True)] * (end - start - 2)
        start = end
    return labels


def without_losses(
    labels: list[Label], lines: Sequence[Line], own: Sequence[Evidence]
) -> list[Label]:
    """Return `labels` with runs of furniture within a story as its text, though in doubt.

    Several lines of which none looks like furniture are verse, a table, or a box of dates.
    """
    start = 0
    for kind, run in groupby(labels, key=lambda label: label.kind):
        end = start + len(list(run))
        behind = start > 0 and labels[start - 1].kind in _TEXT
        if kind == FURNITURE and behind and end - start >= _FEWEST_LOST:
            looks = any(
                line.kind or scores[FURNITURE] > _LOOKS
                for line, scores in zip(lines[start:end], own[start:end], strict=True)
            )
            if not looks:
                labels[start:end] = [Label(BODY, 0.0, True)] * (end - start)
        start = end
    return labels
