"""``dubao watch``: imports what appears in folders, until it is ended."""

import argparse
from functools import partial
from time import sleep
from typing import TYPE_CHECKING

from tui.cli.hooks import hooked
from tui.cli.importing.report import sentences
from tui.cli.importing.run import run_import
from tui.cli.indexing import update_index_if_possible
from tui.cli.libraries import library_of
from tui.cli.output import print_error, print_lines
from tui.language import N_, _

if TYPE_CHECKING:
    from store.imports.pipeline import Outcome
    from store.imports.sources import Input

HELP = N_("import what appears in folders, until it is ended")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``dubao watch``."""
    from tui.cli.arguments import at_least_one

    parser.add_argument("files", nargs="+", metavar="FOLDER", help=_("a folder to watch"))
    parser.add_argument(
        "--every",
        type=at_least_one,
        default=5,
        metavar="SECONDS",
        help=_("seconds between two looks (default: 5)"),
    )
    parser.add_argument("-q", "--quiet", action="store_true", help=_("print only failures"))


def run(arguments: argparse.Namespace) -> int:
    """Look again and again; Ctrl-C or ``kill`` ends it, with exit status 0."""
    from store.imports.watch import Watch
    from store.reader.watched import open_watched
    from tui.cli.signals import ended_by_sigterm

    watched = open_watched(told=print_error)
    with library_of(arguments, follow=True) as library:
        watch = Watch(arguments.files, watched.of(library.place))
    try:
        with ended_by_sigterm():
            while True:
                if inputs := watch.look():
                    place, taken = _import(arguments, inputs)
                    watched.keep(place, watch.looks(taken))
                sleep(arguments.every)
    except KeyboardInterrupt:
        return 0


def _import(arguments: argparse.Namespace, inputs: "list[Input]") -> "tuple[str, list[Input]]":
    """Import what has come; return the library's place, and what it has taken in.

    Raises DubaoError when it takes nothing in.
    """
    from store.imports.inputs import import_all
    from store.imports.sources import NOTHING

    failed: list[str] = []

    def report(outcome: "Outcome") -> None:
        if outcome.error:
            failed.append(outcome.name)
        elif not arguments.quiet:
            print_lines(*sentences(outcome))

    with library_of(arguments, follow=True) as library, hooked(library):
        imported = partial(import_all, library, inputs, NOTHING)
        if run_import(imported, len(inputs), report, bar=False).changed:
            update_index_if_possible(library)
        return library.place, [
            each for each in inputs if not any(name.startswith(each.name) for name in failed)
        ]
