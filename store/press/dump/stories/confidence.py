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

_CONSTANT = 2.21
_AGAINST = {
    "no headline": 3.96,
    "date in head": 3.89,
    "open bracket in head": 3.67,
    "head goes on": 3.35,
    "no text": 3.06,
    "next without headline": 3.05,
    "lead-in in head": 3.05,
    "number in head": 2.98,
    "people in head": 1.62,
    "head not in text": 1.36,
    "sentence in head": 1.25,
    "short under kicker": 1.18,
    "many blanks in head": 1.15,
    "next alike": 1.04,
    "head toss-up": 0.90,
    "next without lead-in": 0.87,
    "one crosshead": 0.85,
    "unsure page": 0.81,
    "another kind": 0.77,
    "toss-up": 0.73,
    "head disputed": 0.61,
    "two paragraphs": 0.57,
    "shorter than others": 0.51,
    "paragraph is open": 0.45,
    "odd page": 0.31,
    "head near": 0.17,
    "lead-in": -0.42,
    "byline": -0.71,
    "credit": -1.67,
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
