"""``dubao check``: whether the library is intact, and repairing it."""

import argparse
from typing import TYPE_CHECKING

from msgspec import Struct

from tui.cli.libraries import library_of
from tui.cli.output import print_error, print_json, print_lines
from tui.cli.progress import progress
from tui.language import N_, _, plural
from tui.messages import translated

if TYPE_CHECKING:
    from store.library.library import Library
    from store.library.repair.quarantine import Finding

HELP = N_("check that the library is intact, and repair it")


class _Record(Struct, frozen=True):
    """One finding of ``dubao check --json``."""

    file: str
    wrong: str
    mended: str


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``dubao check``."""
    parser.add_argument("--repair", action="store_true", help=_("repair what is found to be wrong"))
    parser.add_argument(
        "--restore",
        nargs="*",
        metavar="NAME",
        help=_("put back what repairs have set aside, all of it or these files"),
    )
    parser.add_argument("--json", action="store_true", help=_("print JSON"))


def run(arguments: argparse.Namespace) -> int:
    """Check the library and this reader's state; exit status 1 when something stays wrong."""
    if arguments.repair and arguments.restore is not None:
        print_error(_("Use one of --repair and --restore."))
        return 2
    with library_of(arguments) as library:
        if arguments.restore is not None:
            found = library.put_back(arguments.restore)
            advice = _restored(found)
        else:
            found = _check(library, arguments.repair)
            advice = _checked(library, found, arguments.repair)
    if arguments.json:
        print_json([_record(finding) for finding in found])
    else:
        for finding in found:
            print_lines(" → ".join(map(translated, filter(None, (finding.wrong, finding.mended)))))
        print_lines(*advice)
    return 1 if any(not finding.mended for finding in found) else 0


def _check(library: "Library", repair: bool) -> "list[Finding]":
    """Return what is wrong with the library and the state; with `repair` it is mended."""
    from store.imports.pipeline import reader
    from store.processes import Worker
    from store.reader.state_check import check_state

    with Worker() as worker:
        steps = library.check(repair=repair, read=reader(worker))
        total, found = next(steps)
        with progress(_("checking"), total) as step:
            for _left, findings in steps:
                found += findings
                step(bool(findings))
    return [*found, *check_state(repair=repair)]


def _checked(library: "Library", found: "list[Finding]", repair: bool) -> list[str]:
    """Return what is to be said after a check."""
    if not found:
        number = len(library.rows())
        return [
            plural("{n} issue, all intact.", "{n} issues, all intact.", number).format(n=number)
        ]
    if not repair and not all(finding.mended for finding in found):
        return [_("dubao check --repair rebuilds what it can, and sets the rest aside.")]
    return []


def _restored(found: "list[Finding]") -> list[str]:
    """Return what is to be said after files have been put back."""
    if not found:
        return [_("Nothing is set aside.")]
    if any(finding.mended for finding in found):
        return [_("dubao check --repair takes into the library what no issue has.")]
    return []


def _record(finding: "Finding") -> _Record:
    return _Record(finding.file, str(finding.wrong), str(finding.mended or ""))
