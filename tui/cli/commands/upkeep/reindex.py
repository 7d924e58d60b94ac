"""``dubao reindex``: the index made anew, and the keywords with it when they are to be."""

import argparse
from typing import TYPE_CHECKING

from store.errors import LibraryError
from tui.cli.libraries import library_of
from tui.cli.output import say
from tui.cli.progress import progress
from tui.language import N_, _, plural

if TYPE_CHECKING:
    from store.library.library import Library

HELP = N_("make the index anew, and with --words the keywords")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``dubao reindex``."""
    parser.add_argument(
        "--words", action="store_true", help=_("make keywords anew, with the words known today")
    )


def run(arguments: argparse.Namespace) -> int:
    """Make the index anew."""
    with library_of(arguments) as library:
        if arguments.words:
            _reword(library)
        if not index(library, anew=True):
            sentence = _("{path}: another dubao is making its index; try again later.")
            raise LibraryError(sentence.format(path=library.path))
        articles = sum(row.articles for row in library.rows())
    say(plural("{n} article indexed.", "{n} articles indexed.", articles).format(n=articles))
    return 0


def index(library: "Library", *, anew: bool = False) -> bool:
    """Bring the index up to date, or make it anew; return False if another process is at it.

    Raises LibraryError.
    """
    from store.index.update import update

    shown = 0

    def told(done: int, _total: int) -> None:
        nonlocal shown
        step(by=done - shown)
        shown = done

    with progress(_("indexing"), sum(row.articles for row in library.rows())) as step:
        return update(library, anew=anew, progress=told)


def _reword(library: "Library") -> None:
    from store.imports.pipeline import reword

    names = [row.id for row in library.rows()]
    shown = changed = 0
    with progress(_("making keywords"), len(names)) as step:
        for done, so_far in reword(library, names):
            step(by=done - shown)
            shown, changed = done, so_far
    say(plural("{n} issue changed.", "{n} issues changed.", changed).format(n=changed))
