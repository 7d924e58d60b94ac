"""``dubao move``: issues from one library to another."""

import argparse
from typing import TYPE_CHECKING

from msgspec import Struct

from store.errors import DubaoError
from tui.cli.libraries import library_in, library_of
from tui.cli.output import print_error, print_json, print_lines, print_table
from tui.cli.progress import progress
from tui.cli.selection import select
from tui.language import N_, _

if TYPE_CHECKING:
    from store.library.library import Library

HELP = N_("move issues to another library")

BATCH = 16
"""Issues that are moved under one pair of locks, which others wait for."""

STATUS = {
    "new": N_("new there"),
    "held": N_("already there"),
    "merged": N_("merged with the issue there"),
    "restored": N_("restored there"),
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``dubao move``."""
    parser.add_argument("ids", nargs="*", metavar="ISSUE", help=_("an issue's id"))
    parser.add_argument(
        "--query", metavar="QUERY", help=_("issues with articles that match this query")
    )
    parser.add_argument("--all", action="store_true", help=_("all issues"))
    parser.add_argument("--to", required=True, metavar="DIR", help=_("the other library's folder"))
    parser.add_argument("--json", action="store_true", help=_("print JSON"))


class _Record(Struct, frozen=True):
    """One issue of ``dubao move --json``: its id here and there, and what became of it."""

    issue: str
    to: str = ""
    status: str = "failed"
    error: str = ""


def run(arguments: argparse.Namespace) -> int:
    """Move what is selected; exit status 1 when that is nothing, or some could not be moved."""
    from store.exports.selection import in_order

    if bool(arguments.ids or arguments.query) == arguments.all:
        raise DubaoError(_("Name the issues to move, or use --query or --all."))
    for name in arguments.ids:
        if "/" in name:
            raise DubaoError(
                _("{name} is an article; only whole issues can be moved.").format(name=name)
            )
    from store.locations import library_address

    with library_of(arguments) as library, library_in(library_address(arguments.to)) as other:
        if not library.writable():
            raise DubaoError(
                _("{folder}: you may not change this library; dubao export copies issues.").format(
                    folder=library.address
                )
            )
        meant, problems = select(library, arguments)
        moved, errors = _move(library, list(in_order(library, meant)), other)
    for error in errors:
        print_error(error.message)
    _tell(moved, arguments)
    if errors and all(record.error for record in moved):
        return 2
    return 1 if errors or problems or not moved else 0


def _move(
    library: "Library", names: list[str], other: "Library"
) -> tuple[list[_Record], list[DubaoError]]:
    """Move issues to the `other` library; return what became of each, and the errors."""
    moved: list[_Record] = []
    errors: list[DubaoError] = []
    with progress(_("moving"), len(names)) as step:
        for start in range(0, len(names), BATCH):
            batch = names[start : start + BATCH]
            try:
                found = library.move(batch, other)
            except DubaoError as error:  # of a library: it would be that of each batch
                moved += [_Record(name, error=str(error)) for name in names[start:]]
                errors.append(error)
                break
            for name, one in zip(batch, found, strict=True):
                if isinstance(one, DubaoError):
                    moved.append(_Record(name, error=str(one)))
                    errors.append(one)
                else:
                    moved.append(_Record(name, one.issue, one.status))
                step(isinstance(one, DubaoError))
    return moved, errors


def _tell(moved: list[_Record], arguments: argparse.Namespace) -> None:
    if arguments.json:
        print_json(moved)
        return
    there = [record for record in moved if not record.error]
    print_table((record.issue, "→", record.to, _(STATUS[record.status])) for record in there)
    if there:
        print_lines(_("dubao remove --undo ISSUE brings an issue back here."))
    elif not moved:
        print_lines(_("There is nothing to move."))
