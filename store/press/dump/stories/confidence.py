"""How sure the press is of an article's head and bounds, and what it doubts."""

from collections.abc import Iterator
from math import exp

from msgspec import Struct

from store.doubts import DOUBTFUL, Doubt

NEAR = 2.0
"""A margin below which another reading is nearly as likely: it is e² times less so."""
_MOST = 6.0
"""Margins beyond this say no more."""
_TOSS_UP = 1.0
_ODD = 0.25
"""The share of near or disputed lines that few well read pages have."""

# A logistic regression on 646 articles of makers from whom nothing had been learned, set so that
# at DOUBTFUL two in three of those read wrong are marked, and one in five of those read right.
_CONSTANT = 0.7
_PER_MARGIN = 0.18
_DIFFERS = -1.5
_NO_HEADLINE = -1.1
_NO_TEXT = -2.3
_HEAD_TOSS_UP = -1.2
_PER_UNSURE = -2.6
_ODD_PAGE = -1.6


class Grounds(Struct, frozen=True):
    """What the confidence in an article is judged by."""

    margin: float
    """The least by which a line of it was likelier to be a head, or none, than not."""
    differs: bool
    """The reading by the weights set by hand alone has other bounds."""
    head: float
    """By how much the head's parts were likelier to be as they are than otherwise."""
    headline: bool
    text: bool
    unsure: float
    """The share of the page's lines that were near or disputed calls."""


def confidence(grounds: Grounds) -> float:
    """Return how likely an article's head and bounds are right: 0 to 1, in hundredths."""
    sure = (
        _CONSTANT
        + _PER_MARGIN * min(grounds.margin, _MOST)
        + _DIFFERS * grounds.differs
        + _NO_HEADLINE * (not grounds.headline)
        + _NO_TEXT * (not grounds.text)
        + _HEAD_TOSS_UP * (grounds.head < _TOSS_UP)
        + _PER_UNSURE * grounds.unsure
        + _ODD_PAGE * (grounds.unsure > _ODD)
    )
    return round(1 / (1 + exp(-sure)), 2)


def doubts(grounds: Grounds) -> Iterator[Doubt]:
    """Yield what speaks against an article's reading: something where it is doubtful, else not."""
    if confidence(grounds) >= DOUBTFUL:
        return
    if grounds.differs:
        yield Doubt("bounds", "readings_differ")
    elif grounds.margin < NEAR or not grounds.text:
        yield Doubt("bounds", "near_call")
    if not grounds.headline:
        yield Doubt("head", "none_found")
    elif grounds.head < _TOSS_UP:
        yield Doubt("head", "near_call")
    if grounds.unsure > _ODD or _only_the_page(grounds):
        yield Doubt("bounds", "odd_page")


def _only_the_page(grounds: Grounds) -> bool:
    """Return whether nothing but the page it stands on speaks against an article."""
    sure = not grounds.differs and grounds.margin >= NEAR and grounds.head >= _TOSS_UP
    return sure and grounds.headline and grounds.text
