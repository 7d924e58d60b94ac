"""One fetcher at a time in a library: two would ask the same hosts, and for the same pages."""

from collections.abc import Iterator
from contextlib import contextmanager

from store.backends.files import Files
from store.errors import HeldError


@contextmanager
def only_fetcher(files: Files) -> Iterator[None]:
    """Be the one that fetches into the library in these files, whatever others do with it.

    Raises HeldError at once when another fetches, LibraryError when nothing can be written there.
    """
    try:
        with files.alone("fetching"):
            yield
    except HeldError as error:
        raise HeldError(
            "Another dubao is fetching into this library, and one is enough ({why})", why=error
        ) from error
