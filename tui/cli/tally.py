"""What became of the inputs of an import: counted as they come, told when all are through."""

import signal
import sys
from collections import Counter
from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from typing import TYPE_CHECKING

from store.errors import DubaoError
from tui.cli.output import complain, hush
from tui.cli.progress import progress
from tui.language import N_, _, plural

if TYPE_CHECKING:
    from store.imports.pipeline import Outcome

LISTED = 20
"""So many doubtful issues are named in a summary."""

STATUSES = {
    "new": N_("new"),
    "merged": N_("joined to an issue of that day"),
    "redated": N_("moved by a date or a paper"),
    "restored": N_("brought back"),
    "held": N_("held already"),
    "read": N_("read"),
    "failed": N_("failed"),
}


class Tally:
    """Counts by status, every failure's sentence, and the first issues that are doubtful.

    It grows with what fails, not with what is imported.
    """

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.articles = 0
        self.failures: list[str] = []
        self.first = ""
        """The id of the first issue that is in the library."""
        self._doubtful: list[tuple[str, str]] = []
        self._doubts = 0

    @property
    def changed(self) -> bool:
        """Whether the library is another now."""
        return bool(self.counts.keys() - {"held", "read", "failed"})

    def add(self, outcome: "Outcome") -> None:
        """Count `outcome`."""
        added, reading = outcome.added, outcome.reading
        if added:
            self.first = self.first or added.issue
        if outcome.error:
            self.failures.append(outcome.error)
        self.counts["failed" if outcome.error else added.status if added else "read"] += 1
        if outcome.error or not reading:
            return
        issue = added.issue if added else reading.issue.id
        self.articles += len(reading.issue.articles)
        if doubtful := len(reading.report.doubtful):
            self._doubts += 1
            if len(self._doubtful) < LISTED:
                words = plural("{n} doubtful article", "{n} doubtful articles", doubtful)
                self._doubtful.append((issue, words.format(n=doubtful)))

    @property
    def kept(self) -> int:
        """How many of the inputs are in the library."""
        return self.counts.total() - self.counts["failed"] - self.counts["read"]

    @property
    def status(self) -> int:
        """The exit status: 0 when all went well, 1 when some failed, 2 when all did."""
        return 0 if not self.failures else 1 if self.counts.total() > len(self.failures) else 2

    def summary(self) -> Iterator[tuple[str, str]]:
        """Yield the rows of a summary."""
        for status, words in STATUSES.items():
            if number := self.counts[status]:
                yield f"{number:,}", _(words)
        yield f"{self.articles:,}", _("articles read")
        yield from self._doubtful
        if more := self._doubts - len(self._doubtful):
            words = plural("{n} more is doubtful", "{n} more are doubtful", more)
            yield "…", words.format(n=more)


def follow(
    outcomes: "Generator[Outcome, None, None]",
    total: int,
    each: "Callable[[Outcome], None]" = lambda _outcome: None,
    *,
    bar: bool = True,
    kept: bool = True,
) -> Tally:
    """Take `outcomes` as they come, with a `bar`; tell `each`, and complain of failures at the end.

    Ctrl-C and ``kill`` end them at once (KeyboardInterrupt), and so does a library that takes
    nothing in (DubaoError): where an import that is `kept` stands is said before that is raised.
    """
    tally = Tally()
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        with closing(outcomes), progress(_("importing"), total if bar else 0) as step:
            for outcome in outcomes:
                tally.add(outcome)
                _tell(each, outcome)
                step(bool(outcome.error))
    except (KeyboardInterrupt, DubaoError):
        _complain_of(tally)
        if kept and total > 1:
            sentence = _("{n} of {total} are in the library; the same command goes on from there.")
            complain(sentence.format(n=tally.kept, total=total))
        raise
    finally:
        signal.signal(signal.SIGTERM, before)
    _complain_of(tally)
    return tally


def _tell(each: "Callable[[Outcome], None]", outcome: "Outcome") -> None:
    """Tell of `outcome` at once; an import goes on when nobody listens any more."""
    try:
        each(outcome)
        sys.stdout.flush()
    except BrokenPipeError:
        hush()


def _complain_of(tally: Tally) -> None:
    for failure in tally.failures:
        complain(failure)
