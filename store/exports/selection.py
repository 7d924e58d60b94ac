"""What leaves a library: which articles are meant, and each of them as a line of JSON."""

from collections.abc import Container, Iterable, Iterator

from store.backends.serialization import to_json, to_plain
from store.library.library import Library
from store.models import Article, Issue, issue_of

Chosen = dict[str, frozenset[str] | None]
"""Ids of issues in order, each with the ids of those of its articles that are meant; None: all."""


def chosen(library: Library, names: Iterable[str], found: Iterable[str] | None = None) -> Chosen:
    """Return what `names` mean, ids of issues and articles, or the whole library without names.

    `found` are ids of articles, such as a query finds: of what is named these alone are meant.
    Raises NotFoundError.
    """
    meant: Chosen = {}
    for name in names:
        if "/" not in name:
            meant[library.issue(name).id] = None
            continue
        issue, article = library.article(name)
        already = meant.get(issue.id, frozenset())
        meant[issue.id] = None if already is None else already | {article.id}
    if not meant:
        meant = {row.id: None for row in library.rows()}
    if found is None:
        return meant
    held: dict[str, set[str]] = {}
    for name in found:
        held.setdefault(issue_of(name), set()).add(name)
    within = {
        name: held[name] if articles is None else held[name] & articles
        for name, articles in meant.items()
        if name in held
    }
    return {name: frozenset(articles) for name, articles in within.items() if articles}


def in_order(library: Library, names: Container[str]) -> Iterator[str]:
    """Yield those of `names` that are ids of issues, in an order that another library can take.

    The undated come as they were imported, for that is how they are listed.
    """
    return (row.id for row in reversed(library.rows()) if row.id in names)


def articles_of(issue: Issue, meant: frozenset[str] | None) -> tuple[Article, ...]:
    """Return the articles of `issue` that are meant, in its order."""
    return tuple(a for a in issue.articles if meant is None or a.id in meant)


def json_lines(issue: Issue, articles: Iterable[Article]) -> Iterator[str]:
    """Yield a JSON object for each of `articles`, on one line.

    It has every field of `store.models.Article` under its own name, and before them ``issue``, the
    issue's id, ``paper``, its paper's name, and ``date``, ISO 8601 or null.
    """
    of = {"issue": issue.id, "paper": issue.paper.name, "date": issue.date}
    for article in articles:
        yield to_json({**of, **to_plain(article)}).decode()
