"""Where a library's files are opened, by the address that says where they lie."""

from contextlib import suppress
from pathlib import Path

from store.backends.disk import DiskFiles
from store.backends.files import Files
from store.backends.locking import PATIENCE, Waiting, quietly
from store.errors import LibraryError


def open_files(
    address: str | Path,
    *,
    waiting: Waiting = quietly,
    patience: float = PATIENCE,
    readonly: bool = False,
) -> Files:
    """Return the files at `address`, a folder's path; a missing one is made by the first write.

    A caller that must wait for another writer is told why by `waiting`, and gives up after
    `patience` seconds; those opened `readonly` are not written whoever may. Raises LibraryError
    when something else is there.
    """
    folder = Path(address)
    with suppress(OSError):  # whoever reads there says why it cannot be looked at
        if folder.exists() and not folder.is_dir():
            raise LibraryError("{file}: this is no folder; a library is one.", file=folder)
    return DiskFiles(folder, waiting=waiting, patience=patience, readonly=readonly)
