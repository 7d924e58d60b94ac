"""Which articles leave a library, and each of them as a line of JSON."""

from collections.abc import Container, Iterable, Iterator

from store.backends.serialization import to_json, to_plain
from store.library.library import Library
from store.models import Article, Issue, issue_of

Selection = dict[str, frozenset[str] | None]
"""Ids of issues in order, each with the ids of the articles selected in it, or None for all."""


def select(library: Library, names: Iterable[str], found: Iterable[str] | None = None) -> Selection:
    """Return what `names`, ids of issues and articles, select; without names, the whole library.

    `found` are ids of articles, such as a query finds: it narrows the selection to these.
    Raises NotFoundError for an id that is not in the library.
    """
    selected = _select_named(library, names) or {row.id: None for row in library.rows()}
    return selected if found is None else _narrow(selected, found)


def _select_named(library: Library, names: Iterable[str]) -> Selection:
    selected: Selection = {}
    for name in names:
        if "/" not in name:
            selected[library.issue(name).id] = None
            continue
        issue, article = library.article(name)
        already = selected.get(issue.id, frozenset())
        selected[issue.id] = None if already is None else already | {article.id}
    return selected


def _narrow(selected: Selection, found: Iterable[str]) -> Selection:
    """Return those articles of `selected` that are `found`, without issues that have none."""
    found_in: dict[str, set[str]] = {}
    for name in found:
        found_in.setdefault(issue_of(name), set()).add(name)
    narrowed: Selection = {}
    for issue, articles in selected.items():
        both = found_in.get(issue, set())
        if articles is not None:
            both = both & articles
        if both:
            narrowed[issue] = frozenset(both)
    return narrowed


def in_order(library: Library, names: Container[str]) -> Iterator[str]:
    """Yield the ids of issues among `names`, oldest first: the order to add them elsewhere.

    Undated issues come as they were imported, for that is how they are listed.
    """
    return (row.id for row in reversed(library.rows()) if row.id in names)


def articles_of(issue: Issue, selected: frozenset[str] | None) -> tuple[Article, ...]:
    """Return the articles of `issue` with these ids, or all for None, in the issue's order."""
    if selected is None:
        return issue.articles
    return tuple(article for article in issue.articles if article.id in selected)


def issue_json(issue: Issue) -> dict[str, object]:
    """Return `issue` as it is printed in JSON: its warnings are English sentences."""
    warnings = [str(warning.message()) for warning in issue.warnings]
    return {**to_plain(issue), "warnings": warnings}


def json_lines(issue: Issue, articles: Iterable[Article]) -> Iterator[str]:
    """Yield each of `articles` as a JSON object on one line.

    It has ``issue``, the issue's id, ``paper``, the paper's name, ``date``, ISO 8601 or null, and
    then every field of `store.models.Article` under its own name.
    """
    of = {"issue": issue.id, "paper": issue.paper.name, "date": issue.date}
    for article in articles:
        yield to_json({**of, **to_plain(article)}).decode()
