"""What papers write about over time: how often a query is met, and which keywords are new."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date
from itertools import islice

from msgspec import Struct

from store.index.results import Facet
from store.models import CatalogueRow, Issue, KeywordKind
from store.protocols import CatalogueReader
from store.words.fold import fold

BEFORE = 30
"""So many issues of a paper before one tell what is new in it."""

FEW = 40
"""More issues than these are counted by month."""


class Period(Struct, frozen=True):
    """An issue's day or a month, and in how many of its articles something was found.

    `name` is ``2019-11-19`` or ``2019-11``, ``""`` for all that is undated. `articles` counts what
    was found, `of` all articles of these issues; `pages` are those on which it ran.
    """

    name: str
    articles: int
    of: int
    pages: tuple[str, ...] = ()


def trend(rows: Iterable[CatalogueRow], hits: Iterable[str]) -> tuple[Period, ...]:
    """Return the periods of the issues in `rows`, oldest first, with what `hits` found in each.

    `hits` are addresses of articles. Few issues are told day by day, many by month; an issue or a
    month without a hit counts too, the undated come last.
    """
    listed = list(rows)
    monthly = len({row.date for row in listed if row.date}) > FEW
    names = {row.id: _name(row.date, monthly) for row in listed}
    found: Counter[str] = Counter()
    pages: dict[str, set[str]] = defaultdict(set)
    for hit in hits:
        issue, _, place = hit.partition("/")
        if issue in names:
            found[names[issue]] += 1
            pages[names[issue]].add(place.rpartition(".")[0])
    whole: Counter[str] = Counter()
    for row in listed:
        whole[names[row.id]] += row.articles
    ordered = sorted(whole, key=lambda name: (not name, name))
    return tuple(
        Period(name, found[name], whole[name], tuple(sorted(pages[name]))) for name in ordered
    )


def keywords_of(issue: Issue) -> tuple[Facet, ...]:
    """Return the keywords of `issue`, most frequent first, then heaviest."""
    counts: Counter[str] = Counter()
    weights: dict[str, float] = defaultdict(float)
    shown: dict[str, tuple[str, KeywordKind]] = {}
    for article in issue.articles:
        for keyword in article.keywords:
            word = fold(keyword.word)
            counts[word] += 1
            weights[word] += keyword.weight
            shown.setdefault(word, (keyword.word, keyword.kind))
    ordered = sorted(counts, key=lambda word: (-counts[word], -weights[word], word))
    return tuple(Facet(*shown[word], counts[word]) for word in ordered)


def new_in(library: CatalogueReader, name: str) -> tuple[Facet, ...]:
    """Return those keywords of the issue `name` that none of the thirty issues before it has.

    They are the issues of its paper next to it in age; an undated issue has none before it. Raises
    NotFoundError.
    """
    issue = library.issue(name)
    before = _before(library.rows(), issue)
    known = {
        fold(keyword.word)
        for row in before
        for article in library.issue(row.id).articles
        for keyword in article.keywords
    }
    return tuple(facet for facet in keywords_of(issue) if fold(facet.word) not in known)


def _name(day: date | None, monthly: bool) -> str:
    return "" if day is None else f"{day:%Y-%m}" if monthly else day.isoformat()


def _before(rows: Iterable[CatalogueRow], issue: Issue) -> list[CatalogueRow]:
    if issue.date is None:
        return []
    paper = fold(issue.paper.name)
    earlier = (
        row for row in rows if row.date and row.date < issue.date and fold(row.paper) == paper
    )
    return list(islice(earlier, BEFORE))
