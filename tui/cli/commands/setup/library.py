"""``dubao library``: make a library where there is none, in a folder or in PostgreSQL."""

import argparse

from tui.cli.output import print_lines
from tui.language import N_, _, plural

HELP = N_("make a library, in a folder or in PostgreSQL")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``dubao library``."""
    parser.add_argument("what", choices=["init"], help=_("init: make one; what is there stays"))
    parser.add_argument("address", metavar="ADDRESS", help=_("a folder, or postgresql://HOST/NAME"))


def run(arguments: argparse.Namespace) -> int:
    """Make the library, and say who may read and write it."""
    from store.library.library import open_library
    from store.locations import is_remote, library_address

    address = library_address(arguments.address)
    if is_remote(address):
        from store.backends.addresses import make_archive

        make_archive(address)
    with open_library(address) as library:
        library.add_all([])
        n = len(library.rows())
        told = plural(
            "{address}: a library of {n} issue.", "{address}: a library of {n} issues.", n
        )
        print_lines(told.format(address=library.address, n=n))
    if is_remote(address):
        print_lines(
            _("Whoever is to read it: GRANT dubao_reader TO NAME; to change it: dubao_keeper.")
        )
    return 0
