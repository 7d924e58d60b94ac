"""Keywords and names of articles, which a worker process extracts: see `store.words.extract`."""

from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from typing import TYPE_CHECKING

from msgspec.structs import replace

from store.errors import WorkerError
from store.models import Issue
from store.press_warnings import PressWarning
from store.processes import Worker, each_that_lives
from store.words.article_words import ArticleWords

if TYPE_CHECKING:  # a worker needs none
    from store.library.library import Library

BATCH = 16
"""Issues whose keywords are made together: names met in one are known in all."""


def add_keywords(issues: Sequence[Issue], worker: Worker | None = None) -> list[Issue]:
    """Return `issues` with the keywords and names of their articles, extracted by a worker.

    That is `worker` if there is one, else one that ends with this call. Names met in one of the
    issues are known in all; when the worker dies of one, it is asked for each alone. A warning of
    an issue says why it has no keywords.
    """
    if not any(issue.articles for issue in issues):
        return list(issues)

    def died(issue: Issue, error: WorkerError) -> Issue:
        (found,) = without_words([issue], str(error))
        return found

    with nullcontext(worker) if worker else Worker() as asked:

        def ask(issues: Sequence[Issue]) -> list[Issue]:
            return asked.ask("extract_keywords", issues, list[Issue])

        return each_that_lives(ask, issues, died)


def rebuild_keywords(library: "Library", names: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Extract the keywords of these issues again, with the words that are known today.

    Yield, batch after batch, how many issues are done and how many of them changed. Raises
    LibraryError.
    """
    changed = 0
    with Worker() as worker:
        for start in range(0, len(names), BATCH):
            batch = names[start : start + BATCH]
            changed += library.reword(batch, lambda issues: add_keywords(issues, worker))
            for name in batch:
                reword_texts(library, name, worker)
            yield start + len(batch), changed


def reword_texts(library: "Library", name: str, worker: Worker | None = None) -> bool:
    """Extract the words of what a reader has reworded in this issue; return whether they changed.

    Raises NotFoundError and LibraryError.
    """
    return library.reword_texts(name, lambda issues: add_keywords(issues, worker))


def with_words(issue: Issue, found: Sequence[ArticleWords]) -> Issue:
    """Return `issue` with what was `found` in each of its articles, in their order."""
    articles = (
        replace(article, keywords=words.keywords, names=words.names, head_words=words.head_words)
        for article, words in zip(issue.articles, found, strict=True)
    )
    return replace(issue, articles=tuple(articles))


def without_words(issues: Sequence[Issue], why: str) -> list[Issue]:
    """Return `issues` with a warning that says why they have no keywords."""
    warning = PressWarning("no_keywords", {"why": why})
    return [replace(issue, warnings=(*issue.warnings, warning)) for issue in issues]
