"""How much a story weighs on its page: by its kind, its place, its head and its length."""

from collections.abc import Mapping
from math import sqrt

from store.models import Article, Kind

KINDS: Mapping[Kind, float] = {
    "news": 1.0,
    "photo": 0.8,
    "commentary": 0.8,
    "document": 0.7,
    "brief": 0.4,
    "notice": 0.3,
}
"""What a story of each kind weighs beside one that is news."""

HEAD_LINE = 0.3
"""What each line of a head beside the headline adds: leads tend to have all three (引题, 副题)."""

FIRST, NEXT = 2.0, 0.9
"""What the story printed first weighs more, and each further one less than the one before."""

LONG = 2_000
"""Characters beyond which a text weighs no more."""


def weight(article: Article, place: int) -> float:
    """Return what a story weighs that stands at this place of its page, from 0."""
    length = min(LONG, sum(map(len, article.paragraphs)))
    lines = sum(map(bool, (article.kicker, article.subhead)))
    standing = FIRST if not place else NEXT ** min(place, 20)
    return KINDS[article.kind] * standing * (1 + HEAD_LINE * lines) * (0.3 + sqrt(length / LONG))
