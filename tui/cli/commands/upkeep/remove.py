"""``dubao remove``: remove issues from the library, bring them back, or delete them for good."""

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.cli.libraries import library_of
from tui.cli.output import found_nothing, print_error, print_json, print_lines, print_table
from tui.language import N_, _, plural

if TYPE_CHECKING:
    from store.library.library import Library
    from store.models import CatalogueRow

HELP = N_("remove issues from the library, or bring them back")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``dubao remove``."""
    parser.add_argument("issues", nargs="*", metavar="ISSUE", help=_("an issue's id"))
    parser.add_argument(
        "--undo",
        action="store_true",
        help=_("bring these issues back (default: the last one removed)"),
    )
    parser.add_argument("--list", action="store_true", help=_("list what can be brought back"))
    parser.add_argument("--empty", action="store_true", help=_("delete removed issues for good"))
    parser.add_argument("--json", action="store_true", help=_("print JSON"))


def run(arguments: argparse.Namespace) -> int:
    """Remove, restore, list or delete; exit status 1 when there is nothing to do that to."""
    names: list[str] = arguments.issues
    options = sum([arguments.undo, arguments.list, arguments.empty])
    alone = arguments.list or arguments.empty
    if options > 1 or (not options and not names) or (alone and names):
        print_error(_("Name the issues to remove, or use one of --undo, --list and --empty."))
        return 2
    with library_of(arguments) as library:
        if arguments.list:
            return _list(library.removed(), arguments.json)
        if arguments.empty:
            return _empty(library)
        if arguments.undo:
            return _restore(library, names)
        return _remove(library, names, arguments.json)


def _remove(library: "Library", names: Sequence[str], json: bool) -> int:
    from store.reader.marks import open_marks
    from tui.state.marking import remove

    marks = open_marks(told=print_error)
    rows = [remove(library, marks, name) for name in names]
    if json:
        print_json(rows)
        return 0
    for row in rows:
        removed = _("{issue} was removed; dubao remove --undo brings it back.")
        print_lines(removed.format(issue=row.id))
    return 0


def _restore(library: "Library", names: Sequence[str]) -> int:
    """Bring back the issues named, else the one removed last."""
    last = [row.id for row in library.removed()[:1]]
    for name in names or last:
        print_lines(_("{issue} is back.").format(issue=library.restore(name).id))
    return 0 if names or last else found_nothing(_("There is nothing to bring back."))


def _list(removed: "Sequence[CatalogueRow]", json: bool) -> int:
    if json:
        print_json(removed)
    else:
        print_table((row.id, row.paper, f"{row.removed:%Y-%m-%d %H:%M}") for row in removed)
    return 0 if removed else found_nothing(_("There is nothing to bring back."))


def _empty(library: "Library") -> int:
    number = library.empty()
    print_lines(plural("{n} issue deleted.", "{n} issues deleted.", number).format(n=number))
    return 0 if number else 1
