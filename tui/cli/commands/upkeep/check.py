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


class _Verified(Struct, frozen=True):
    """What ``dubao check --verify --json`` says of an archive; `wrong` is empty if it is whole."""

    archive: str
    issues: int
    originals: int
    wrong: str


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``dubao check``."""
    parser.add_argument("--repair", action="store_true", help=_("repair what is found to be wrong"))
    parser.add_argument(
        "--restore",
        nargs="*",
        metavar="NAME",
        help=_("put back what repairs have set aside, all of it or these files"),
    )
    parser.add_argument(
        "--verify", metavar="ARCHIVE", help=_("say whether this archive would restore its issues")
    )
    parser.add_argument("--json", action="store_true", help=_("print JSON"))


def run(arguments: argparse.Namespace) -> int:
    """Check the library and this reader's state; exit status 1 when something stays wrong."""
    if arguments.repair + (arguments.restore is not None) + (arguments.verify is not None) > 1:
        print_error(_("Use one of --repair, --restore and --verify."))
        return 2
    if arguments.verify is not None:
        return _verify(arguments.verify, arguments.json)
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
    from store.subscriptions.pictures import check_pictures
    from store.subscriptions.subscriptions import check_subscriptions

    with Worker() as worker:
        steps = library.check(repair=repair, read=reader(worker))
        total, found = next(steps)
        with progress(_("checking"), total) as step:
            for _left, findings in steps:
                found += findings
                step(bool(findings))
    found += check_pictures(library.files, repair=repair)
    found += check_subscriptions(library.files, repair=repair)
    return [*found, *check_state(repair=repair)]


def _verify(name: str, json: bool) -> int:
    """Say what an archive would restore; exit status 1 when it is damaged.

    Raises SourceError when it cannot be read, and NewerError.
    """
    from store.errors import LibraryError, NewerError
    from store.imports.inputs import verify
    from store.imports.sources import Input
    from tui.cli.importing.inputs import inputs_of

    source = next(inputs_of([name])) if name == "-" else Input(name)
    issues = originals = 0
    wrong = None
    try:
        issues, originals = verify(source)
    except NewerError:
        raise
    except LibraryError as error:
        wrong = error.message
    if json:
        print_json(_Verified(source.name, issues, originals, str(wrong or "")))
    elif wrong:
        print_error(wrong)
    else:
        whole = _("{file}: whole; it would restore {issues} and {originals}.")
        count = plural("{n} issue", "{n} issues", issues).format(n=issues)
        held = plural("{n} original", "{n} originals", originals).format(n=originals)
        print_lines(whole.format(file=source.name, issues=count, originals=held))
    return 1 if wrong else 0


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
