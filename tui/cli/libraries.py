"""Opening the library that a command works on; a wait for another writer is explained."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from tui.cli.output import print_error

if TYPE_CHECKING:
    from store.library.library import Library


def library_of(arguments: argparse.Namespace) -> "Library":
    """Return the library that ``--library`` names, by default this reader's own."""
    from store.locations import library_folder

    return library_in(library_folder(arguments.library))


def library_in(folder: Path) -> "Library":
    """Return the library in this folder."""
    from store.library.library import open_library

    return open_library(folder, waiting=print_error, told=print_error)
