"""Running an import: its progress bar, its failures, and how it ends when it is interrupted."""

import sys
from collections.abc import Callable, Generator
from contextlib import closing
from typing import TYPE_CHECKING

from store.errors import DubaoError
from tui.cli.importing.summary import ImportSummary
from tui.cli.output import print_error, silence_output
from tui.cli.progress import progress
from tui.cli.signals import ended_by_sigterm
from tui.language import _

if TYPE_CHECKING:
    from store.imports.pipeline import Heard, Outcome

    Report = Callable[[Outcome], None]
    """Is called with each outcome as it comes."""


def run_import(
    imported: "Callable[[Heard], Generator[Outcome, None, None]]",
    total: int,
    report: "Report" = lambda _outcome: None,
    *,
    bar: bool = True,
    kept: bool = True,
) -> ImportSummary:
    """Take what is `imported` as it comes, of `total` inputs; failures are printed at the end.

    Ctrl-C and ``kill`` end the import at once (KeyboardInterrupt), and so does a library that
    takes nothing in (DubaoError): before that is raised, a sentence says how far an import that is
    `kept` has come.
    """
    summary = ImportSummary()
    try:
        with (
            ended_by_sigterm(),
            progress(_("importing"), total if bar else 0, least=1) as step,
            closing(imported(lambda share: step(by=share))) as outcomes,
        ):
            for outcome in outcomes:
                summary.add(outcome)
                _report(report, outcome)
                step(bool(outcome.error), by=0)
    except (KeyboardInterrupt, DubaoError):
        _print_failures(summary)
        if kept and total > 1:
            sentence = _(
                "{n} of {total} are in the library; run the same command again to go on from there."
            )
            print_error(sentence.format(n=summary.kept, total=total))
        raise
    _print_failures(summary)
    return summary


def _report(report: "Report", outcome: "Outcome") -> None:
    """Report `outcome` at once; an import goes on when nobody reads the report any more."""
    try:
        report(outcome)
        sys.stdout.flush()
    except BrokenPipeError:
        silence_output()


def _print_failures(summary: ImportSummary) -> None:
    for failure in summary.failures:
        print_error(failure)
