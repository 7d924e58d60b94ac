"""Opening the library that a command works on, and what follows when it has changed.

Whatever brings or changes articles, saved filters act on them once that is done. What was done
stands whether they can act or not: a failure goes to standard error, and they act the next time. A
wait for another writer is explained.
"""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from store.errors import DubaoError
from tui.cli import saved_filters
from tui.cli.output import print_error

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from store.library.library import Library


def library_of(
    arguments: argparse.Namespace, *, follow: bool = False
) -> "AbstractContextManager[Library]":
    """Give the library that ``--library`` names, by default this reader's own: see `library_in`."""
    from store.locations import library_address

    return library_in(library_address(arguments.library), follow=follow)


@contextmanager
def library_in(address: str, *, follow: bool = False) -> "Iterator[Library]":
    """Give the library at this address; filters follow if it changes, or if they are to `follow`.

    They do so, too, when the block ends with a DubaoError: what came before that has been done.
    """
    from store.library.library import open_library

    library = open_library(address, waiting=print_error, told=print_error)
    before = library.stamps()
    try:
        yield library
    except DubaoError:
        _follow(library, before, follow)
        raise
    _follow(library, before, follow)


def _follow(library: "Library", before: object, follow: bool) -> None:
    try:
        changed = library.stamps() != before
    except DubaoError:  # it cannot be looked at any more, which whoever reads it is told
        return
    if changed or follow:
        saved_filters.apply_all(library)
