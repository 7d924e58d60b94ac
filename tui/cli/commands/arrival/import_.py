"""``dubao import``: files, folders or standard input into the library.

The module's name ends in ``_`` because ``import`` is a keyword of Python.
"""

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

from msgspec import Struct

from tui.cli.arguments import day
from tui.cli.hooks import hooked
from tui.cli.importing.inputs import count_inputs, inputs_of
from tui.cli.importing.report import details, sentences
from tui.cli.importing.run import run_import
from tui.cli.importing.summary import ImportSummary
from tui.cli.indexing import update_index_if_possible
from tui.cli.libraries import library_of
from tui.cli.output import json_printer, print_lines, print_table
from tui.language import N_, _

if TYPE_CHECKING:
    from collections.abc import Callable

    from store.imports.pipeline import Outcome
    from store.press.result import Report as PressReport
    from tui.cli.importing.run import Report

FEW, SOME = 10, 40
"""Inputs that are reported with their details on a terminal, and those that are named one by one;
more are summed up."""

HELP = N_("import pages, feeds and documents into the library")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``dubao import``."""
    from store.press.read import kinds_read

    kinds = {kind.code: f"{kind.code} ({_(kind.name.template)})" for kind in kinds_read()}
    parser.add_argument(
        "files", nargs="+", metavar="FILE", help=_("a file, a folder, or - for standard input")
    )
    parser.add_argument("--date", type=day, metavar="DAY", help=_("the issue's date"))
    parser.add_argument("--paper", default="", metavar="NAME", help=_("the paper's name"))
    parser.add_argument(
        "--as",
        dest="kind",
        default="",
        metavar="KIND",
        choices=kinds,
        help=_("what it is, whatever it looks like: {kinds}").format(
            kinds=", ".join(kinds.values())
        ),
    )
    parser.add_argument(
        "--dry-run", action="store_true", help=_("read the files, but save nothing")
    )
    parser.add_argument("--json", action="store_true", help=_("print JSON"))
    parser.add_argument("-q", "--quiet", action="store_true", help=_("print only failures"))


def run(arguments: argparse.Namespace) -> int:
    """Import what is named; with ``--dry-run --json`` print the issues as they were read."""
    total = count_inputs(arguments.files)
    with _reporting(arguments, total) as report:
        summary = _import(arguments, total, report)
    if total > FEW and not (arguments.json or arguments.quiet):
        print_table([(summary.told(),)])
        print_table(summary.rows())
    return summary.exit_status


def _import(arguments: argparse.Namespace, total: int, report: "Report") -> ImportSummary:
    """Import or preview; after an import that changed the library, the index follows."""
    from store.imports.inputs import import_all, preview
    from store.imports.sources import Known
    from store.press.text.clean import clean_line

    known = Known(arguments.date, clean_line(arguments.paper), arguments.kind)
    given = (inputs_of(arguments.files), known)
    bar = not (arguments.json and sys.stdout.isatty())
    if arguments.dry_run:
        return run_import(partial(preview, *given), total, report, bar=bar, kept=False)
    # Filters have to do, too, what an import that was cut off has left undone.
    with library_of(arguments, follow=True) as library, hooked(library):
        summary = run_import(partial(import_all, library, *given), total, report, bar=bar)
        if summary.changed:
            update_index_if_possible(library)
    return summary


@contextmanager
def _reporting(arguments: argparse.Namespace, total: int) -> "Iterator[Report]":
    """Yield the function that reports each outcome in the way that was asked for.

    In a pipe every outcome is reported when it comes. On a terminal, where the bar is, a few are
    reported when all have come, each with its details; of some each is told of in a line or two,
    and of many there is only a summary.
    """
    if arguments.json:
        with json_printer(as_array=total > 1 or not arguments.dry_run) as put:
            yield lambda outcome: _print_json(put, outcome, arguments.dry_run)
    elif arguments.quiet:
        yield lambda _outcome: None
    elif sys.stdout.isatty():
        outcomes: list[Outcome] = []
        yield lambda outcome: outcomes.append(outcome) if len(outcomes) <= SOME else None
        for outcome in outcomes if len(outcomes) <= SOME else ():
            _print_with_details(outcome) if total <= FEW else print_lines(*sentences(outcome))
    else:
        yield lambda outcome: print_lines(*sentences(outcome))


def _print_with_details(outcome: "Outcome") -> None:
    print_lines(*sentences(outcome))
    if outcome.result and not outcome.error:
        print_table(("", *row) for row in details(outcome.result))


def _print_json(put: "Callable[[object], None]", outcome: "Outcome", dry_run: bool) -> None:
    if not dry_run:
        put(_record(outcome))
    elif outcome.result:
        from store.exports.selection import issue_json

        put(issue_json(outcome.result.issue))


class _Record(Struct, frozen=True):
    """One input of ``dubao import --json``."""

    file: str
    kind: str
    issue: str
    status: str
    error: str
    report: "PressReport | None"


def _record(outcome: "Outcome") -> _Record:
    added = outcome.added
    return _Record(
        file=outcome.name,
        kind=outcome.result.report.kind if outcome.result else "",
        issue=added.issue if added else "",
        status=added.status if added else "failed",
        error=str(outcome.error or ""),
        report=outcome.result.report if outcome.result else None,
    )
