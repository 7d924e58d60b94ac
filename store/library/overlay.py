"""What a reader sets right in a library they may not change: kept in their own state.

The corrections of a shared library's issues lie in ``corrections/LIBRARY.json``, with each issue's
catalogue row as they make it, so that the list tells the truth without opening the issue.
"""

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from msgspec import Struct

from store.backends.files import Files, Stamp
from store.backends.locking import quietly
from store.backends.serialization import to_json
from store.backends.state_files import StateRecords, Told
from store.corrections.records import Correction
from store.models import CatalogueRow


class IssueCorrections(Struct, frozen=True):
    """The corrections of one issue, in order, and its row as they make it."""

    row: CatalogueRow
    corrections: tuple[Correction, ...]


class Overlay:
    """One reader's corrections to the library in `folder`, kept in `files`."""

    def __init__(self, files: Files, folder: Path, told: Told = quietly) -> None:
        self._files = files
        self._records = correction_records(files, told)
        self._name = f"corrections/{sha256(bytes(folder.absolute())).hexdigest()[:16]}.json"
        self._entries: tuple[Stamp | None, Mapping[str, IssueCorrections]] = (None, {})

    def stamp(self) -> Stamp | None:
        """Return what changes whenever something is set right, or undone."""
        return self._records.stamp(self._name)

    def watched(self) -> str:
        """Return the path of the file whose stamp that is."""
        return self._files.where(self._name)

    def entries(self) -> Mapping[str, IssueCorrections]:
        """Return what has been set right, by the issue's id."""
        stamp = self.stamp()
        if stamp != self._entries[0]:
            self._entries = stamp, self._records.read(self._name)
        return self._entries[1]

    def keep(self, name: str, entry: IssueCorrections) -> None:
        """Replace the entry of the issue of this id with `entry`, durably.

        An entry without corrections is removed. Raises LibraryError.
        """
        with self._files.lock(), self._records.writing(self._name) as tables:
            tables.remove("issues", name)
            if entry.corrections:
                tables.put("issues", {name: entry})


def correction_records(files: Files, told: Told = quietly) -> StateRecords[IssueCorrections]:
    """Return the records of one's own corrections, in the state that lies in `files`."""
    return StateRecords(files, "corrections", "issues", IssueCorrections, told)


def mark_of(corrections: tuple[Correction, ...]) -> str:
    """Return a short digest of these corrections, ``""`` for none."""
    return sha256(to_json(corrections)).hexdigest()[:8] if corrections else ""
