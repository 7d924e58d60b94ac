"""One fetcher at a time in a library: two would ask the same hosts, and for the same pages."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from store.backends import opening
from store.backends.disk import UNWRITTEN
from store.backends.locking import held
from store.errors import HeldError, LibraryError

_FILE = ".fetching"
_FOLDER = 0o777


@contextmanager
def only_fetcher(folder: Path) -> Iterator[None]:
    """Be the one that fetches into the library in `folder`, whatever others do with it.

    Raises HeldError at once when another fetches, LibraryError when nothing can be written there.
    """
    try:
        opening.make(folder, _FOLDER)
        with held(folder / _FILE, patience=0):
            yield
    except HeldError as error:
        raise HeldError(
            "Another dubao is fetching into this library, and one is enough ({why})", why=error
        ) from error
    except OSError as error:
        raise LibraryError(UNWRITTEN, file=folder / _FILE, why=error) from error
