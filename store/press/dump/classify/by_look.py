"""What the way in which a line is set says of its kind: heads are larger, bold, or centred.

As with cues, a weight is the natural logarithm of how much likelier it makes that kind of line.
They were set by hand, from how papers and offices set their pages: heads are larger than text,
crossheads are of its size and bold, captions are smaller, and no paragraph is centred.
There are no texts with looks to learn them from. Half and twice of them read made pages with the
looks of their kinds within .006 of this; none at all, within .011.
"""

from collections.abc import Iterator, Mapping

from store.press.dump.lines.kinds import (
    BODY,
    BYLINE,
    CAPTION,
    COLUMN,
    CREDIT,
    CROSSHEAD,
    FURNITURE,
    HEAD,
    INDEX,
    LEAD,
    REST,
    TAIL,
)
from store.press.dump.lines.look import LARGER, MUCH_LARGER, SMALLER, Look
from store.press.dump.lines.style import Style

_MUCH_LARGER = {HEAD: 6, COLUMN: 1, CROSSHEAD: -1, BODY: -5, LEAD: -5, REST: -6, CAPTION: -4}
_LARGER = {HEAD: 4, COLUMN: 1.5, CROSSHEAD: 1, BODY: -4, LEAD: -4, REST: -5, CAPTION: -3, TAIL: -3}
_BOLD = {HEAD: 2, CROSSHEAD: 3, COLUMN: 1.5, BODY: -2, LEAD: -1.5, REST: -3, TAIL: -1}
_BOLD_BENEATH = {HEAD: -1, CROSSHEAD: 4, COLUMN: 1.5, BODY: -2, LEAD: -1.5, REST: -3, TAIL: -1}
"""Where heads are larger than text."""
_CENTRED = {HEAD: 2, BYLINE: 1.5, CROSSHEAD: 0.5, CAPTION: 1, BODY: -4, LEAD: -4, REST: -4}
_SMALLER = {CAPTION: 2, CREDIT: 1, FURNITURE: 1, INDEX: 0.5, HEAD: -4, CROSSHEAD: -3}
PLAIN = {HEAD: -4, CROSSHEAD: -2, COLUMN: -1.5}
PLAIN_BESIDE = {HEAD: -1.5, CROSSHEAD: -2, COLUMN: -1}
"""Set as most text is, in a source that sets others apart; so may a kicker beside its headline."""
_ROLE = 6.0
"""What a style says for the kind that it is made for; people take styles by their looks, too."""
_AROUND = 12.0
"""What is set as the foot of a page, or known to stand around the text, is none of it."""


def by_look(look: Look, style: Style) -> Iterator[Mapping[str, float]]:
    """Yield what it says for and against each kind that a line is set so."""
    if look.role:
        yield {look.role: _AROUND if look.role == FURNITURE else _ROLE}
    if look.size >= LARGER:
        yield _MUCH_LARGER if look.size >= MUCH_LARGER else _LARGER
    elif look.size <= SMALLER:
        yield _SMALLER
    elif look.bold:
        yield _BOLD_BENEATH if style.larger else _BOLD
    if look.centred:
        yield _CENTRED
