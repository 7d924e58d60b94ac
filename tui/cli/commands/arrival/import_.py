"""``dubao import``: files, folders or standard input into the library."""

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from store.errors import DubaoError
from tui.cli.account import account
from tui.cli.commands.filing.filters import rule
from tui.cli.libraries import library_of
from tui.cli.output import complain, say, saying_json, table
from tui.cli.tally import STATUSES, follow
from tui.language import N_, _, plural

if TYPE_CHECKING:
    from store.imports.pipeline import Outcome
    from store.imports.sources import Input
    from store.library.library import Library

FEW = 10
"""So many inputs are told of one by one on a terminal."""

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
    from store.imports.inputs import import_all, preview
    from store.press.text.clean import clean_line

    total = count(arguments.files)
    given = (inputs_of(arguments.files), arguments.date, clean_line(arguments.paper))
    bar = not (arguments.json and sys.stdout.isatty())
    with _told(arguments, total) as each:
        if arguments.dry_run:
            tally = follow(preview(*given), total, each, bar=bar, kept=False)
        else:
            with library_of(arguments) as library:
                tally = follow(import_all(library, *given), total, each, bar=bar)
                if tally.changed:
                    _index(library)
                    rule(library)
    if not (arguments.json or arguments.quiet) and total > FEW:
        table(tally.summary())
    return tally.status


def _index(library: "Library") -> None:
    """Have the index follow; what it lacks is read through, so that failing costs time only."""
    from tui.cli.commands.upkeep.reindex import index

    try:
        index(library)
    except DubaoError as error:
        complain(str(error))


def inputs_of(names: Iterable[str]) -> "Iterator[Input]":
    """Yield the inputs named; ``-`` is standard input, read when its turn comes."""
    from store.imports.sources import Input, gather

    for name in names:
        if name == "-":
            yield Input("-", sys.stdin.buffer.read())
        else:
            yield from gather([name])


def count(names: Iterable[str]) -> int:
    """Return how many inputs are named; none is opened."""
    from store.imports.sources import gather

    return sum(1 if name == "-" else sum(1 for _ in gather([name])) for name in names)


@contextmanager
def _told(arguments: argparse.Namespace, total: int) -> "Iterator[Callable[[Outcome], None]]":
    """Yield what is to be called with each outcome, so that it is told as was asked for.

    In a pipe everything is told when it has come, on a terminal a few inputs are when all are
    through, each with its account, and of many there is a summary.
    """
    if arguments.json:
        as_array = total > 1 or not arguments.dry_run
        with saying_json(as_array=as_array) as put:
            yield lambda outcome: _put(put, outcome, arguments.dry_run)
    elif arguments.quiet or (total > FEW and sys.stdout.isatty()):
        yield lambda _outcome: None
    elif sys.stdout.isatty():
        outcomes: list[Outcome] = []
        yield outcomes.append
        for outcome in outcomes:
            say(*sentences(outcome))
            if outcome.reading and not outcome.error:
                table(("", *row) for row in account(outcome.reading))
    else:
        yield lambda outcome: say(*sentences(outcome))


def _put(put: Callable[[object], None], outcome: "Outcome", dry_run: bool) -> None:
    if not dry_run:
        put(_record(outcome))
    elif outcome.reading:
        put(outcome.reading.issue)


def sentences(outcome: "Outcome") -> Iterator[str]:
    """Yield what a reader wants to know of an import: what it is called, and what is doubtful."""
    added, reading = outcome.added, outcome.reading
    if outcome.error:
        return
    if added and added.status == "held":
        yield _("{name}: already in the library as {issue}; nothing changed.").format(
            name=outcome.name, issue=added.issue
        )
        return
    if added and added.status == "restored":
        yield _("{issue} is back.").format(issue=added.issue)
        return
    if reading is None:
        of_archive = f"{outcome.name}: {added.issue}" if added else outcome.name
        yield f"{of_archive}  {_(STATUSES[added.status if added else 'read'])}"
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
    if added and added.status == "merged" and added.pages_added:
        yield "  " + _("joined the issue of that day: pages {pages} are new.").format(
            pages=", ".join(added.pages_added)
        )
    if added and added.variants:
        yield "  " + _("already held from another source, kept beside it: page {pages}").format(
            pages=", ".join(added.variants)
        )
    for warning in issue.warnings:
        yield f"  {warning}"


class _Record(Struct, frozen=True):
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
