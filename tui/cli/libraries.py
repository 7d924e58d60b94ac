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
from store.messages import Message, template
from tui.cli import saved_filters
from tui.cli.output import print_error

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from store.backends.state_files import Told
    from store.library.library import Library
    from store.reader.exchange.carrier import Carrier


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


ELSEWHERE = template("state = archive: your marks stay here, for the library is no archive.")
OF_GUESTS = template("state = archive: the marks of guests stay here.")

LATER = template("What you marked is kept here, and goes to the archive later ({why})")

MARKING = {"clips", "fetch", "filters", "import", "remove", "watch"}
"""Commands by which something is marked."""


def carrier_of(arguments: argparse.Namespace, told: "Told") -> "Carrier | None":
    """Return what carries the reader's marks to other hosts, None where they are to stay here."""
    address = _archive_of(arguments, told)
    if not address:
        return None
    from store.backends.disk import state_files
    from store.reader.exchange.carrier import Carrier

    return Carrier(address, state_files(), told)


def exchange_marks(arguments: argparse.Namespace) -> None:
    """Exchange with other hosts what a command has marked, if it is to be."""
    if arguments.command in MARKING:
        exchange_state(arguments)


def exchange_state(arguments: argparse.Namespace, told: "Told" = print_error) -> None:
    """Exchange the reader's state with other hosts, if it is to be; a failure is `told` of."""
    address = _archive_of(arguments, told)
    if not address:
        return
    from store.backends.disk import state_files
    from store.reader.exchange.carrier import exchange_once

    try:
        exchange_once(address, state_files(), told)
    except DubaoError as error:
        told(Message(LATER, {"why": error.message}))


def _archive_of(arguments: argparse.Namespace, told: "Told") -> str:
    """Return the archive in which the reader's marks are to lie, ``""`` if they stay here."""
    from store.locations import is_remote, library_address

    if arguments.config.state == "here":
        return ""
    address = library_address(getattr(arguments, "library", None))
    if arguments.restricted or not is_remote(address):
        told(Message(OF_GUESTS if arguments.restricted else ELSEWHERE))
        return ""
    return address


def _follow(library: "Library", before: object, follow: bool) -> None:
    try:
        changed = library.stamps() != before
    except DubaoError:  # it cannot be looked at any more, which whoever reads it is told
        return
    if changed or follow:
        saved_filters.apply_all(library)
