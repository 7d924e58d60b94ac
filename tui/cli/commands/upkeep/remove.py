"""``dubao remove``: issues out of the library, back into it, or gone for good."""

import argparse

from tui.cli.libraries import library_of
from tui.cli.output import complain, nothing, say, say_json, table
from tui.language import N_, _, plural

HELP = N_("take issues out of the library, and bring them back")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``dubao remove``."""
    parser.add_argument("issues", nargs="*", metavar="ISSUE", help=_("an issue's id"))
    parser.add_argument("--undo", action="store_true", help=_("bring these back, else the last"))
    parser.add_argument("--list", action="store_true", help=_("show what can be brought back"))
    parser.add_argument("--empty", action="store_true", help=_("delete for good what was removed"))
    parser.add_argument("--json", action="store_true", help=_("print JSON"))


def run(arguments: argparse.Namespace) -> int:
    """Do what is asked for; exit status 1 when there is nothing to bring back, list or delete."""
    names: list[str] = arguments.issues
    ways = sum([arguments.undo, arguments.list, arguments.empty])
    if ways > 1 or (not ways and not names) or (names and (arguments.list or arguments.empty)):
        complain(_("Name issues to remove, or say one of --undo, --list and --empty."))
        return 2
    with library_of(arguments) as library:
        removed = library.removed()
        if arguments.list:
            if arguments.json:
                say_json(removed)
            else:
                table((row.id, row.paper, f"{row.removed:%Y-%m-%d %H:%M}") for row in removed)
            return 0 if removed else nothing(_("Nothing can be brought back."))
        if arguments.empty:
            number = library.empty()
            say(plural("{n} issue deleted.", "{n} issues deleted.", number).format(n=number))
            return 0 if number else 1
        if arguments.undo:
            for name in names or [row.id for row in removed[:1]]:
                say(_("{issue} is back.").format(issue=library.restore(name).id))
            return 0 if names or removed else nothing(_("Nothing can be brought back."))
        rows = [library.remove(name) for name in names]
    if arguments.json:
        say_json(rows)
    else:
        for row in rows:
            say(
                _("{issue} is out of the library; dubao remove --undo brings it back.").format(
                    issue=row.id
                )
            )
    return 0
