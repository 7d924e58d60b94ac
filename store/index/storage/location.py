"""Where the index of a library lies: nobody but this reader can write there.

SQLite follows links, and does what a database's own text tells it to; so none is opened that
somebody else may have made, and in the place of ours nothing but a file of our own.
"""

import hashlib
import os
import stat
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from store.backends import opening
from store.locations import cache_folder
from store.protocols import CatalogueOnDisk

NAME = "index.sqlite3"
_OTHERS_WRITE = 0o022
_PRIVATE = 0o700


def index_file(library: CatalogueOnDisk) -> Path:
    """Return where the index of a library lies.

    Within it, or in the reader's own cache when others may write there, or the reader may not.
    """
    folder = library.path
    if _is_ours_alone(folder) and os.access(folder, os.W_OK):
        return folder / NAME
    name = hashlib.sha256(os.fsencode(library.place)).hexdigest()[:16]
    return cache_folder() / "indexes" / f"{name}.sqlite3"


def lock_file(path: Path) -> Path:
    """Return the file whose lock the writer of the index at `path` holds."""
    return path.with_name(f".{path.stem}.lock")


def make_folder(path: Path) -> None:
    """Make the folder of an index, for this reader alone. Raises OSError."""
    opening.make(path.parent, _PRIVATE)


def is_own_file(path: Path) -> bool:
    """Tell whether a regular file is there that only this reader may have written.

    Raises FileNotFoundError, and other OSErrors.
    """
    found = path.lstat()
    own = stat.S_ISREG(found.st_mode) and found.st_nlink == 1 and _is_own(found)
    return own and _is_ours_alone(path.parent)


def clear(path: Path) -> None:
    """Let nothing stand at `path` or in the place of its journals; what is a folder is renamed.

    Raises OSError.
    """
    for name in (path, *(path.with_name(path.name + end) for end in ("-journal", "-wal", "-shm"))):
        if name.is_dir() and not name.is_symlink():
            name.rename(next(free for free in _names_beside(name) if not free.exists()))
        else:
            name.unlink(missing_ok=True)


def _names_beside(path: Path) -> Iterator[Path]:
    return (path.with_name(f"{path.name}.aside-{number}") for number in count(1))


def _is_ours_alone(folder: Path) -> bool:
    try:
        return _is_own(folder.stat())
    except OSError:
        return False


def _is_own(found: os.stat_result) -> bool:
    return found.st_uid == os.geteuid() and not found.st_mode & _OTHERS_WRITE
