"""What became of the inputs of an import, counted."""

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from store.messages import Message
from tui.cli.importing.report import STATUSES
from tui.language import _, plural

if TYPE_CHECKING:
    from store.imports.pipeline import Outcome

LISTED = 20
"""Doubtful issues that a summary names at most."""


class ImportSummary:
    """Counts by status, every failure's sentence, and the first issues that are doubtful.

    It grows with what fails, not with what is imported.
    """

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.articles = 0
        self.failures: list[Message] = []
        self.first = ""
        """The id of the first issue that is in the library."""
        self._doubtful: list[tuple[str, str]] = []
        self._doubts = 0

    @property
    def changed(self) -> bool:
        """Whether the import changed the library."""
        return bool(self.counts.keys() - {"held", "read", "failed"})

    @property
    def kept(self) -> int:
        """How many of the inputs are in the library."""
        return self.counts.total() - self.counts["failed"] - self.counts["read"]

    @property
    def exit_status(self) -> int:
        """0 when all went well, 1 when some inputs failed, 2 when all did."""
        if not self.failures:
            return 0
        return 1 if self.counts.total() > len(self.failures) else 2

    def add(self, outcome: "Outcome") -> None:
        """Count `outcome`."""
        added, result = outcome.added, outcome.result
        if added:
            self.first = self.first or added.issue
        if outcome.error:
            self.failures.append(outcome.error)
            self.counts["failed"] += 1
            return
        self.counts[added.status if added else "read"] += 1
        if result:
            self.articles += len(result.issue.articles)
            issue = added.issue if added else result.issue.id
            self._add_doubts(issue, len(result.report.doubtful))

    def told(self) -> str:
        """Return in a sentence how much is new, and how much was read."""
        issues = plural("{n} new issue", "{n} new issues", self.counts["new"])
        articles = plural("{n} article in all", "{n} articles in all", self.articles)
        return _("{issues}, {articles}").format(
            issues=issues.format(n=self.counts["new"]), articles=articles.format(n=self.articles)
        )

    def rows(self) -> Iterator[tuple[str, str]]:
        """Yield the rows of a table: what else has become of the inputs, and what is doubtful."""
        for status, words in STATUSES.items():
            if (number := self.counts[status]) and status != "new":
                yield f"{number:,}", _(words)
        yield from self._doubtful
        if more := self._doubts - len(self._doubtful):
            words = plural("{n} more is doubtful", "{n} more are doubtful", more)
            yield "…", words.format(n=more)

    def _add_doubts(self, issue: str, articles: int) -> None:
        """Count `issue` as doubtful if any of its `articles` is."""
        if not articles:
            return
        self._doubts += 1
        if len(self._doubtful) < LISTED:
            words = plural("{n} doubtful article", "{n} doubtful articles", articles)
            self._doubtful.append((issue, words.format(n=articles)))
