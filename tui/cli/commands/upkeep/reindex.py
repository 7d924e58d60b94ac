"""``dubao reindex``: rebuild the index, and with ``--words`` the keywords."""

import argparse
from typing import TYPE_CHECKING

from store.errors import LibraryError
from tui.cli.indexing import update_index
from tui.cli.libraries import library_of
from tui.cli.output import print_lines
from tui.cli.progress import progress
from tui.language import N_, _, plural

if TYPE_CHECKING:
    from store.library.library import Library

HELP = N_("rebuild the index, and with --words the keywords")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``dubao reindex``."""
    parser.add_argument(
        "--words", action="store_true", help=_("rebuild the keywords too, with all words known now")
    )
    parser.add_argument(
        "--share",
        action="store_true",
        help=_("put it into the archive too, for hosts that have none yet to begin with"),
    )


def run(arguments: argparse.Namespace) -> int:
    """Rebuild the index; raise LibraryError when another process is at it."""
    from store.index.update import refuse_to_share, share

    with library_of(arguments) as library:
        if arguments.share:
            refuse_to_share(library)
        if arguments.words:
            _make_keywords(library)
        if not update_index(library, anew=True):
            sentence = _("{path}: another dubao is building the index; try again later.")
            raise LibraryError(sentence.format(path=library.address))
        articles = sum(row.articles for row in library.rows())
        if arguments.share:
            share(library)
    print_lines(
        plural("{n} article indexed.", "{n} articles indexed.", articles).format(n=articles)
    )
    return 0


def _make_keywords(library: "Library") -> None:
    from store.imports.keywords import rebuild_keywords

    names = [row.id for row in library.rows()]
    shown = changed = 0
    with progress(_("making keywords"), len(names)) as step:
        for done, so_far in rebuild_keywords(library, names):
            step(by=done - shown)
            shown, changed = done, so_far
    print_lines(plural("{n} issue changed.", "{n} issues changed.", changed).format(n=changed))
