"""An article's source after GB/T 7714-2015, 4.7: an article of a newspaper, ``[N]``."""

from collections.abc import Sequence
from datetime import date

from store.models import Article, Issue

MOST_AUTHORS = 3
"""Authors that are named; of more, ``等`` stands for the rest (GB/T 7714-2015, 8.1.2)."""


def citation(headline: str, authors: Sequence[str], paper: str, day: date | None, page: str) -> str:
    """Return such a source, as ``叶知秋. 古桥修好了[N]. 临江报, 2024-03-05(1).`` is one."""
    named = ", ".join(authors[:MOST_AUTHORS]) + (", 等" if len(authors) > MOST_AUTHORS else "")
    printed = day.isoformat() if day else "日期不详"
    title = f"{headline or '无题'}[N]"
    where = f"{paper or '报名不详'}, {printed}{f'({page})' if page else ''}"
    return ". ".join(filter(None, (named, title, where))) + "."


def source_of(issue: Issue, article: Article) -> str:
    """Return the source of `article`, which `issue` has printed."""
    paper = issue.paper.name
    return citation(article.headline, authors_of(article), paper, issue.date, article.page)


def authors_of(article: Article) -> tuple[str, ...]:
    """Return the names of the byline, without their roles."""
    return tuple(name for byline in article.byline for name in byline.names)
