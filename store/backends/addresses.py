"""Where a library's files are opened, by the address that says where they lie.

An address is a folder's path, or a connection of PostgreSQL as libpq takes it:
``postgresql://HOST[,HOST…]/NAME``, or ``service=NAME``. A password is none of it: libpq takes that
from ``~/.pgpass``, a service file or the environment, and so it is never shown, logged or stored.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

from store.backends.disk import DiskFiles
from store.backends.files import Files
from store.backends.locking import PATIENCE, Waiting, quietly
from store.errors import LibraryError
from store.locations import is_remote

if TYPE_CHECKING:
    from store.backends.postgres.files import PostgresFiles
    from store.backends.postgres.state import ArchiveState


class How(TypedDict, total=False):
    """How files are opened.

    A caller that must wait for another writer is told why by ``waiting``, and gives up after
    ``patience`` seconds. Those that are ``readonly`` are not written whoever may. ``told`` is told
    when no server answers. Opened ``lazily``, what was read of a server before does, until they are
    to `follow` what others change there.
    """

    waiting: Waiting
    patience: float
    readonly: bool
    told: Waiting
    lazily: bool


def open_files(address: str | Path, **how: Unpack[How]) -> Files:
    """Return the files at `address`; a folder that is missing is made by the first write.

    Raises LibraryError when something else is there.
    """
    waiting, patience = how.get("waiting", quietly), how.get("patience", PATIENCE)
    readonly = how.get("readonly", False)
    if is_remote(str(address)):
        from store.backends.postgres.cached import CachedFiles
        from store.backends.postgres.seen import Seen

        seen = Seen(str(address))

        def connect() -> "PostgresFiles":
            with _driver():
                from store.backends.postgres.files import PostgresFiles
            return PostgresFiles(seen, waiting=waiting, patience=patience, readonly=readonly)

        told, lazily = how.get("told", quietly), how.get("lazily", False)
        return CachedFiles(connect, seen, told=told, lazily=lazily)
    folder = Path(address)
    with suppress(OSError):  # whoever reads there says why it cannot be looked at
        if folder.exists() and not folder.is_dir():
            raise LibraryError("{file}: this is no folder; a library is one.", file=folder)
    return DiskFiles(folder, waiting=waiting, patience=patience, readonly=readonly)


def make_archive(address: str) -> None:
    """Make an empty library in the database at `address`; what is there already stays.

    Raises LibraryError.
    """
    with _driver():
        from store.backends.postgres.schema import make_archive
    make_archive(address)


def open_state(address: str) -> "ArchiveState":
    """Return what this reader's role keeps in the archive at `address`. Raises LibraryError."""
    with _driver():
        from store.backends.postgres.state import ArchiveState
    return ArchiveState(address)


@contextmanager
def _driver() -> Iterator[None]:
    """Say how to get what speaks to PostgreSQL, where it is missing."""
    try:
        yield
    except ImportError as error:
        if error.name != "psycopg":
            raise
        raise LibraryError(
            "A library in PostgreSQL needs psycopg: {python} -m pip install 'psycopg[binary]'",
            python=sys.executable,
        ) from error
