"""Files that a change has left: they are written down with it, and go even if it could not do so.

A change removes what nothing names any more once it counts. A kill or a folder that refuses may
come before that: what was emptied would then be there still, and a repair would take it for
something that was lost. So their names stand in the catalogue until a later change has seen to it.
"""

from collections.abc import Iterable

from store.backends.files import Files
from store.backends.tables import Tables
from store.errors import LibraryError
from store.library.catalogue import Catalogue
from store.library.issue_file import file_or_id, row_named
from store.library.originals import sha256_named

STALE = "stale"
"""The table with the names of these files."""


def left_over(files: Files, part: str, catalogue: Catalogue) -> list[str]:
    """Return what changes have left after the word of this part of the catalogue on disk.

    What the `catalogue` names again is not among it, nor what can be no file of a library. Raises
    LibraryError.
    """
    names = Tables(files, part).records(STALE, object)
    ours = (name for name in names if row_named(name) or sha256_named(name))
    return [name for name in ours if not _is_named(catalogue, name)]


def remove(files: Files, names: Iterable[str]) -> list[str]:
    """Remove these files under the lock, and return the names of those that cannot be removed."""
    stay = []
    for name in names:
        try:
            files.remove(name)
        except LibraryError:
            stay.append(name)
    return stay


def _is_named(catalogue: Catalogue, name: str) -> bool:
    row = row_named(name)
    if row:
        slots = (row.id, f"{row.id}.{row.revision}")
        return any(held and file_or_id(held) == name for held in map(catalogue.at, slots))
    sha256 = sha256_named(name)
    removed = any(sha256 in each.sources for each in catalogue.removed)
    return removed or catalogue.holding(sha256) is not None
