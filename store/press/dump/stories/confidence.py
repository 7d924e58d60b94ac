"""How sure the press is of an article's head and bounds, and what it doubts.

An article shows signs (`doubt_signs`), each with what it says against the reading, as logarithms of
odds: a logistic regression on 10,000 articles of makers from whom nothing had been learned, one in
eight of them read wrong, set so that at DOUBTFUL at most one in five of those read right is marked
(``python -m tests.press_lab.calibrate`` makes it anew).
"""

from collections.abc import Iterable, Iterator, Sequence
from math import exp

from msgspec.structs import replace

from store.doubts import DOUBTFUL, Doubt
from store.models import Article
from store.press.dump.stories import doubt_signs
from store.press.dump.stories.doubt_signs import Around, unread_byline
from store.press.dump.stories.stories import StoryLines
from store.press.dump.stories.told_doubts import of_byline, told

_CONSTANT = 2.32
_AGAINST = {
    "no headline": 4.12,
    "date in head": 4.10,
    "open bracket in head": 3.81,
    "head goes on": 3.42,
    "next without headline": 3.05,
    "number in head": 3.00,
    "no text": 2.93,
    "people in head": 1.62,
    "head not in text": 1.38,
    "head toss-up": 1.19,
    "many blanks in head": 1.16,
    "short under kicker": 1.12,
    "sentence in head": 1.11,
    "next without lead-in": 1.08,
    "another kind": 0.84,
    "unsure page": 0.84,
    "toss-up": 0.81,
    "head disputed": 0.72,
    "two paragraphs": 0.63,
    "head near": 0.59,
    "shorter than others": 0.57,
    "odd page": 0.49,
    "paragraph is open": 0.36,
    "lead-in": -0.44,
    "byline": -0.64,
    "credit": -1.69,
}  # fmt: skip
_UNSURE = 0.6
"""The most confidence in an article whose page was guessed or has columns side by side, or whose
people could not be read."""


def judged(
    stories: Sequence[StoryLines],
    articles: Sequence[Article],
    *,
    page_guessed: bool = False,
    columns: bool = False,
) -> Iterator[Article]:
    """Yield the `articles` that a page's `stories` made, each with how sure it is, and its doubts.

    `page_guessed`: other pages of the source print their numbers, and this one does not;
    `columns`: some stand side by side and could not be read apart.
    """
    around = Around(articles)
    for at, (story, article) in enumerate(zip(stories, articles, strict=True)):
        found = list(doubt_signs.signs(story, article, around, at))
        further = [Doubt("bounds", "side_by_side")] if columns else []
        if page_guessed:
            further.append(Doubt("page", "not_printed"))
        unsure = bool(further) or bool(unread_byline(story))
        sure = min(confidence(found), _UNSURE if unsure else 1.0)
        doubts: dict[Doubt, None] = {}
        if sure < DOUBTFUL:
            following = next(iter(articles[at + 1 :]), None)
            speaking = _heaviest_first(found) if confidence(found) < DOUBTFUL else []
            named = told(speaking, story, article, following)
            doubts = dict.fromkeys((*named, *further, *of_byline(story)))
        yield replace(article, confidence=sure, doubts=tuple(doubts))


def confidence(found: Iterable[str]) -> float:
    """Return how likely head and bounds are right with the signs `found`: 0 to 1, in hundredths."""
    against = sum(_AGAINST.get(sign, 0.0) for sign in found)
    return round(1 / (1 + exp(against - _CONSTANT)), 2)


def _heaviest_first(found: Iterable[str]) -> list[str]:
    return sorted(found, key=lambda sign: -_AGAINST.get(sign, 0.0))
