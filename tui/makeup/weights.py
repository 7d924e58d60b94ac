"""How much a story weighs on its page: by its kind, its place, its head and its length."""

import re
from collections.abc import Mapping
from math import sqrt

from store.models import Article, Kind

KINDS: Mapping[Kind, float] = {
    "news": 1.0,
    "photo": 0.8,
    "document": 0.7,
    "commentary": 0.6,
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

_LETTER = re.compile(
    "(?:(?:贺|唁|慰问)[信电函]|(?<![导以一])致[信函]|[回复]信|致电(?=祝贺|慰问|哀悼))(?![用任息心号])"
)
_STATE = re.compile("(?:国家|共和国|军委)主席|总书记|总统|总理|国王|女王|天皇|中共中央|国务院")

OPENING = 200
"""Characters of a text, and as many at its end, in which the office is named of who writes."""


def weight(article: Article, place: int) -> float:
    """Return what a story weighs that stands at this place of its page, from 0.

    A letter of a head of state leads the page (贺信, 唁电), however short it is and wherever it
    stands; a commentary on it comes after it, however long.
    """
    length = min(LONG, sum(map(len, article.paragraphs)))
    lines = sum(map(bool, (article.kicker, article.subhead)))
    standing = FIRST if not place else NEXT ** min(place, 20)
    kind = KINDS[article.kind]
    if is_letter_of_state(article):
        kind, length, standing = 1.0, LONG, FIRST
    return kind * standing * (1 + HEAD_LINE * lines) * (0.3 + sqrt(length / LONG))


def is_letter_of_state(article: Article) -> bool:
    """Return whether this is a letter of those who lead a state or its party, or tells of one.

    Its head says that it is a letter; head, opening or signature whose it is.
    """
    head = f"{article.kicker} {article.headline} {article.subhead}"
    if article.kind == "commentary" or not _LETTER.search(head):
        return False
    opening = article.paragraphs[:1] and article.paragraphs[0][:OPENING]
    signature = (paragraph[-OPENING:] for paragraph in article.paragraphs[-2:])
    return any(map(_STATE.search, (head, opening or "", *signature)))
