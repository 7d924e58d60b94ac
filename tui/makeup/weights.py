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

OF_STATE = 2.2
"""What it weighs more, wherever it was printed, that a head of state did something or wrote."""

OPENING = 200
"""Characters of a text, and as many at its end, in which an office is named with who holds it."""

_LETTER = re.compile(
    "(?:(?:贺|唁|慰问)[信电函]|(?<![导以一])致[信函]|[回复]信|致电(?=祝贺|慰问|哀悼))(?![用任息心号])"
)
_OFFICE = re.compile("(?:国家|共和国|军委)主席|总书记|总统|总理|国王|女王|天皇|中共中央|国务院")
_HEAD_OF_STATE = re.compile("(?:国家|军委)主席|总书记")


def weight(article: Article, place: int) -> float:
    """Return what a story weighs that stands at this place of its page, from 0.

    What a head of state did or wrote leads the page, however short it is and wherever it stands; a
    commentary on it comes after it, however long.
    """
    length = min(LONG, sum(map(len, article.paragraphs)))
    lines = sum(map(bool, (article.kicker, article.subhead)))
    standing = FIRST if not place else NEXT ** min(place, 20)
    kind = KINDS[article.kind]
    if is_of_state(article):
        kind, length, standing = 1.0, LONG, OF_STATE
    return kind * standing * (1 + HEAD_LINE * lines) * (0.3 + sqrt(length / LONG))


def is_of_state(article: Article) -> bool:
    """Return whether a story tells what a head of state did, or is a letter of the state or party.

    Its head says that it is a letter (贺信), and head, opening or signature of which office; or its
    head begins with the name that follows the office in its opening.
    """
    if article.kind not in ("news", "document", "photo"):
        return False
    head = f"{article.kicker} {article.headline} {article.subhead}"
    opening = "".join(article.paragraphs[:1])[:OPENING]
    if _LETTER.search(head):
        signature = (paragraph[-OPENING:] for paragraph in article.paragraphs[-2:])
        return any(map(_OFFICE.search, (head, opening, *signature)))
    named = (opening[office.end() :][:2] for office in _HEAD_OF_STATE.finditer(opening))
    return any(len(name) == 2 and head.lstrip().startswith(name) for name in named)
