"""What each line of a page is: weighed evidence, decoded for the page as a whole.

Each line gets a score for each kind from its own form, layout and neighbours (`evidence`), and for
the line break before it (`line_breaks`). Those weights were set by hand, from what is known of the
trade; a second reader was taught by the pages of many makers and knows nothing of the first
(`learned`). The sequence with the highest sum is taken (`decode`), so that no line is judged alone;
where the first reader is unsure of a page, both are added, each by how sure of it it is.
"""

from collections.abc import Sequence
from functools import cache, partial
from itertools import groupby

from store.press.dump.classify.decode import Label, decode
from store.press.dump.classify.evidence import Evidence, evidence
from store.press.dump.classify.features import features
from store.press.dump.classify.learned import learned
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
from store.press.text.characters import ends_sentence

_STANDS = 3.0
"""What speaks for a crosshead by hand where both readers are asked: pages to learn from have few of
them whose paragraphs begin as stories do."""
_NEAR = 2.0
_SHORT = 45
_SURE = 0.05
"""Where no more of a page's short lines were near calls by hand, that reading stands."""
_MOST = 0.6
"""The most that what was learned counts for beside the weights set by hand."""
_BOUND = 12.0
"""By how much the weights set by hand may speak against a kind where both readers are asked."""
_SILENT = LineBreak(0.0, 0.0)
"""What was learned has line breaks among its features."""
_TEXT = (LEAD, BODY, REST, CROSSHEAD)
_OPENS = (LEAD, BODY, CAPTION)
"""What a story begins with that has no head."""
_MANY = 3
_LOOKS, _ANY = 0.9, -2.0
"""More than the first speaks for furniture where a cue of the trade's does; more than the second
where anything does."""
_CERTAIN = 40.0
_TALLEST_HEAD = 5
"""Heads have up to four lines; more are a list or verse under a headline, before the next."""


def classify(lines: Sequence[Line], style: Style, *, front: bool = False) -> list[Label]:
    """Return the kind of each of a page's `lines`; `front` says that a masthead may be there."""
    if not lines:
        return []
    own, breaks, names = weighed(lines, style, front=front)
    table = learned()
    taught = [table.evidence(each) or scores for each, scores in zip(names, own, strict=True)]
    by_hand = decode(own, breaks, BY_HAND)
    by_table = decode(taught, [_SILENT] * len(lines), table.alone)
    labels = by_hand
    if share := _share(_unsure(lines, by_hand), _unsure(lines, by_table)):
        both = [_added(*each, share) for each in zip(own, taught, by_hand, strict=True)]
        labels = decode(both, breaks, table.beside(share))
    told = [
        label._replace(learned=other.kind) for label, other in zip(labels, by_table, strict=True)
    ]
    return without_losses(_without_towers(told), lines, own)


def _unsure(lines: Sequence[Line], labels: Sequence[Label]) -> float:
    """Return the share of a page's short lines that were near calls."""
    short = [
        label.margin < _NEAR
        for line, label in zip(lines, labels, strict=True)
        if len(line.text) <= _SHORT and not line.kind
    ]
    return sum(short) / max(1, len(short))


def _share(by_hand: float, by_table: float) -> float:
    """Return how much what was learned counts on a page of which both are so unsure.

    None where the weights set by hand are sure: what they read surely they read well. Else it
    grows with the odds. It gains on other texts of makers that have taught, .975 to .979 overall;
    on makers that have not, nothing: .975 and .975, made pages .947 and .946.
    """
    if by_hand <= _SURE:
        return 0.0
    return min(_MOST, round(by_hand**2 / (by_hand**2 + by_table**2), 1))


def _added(own: Evidence, taught: Evidence, by_hand: Label, share: float) -> Evidence:
    """Return the scores of both readers; by hand no kind is ruled out for good."""
    if own is taught:
        return own
    least = max(own.values()) - _BOUND
    both = {kind: max(own[kind], least) + share * taught[kind] for kind in own}
    if by_hand.kind == CROSSHEAD:
        both[CROSSHEAD] += _STANDS
    return both


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
            labels[start + 1 : end - 1] = [Label(BODY, 0.0, HEAD)] * (end - start - 2)
        start = end
    return labels


def without_losses(
    labels: list[Label], lines: Sequence[Line], own: Sequence[Evidence]
) -> list[Label]:
    """Return `labels` with furniture that may be a story's as its text or head, though in doubt.

    Behind a story's text several lines of which none looks like furniture are verse, a table, or a
    box of dates; one or two are text of which nothing at all says that they are furniture. Over a
    story without a head a line may be that.
    """
    start = 0
    for kind, run in groupby(labels, key=lambda label: label.kind):
        end = start + len(list(run))
        if kind == FURNITURE and start > 0 and labels[start - 1].kind in _TEXT:
            end_of_text = start + _unlike_furniture(lines[start:end], own[start:end])
            labels[start:end_of_text] = [Label(BODY, 0.0, FURNITURE)] * (end_of_text - start)
        elif kind in _OPENS and start > 0 and labels[start - 1].kind == FURNITURE:
            over = start - 1
            if own[over][FURNITURE] <= 0.0 and _may_head(lines[over], own[over]):
                labels[over] = Label(HEAD, 0.0, FURNITURE)
        start = end
    return labels


def _may_head(line: Line, scores: Evidence) -> bool:
    short = not line.kind and len(line.text) <= _SHORT
    return short and scores[HEAD] > scores[BODY] and not ends_sentence(line.text)


def _unlike_furniture(lines: Sequence[Line], own: Sequence[Evidence]) -> int:
    """Return how many of the first lines of a run nothing shows to be furniture."""
    shows = [
        _CERTAIN if line.kind else scores[FURNITURE]
        for line, scores in zip(lines, own, strict=True)
    ]
    if len(lines) >= _MANY and max(shows) <= _LOOKS:
        return len(lines)
    return next((at for at, show in enumerate(shows) if show > _ANY), len(lines))
