"""The keywords of articles, which a worker makes: see `store.words.extract`."""

from collections.abc import Sequence
from contextlib import nullcontext

from msgspec.structs import replace

from store.errors import WorkerError
from store.models import Issue, PressWarning
from store.processes import Worker
from store.words.article_words import ArticleWords


def add_keywords(issues: Sequence[Issue], worker: Worker | None = None) -> list[Issue]:
    """Return `issues` with the keywords and names of their articles, made together by a worker.

    It is `worker` if there is one, which goes on, and else one that ends with this.
    Names met in one of them are known in all. When no keywords can be made, a warning says why.
    """
    if not any(issue.articles for issue in issues):
        return list(issues)
    try:
        with nullcontext(worker) if worker else Worker() as asked:
            return asked.ask("keyworded", issues, list[Issue])
    except WorkerError as error:
        return unworded(issues, str(error))


def worded(issue: Issue, found: Sequence[ArticleWords]) -> Issue:
    """Return `issue` with what has been found in each of its articles."""
    return replace(
        issue,
        articles=tuple(
            replace(article, keywords=words.keywords, names=words.names)
            for article, words in zip(issue.articles, found, strict=True)
        ),
    )


def unworded(issues: Sequence[Issue], why: str) -> list[Issue]:
    """Return `issues` with a warning that says why they have no keywords."""
    warning = PressWarning("no_keywords", {"why": why})
    return [replace(issue, warnings=(*issue.warnings, warning)) for issue in issues]
