"""``dubao import``: files, folders or standard input into the library."""

import argparse
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from tui.cli.account import account
from tui.cli.libraries import library_of
from tui.cli.output import complain, say, say_json, table
from tui.language import N_, _, plural

if TYPE_CHECKING:
    from store.importing import Input, Outcome

HELP = N_("read page dumps into the library")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``dubao import``."""
    parser.add_argument("files", nargs="+", metavar="FILE", help=_("a file, a folder, or - "))
    parser.add_argument("--date", type=day, metavar="YYYY-MM-DD", help=_("the issue's date"))
    parser.add_argument("--paper", default="", metavar="NAME", help=_("the paper's name"))
    parser.add_argument("--dry-run", action="store_true", help=_("read, but keep nothing"))
    parser.add_argument("--json", action="store_true", help=_("print JSON"))
    parser.add_argument("-q", "--quiet", action="store_true", help=_("print failures only"))


def run(arguments: argparse.Namespace) -> int:
    """Import what is named; with ``--dry-run --json`` print the issues as they were read."""
    from store.importing import import_inputs, read
    from store.press.clean import clean_line

    inputs = list(inputs_of(arguments.files))
    paper = clean_line(arguments.paper)
    if arguments.dry_run:
        outcomes = [read(source, arguments.date, paper) for source in inputs]
    else:
        with (
            library_of(arguments) as library,
            progress(len(inputs)) as step,
        ):
            outcomes = []
            for outcome in import_inputs(library, inputs, arguments.date, paper):
                outcomes.append(outcome)
                step()
    _tell(outcomes, arguments)
    return status_of(outcomes)


def inputs_of(names: Iterable[str]) -> "Iterator[Input]":
    """Yield the inputs named; ``-`` is standard input."""
    from store.importing import Input, gather

    for name in names:
        if name == "-":
            yield Input("-", sys.stdin.buffer.read())
        else:
            yield from gather([name])


def status_of(outcomes: "Iterable[Outcome]") -> int:
    """Return 0 when all went well, 1 when some failed, 2 when all did; errors are printed."""
    failed = [bool(outcome.error) for outcome in outcomes]
    return 0 if not any(failed) else 2 if all(failed) else 1


def _tell(outcomes: "list[Outcome]", arguments: argparse.Namespace) -> None:
    for outcome in outcomes:
        if outcome.error:
            complain(outcome.error)
    if arguments.json:
        if arguments.dry_run:
            issues = [o.reading.issue for o in outcomes if o.reading]
            if issues:
                say_json(issues[0] if len(outcomes) == 1 else issues)
        else:
            say_json([_record(outcome) for outcome in outcomes])
        return
    for outcome in outcomes:
        if not outcome.error and not arguments.quiet:
            say(*sentences(outcome))
            if outcome.reading and sys.stdout.isatty():
                table(("", *row) for row in account(outcome.reading))


def sentences(outcome: "Outcome") -> Iterator[str]:
    """Yield what a reader wants to know of an import: what it is called, and what is doubtful."""
    added, reading = outcome.added, outcome.reading
    if added and added.status == "held":
        yield _("{name}: already in the library as {issue}; nothing changed.").format(
            name=outcome.name, issue=added.issue
        )
        return
    if added and added.status == "restored":
        yield _("{issue} is back.").format(issue=added.issue)
        return
    if reading is None:
        return
    issue = reading.issue
    name = added.issue if added else issue.id
    yield "{file}: {name}  {paper}  {pages}, {articles}".format(
        file=outcome.name,
        name=name,
        paper=issue.paper.name or _("(no name)"),
        pages=plural("{n} page", "{n} pages", len(issue.pages)).format(n=len(issue.pages)),
        articles=plural("{n} article", "{n} articles", len(issue.articles)).format(
            n=len(issue.articles)
        ),
    )
    if added and added.renamed_from:
        yield "  " + _("was {old}; the old name still works.").format(old=added.renamed_from)
    if added and added.status == "merged":
        yield "  " + _("joined the issue of that day: pages {pages} are new.").format(
            pages=", ".join(added.pages_added) or "-"
        )
    if added and added.variants:
        yield "  " + _("already held from another source, kept beside it: page {pages}").format(
            pages=", ".join(added.variants)
        )
    for warning in issue.warnings:
        yield f"  {warning}"


@dataclass(frozen=True, slots=True)
class _Record:
    """One line of ``dubao import --json``."""

    file: str
    issue: str
    status: str
    error: str
    report: Any


def _record(outcome: "Outcome") -> _Record:
    added = outcome.added
    return _Record(
        file=outcome.name,
        issue=added.issue if added else "",
        status=added.status if added else "failed",
        error=outcome.error,
        report=outcome.reading.report if outcome.reading else None,
    )


def day(text: str) -> date:
    """Return the date that an argument gives."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(
            _("{text} is not a date; write it as 2019-11-19").format(text=text)
        ) from None


@contextmanager
def progress(total: int) -> Iterator[Any]:
    """Yield a function to call after each input; it draws a bar where one can be seen."""
    if total < 2 or not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(_("importing"), total=total)
        yield lambda: bar.advance(task)
