"""Where a line leads: an entry of the contents box (导读), a jump, a web address."""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher

from store.models import Article, IndexEntry, Issue, Jump
from store.words.fold import fold

ALIKE = 0.6
"""How much of a title must stand in a head in order, 0 to 1: contents boxes leave words out, and
of 5,260 pairs of headlines of one issue in real papers 20 have so much in common."""


_ADDRESS = re.compile(
    r"(?<![\w@.])(?:https?://|www\.)[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:/[!-~]*)?", re.ASCII
)
_ENDING = ".,;:!?)]}'\""


def story_of(issue: Issue, entry: IndexEntry) -> Article | None:
    """Return the story of `issue` that `entry` announces, None where there is none.

    It is the one whose head lines are most like the entry's title, on the page that the entry
    names, if it names one.
    """
    there = [a for a in issue.articles if entry.page in ("", a.page)]
    return _most_like(entry.title, there)


def other_end(issue: Issue, article: Article, jump: Jump) -> Article | None:
    """Return the story at the other end of a `jump` of `article`, None where there is none.

    It is one that leads back to this page, or that has a headline like this one's.
    """
    there = [a for a in issue.articles if a.page == jump.to and a is not article]
    onward = jump is article.jump
    back = [
        a for a in there if (end := a.continues if onward else a.jump) and end.to == article.page
    ]
    return _most_like(article.headline, back or there) or next(iter(back), None)


def addresses_in(article: Article) -> tuple[str, ...]:
    """Return the web addresses that `article` prints, each once, in their order.

    One without a scheme is given https. Full stops and brackets at its end are the sentence's.
    """
    text = "\n".join((article.headline, article.subhead, *article.paragraphs, *article.captions))
    found = (match[0].rstrip(_ENDING) for match in _ADDRESS.finditer(text))
    return tuple(dict.fromkeys(a if "://" in a else f"https://{a}" for a in found))


def holds_page(issue: Issue, page: str) -> bool:
    """Return whether `issue` holds the page of this number."""
    return any(page == held.number for held in issue.pages) or any(
        page == article.page for article in issue.articles
    )


def _most_like(title: str, articles: Iterable[Article]) -> Article | None:
    """Return the article in whose head lines most of `title` stands, if that is enough."""
    likeness = [(_likeness(title, article), article) for article in articles]
    best = max(likeness, key=lambda pair: pair[0], default=None)
    return best[1] if best and best[0] >= ALIKE else None


def _likeness(title: str, article: Article) -> float:
    """Return how much of `title` stands in the head lines of `article`, in order: 0 to 1."""
    wanted = _plain(title)
    heads = [_plain(text) for text in (article.headline, article.kicker, article.subhead)]
    return max(_share(wanted, head) for head in (*heads, "".join(heads)))


def _share(wanted: str, held: str) -> float:
    blocks = SequenceMatcher(None, held, wanted, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks if block.size > 1) / max(1, len(wanted))


def _plain(text: str) -> str:
    return "".join(character for character in fold(text) if character.isalnum())
