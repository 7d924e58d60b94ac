"""Articles made ready for searching: each part is folded, and stands on lines of one text."""

import re
from collections.abc import Iterable
from datetime import date
from functools import cached_property

from msgspec import Struct

from store.models import Article, Issue, Keyword, Kind
from store.words.search_fold import search_fold

DOUBTFUL_TRAIT = "is=doubtful"
"""What the index has of an article whose reading was doubtful."""


class FoldedArticle(Struct, frozen=True):
    """What is searched of one article.

    ``head`` (kicker, headline, subhead), ``byline``, ``column`` and ``text`` (these, body,
    captions and credit) hold one part or paragraph a line, so that nothing is found across two.
    ``pages`` are those it stands on, ``day`` is the issue's date, ``paper`` the paper's name and
    ``address`` the issue's id. ``keywords`` and ``names`` stand beside their folded words.
    """

    id: str = ""
    key: str = ""
    address: str = ""
    paper: str = ""
    day: date | None = None
    kind: Kind = "news"
    pages: frozenset[str] = frozenset()
    doubtful: bool = False
    head: str = ""
    byline: str = ""
    column: str = ""
    text: str = ""
    keywords: tuple[tuple[str, Keyword], ...] = ()
    names: tuple[tuple[str, Keyword], ...] = ()

    @property
    def rest(self) -> str:
        """Body, captions and credit: the text without head, byline and column."""
        return self.text[
            sum(len(part) + 1 for part in (self.head, self.byline, self.column) if part) :
        ]

    @property
    def traits(self) -> tuple[str, ...]:
        """Its kind and pages, and whether it is doubtful, as the index has them."""
        pages = (f"page={page}" for page in self.pages)
        return (f"kind={self.kind}", *pages, *((DOUBTFUL_TRAIT,) if self.doubtful else ()))


def fold_issue(issue: Issue) -> tuple[FoldedArticle, ...]:
    """Return the articles of `issue` ready for searching, in its order."""
    paper = search_fold(issue.paper.name)
    return tuple(_fold_article(article, issue, paper) for article in issue.articles)


def _fold_article(article: Article, issue: Issue, paper: str) -> FoldedArticle:
    head = _lines((article.kicker, article.headline, article.subhead))
    byline = _lines(" ".join((line.role, *line.names)) for line in article.byline)
    column = _lines((article.column,))
    rest = _lines((*article.paragraphs, *article.captions, article.credit))
    return FoldedArticle(
        id=article.id,
        key=article.key,
        address=issue.id,
        paper=paper,
        day=issue.date,
        kind=article.kind,
        doubtful=article.doubtful,
        pages=frozenset(
            search_fold(page) for page in (article.page, *(p.page for p in article.parts))
        ),
        head=head,
        byline=byline,
        column=column,
        text="\n".join(filter(None, (head, byline, column, rest))),
        keywords=tuple((search_fold(keyword.word), keyword) for keyword in article.keywords),
        names=tuple((search_fold(name.word), name) for name in article.names),
    )


def _lines(parts: Iterable[str]) -> str:
    return search_fold("\n".join(part.replace("\n", " ") for part in parts if part))


class Needles(Struct, frozen=True, dict=True):
    """Folded words any of which is looked for."""

    words: tuple[str, ...]

    def found_in(self, text: str) -> bool:
        """Tell whether one of the words stands in the folded `text`."""
        if len(self.words) == 1:
            return self.words[0] in text
        return self._pattern.search(text) is not None

    def find_all(self, text: str) -> list[str]:
        """Return the words where they stand in the folded `text`, the longest at each place."""
        return self._pattern.findall(text)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        # Grouped by first character: a letter of pinyin may stand for a thousand words, and each
        # of them would be tried at each place.
        groups: dict[str, list[str]] = {}
        for word in sorted(self.words, key=len, reverse=True):
            groups.setdefault(word[0], []).append(re.escape(word[1:]))
        alternatives = (f"{re.escape(first)}(?:{'|'.join(ends)})" for first, ends in groups.items())
        return re.compile("|".join(alternatives))
