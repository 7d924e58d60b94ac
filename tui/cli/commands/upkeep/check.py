"""``dubao check``: whether the library is intact, and repairing it."""

import argparse
from typing import TYPE_CHECKING

from msgspec import Struct

from tui.cli.libraries import library_of
from tui.cli.output import print_json, print_lines
from tui.cli.progress import progress
from tui.language import N_, _, plural
from tui.messages import translated

if TYPE_CHECKING:
    from store.library.checking import Finding

HELP = N_("check that the library is intact, and repair it")


class _Record(Struct, frozen=True):
    """One finding of ``dubao check --json``."""

    file: str
    wrong: str
    mended: str


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``dubao check``."""
    parser.add_argument("--repair", action="store_true", help=_("repair what is found to be wrong"))
    parser.add_argument("--json", action="store_true", help=_("print JSON"))


def run(arguments: argparse.Namespace) -> int:
    """Check the library and this reader's marks; exit status 1 when something stays wrong."""
    from store.reader.marks import open_marks

    found = []
    with library_of(arguments) as library:
        marks = open_marks()
        steps = library.check(repair=arguments.repair)
        total, first = next(steps)
        found += first
        with progress(_("checking"), total) as step:
            for _left, findings in steps:
                found += findings
                step(bool(findings))
        found += marks.check(repair=arguments.repair)
        number = len(library.rows())
    if arguments.json:
        print_json([_record(finding) for finding in found])
    else:
        for finding in found:
            print_lines(" → ".join(map(translated, filter(None, (finding.wrong, finding.mended)))))
        if not found:
            print_lines(
                plural("{n} issue, all intact.", "{n} issues, all intact.", number).format(n=number)
            )
        elif not arguments.repair:
            print_lines(_("dubao check --repair rebuilds what it can, and sets the rest aside."))
    return 1 if any(not finding.mended for finding in found) else 0


def _record(finding: "Finding") -> _Record:
    return _Record(finding.file, str(finding.wrong), str(finding.mended or ""))
