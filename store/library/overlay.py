"""What a reader sets right in a library they may not change: kept in their own state.

The corrections of a shared library's issues lie in ``corrections/LIBRARY.json``, with each issue's
catalogue row as they make it, so that the list tells the truth without opening the issue. They are
laid over whatever library has this id (`store.library.library_id`), a copy or one that only says it
has: so an entry knows of which row it was made, and is made anew over any other.
"""

from collections.abc import Mapping
from contextlib import suppress
from hashlib import sha256
from os import fsencode
from typing import Annotated

from msgspec import Meta, Struct

from store.backends.files import Files, Stamp
from store.backends.locking import quietly
from store.backends.serialization import to_json
from store.backends.state_files import StateRecords, Told
from store.bounds import Hash
from store.corrections.correction import Correction
from store.errors import LibraryError
from store.library.library_id import Identity
from store.models import CatalogueRow


class IssueCorrections(Struct, frozen=True):
    """The corrections of one issue, in order, and its row as they make it.

    `base` is the digest of the library's row of which `row` was made, and `over` how many of the
    library's own corrections the issue had then; entries of older versions do not say.
    """

    row: CatalogueRow
    corrections: tuple[Correction, ...]
    base: Hash = ""
    over: Annotated[int, Meta(ge=-1, le=2**31)] = -1

    def is_in(self, corrections: tuple[Correction, ...]) -> bool:
        """Return whether these, the library's own, have all of it: then it is laid over no more."""
        number = len(self.corrections)
        starts = range(self.over, len(corrections) - number + 1) if self.over >= 0 else ()
        return any(corrections[at : at + number] == self.corrections for at in starts)


class Overlay:
    """One reader's corrections to the library of this `identity`, kept in `files`."""

    def __init__(self, files: Files, identity: Identity, told: Told = quietly) -> None:
        self._files = files
        self._identity = identity
        self._records = correction_records(files, told)
        self._told = told
        self._carried: tuple[tuple[str, ...], str] = ((), "")
        self._entries: tuple[object, Mapping[str, IssueCorrections]] = ((), {})

    def stamp(self) -> Stamp | None:
        """Return what changes whenever something is set right, or undone."""
        return self._records.stamp(self._file())

    def watched(self) -> str:
        """Return the path of the file whose stamp that is."""
        return self._files.where(self._file())

    def entries(self) -> Mapping[str, IssueCorrections]:
        """Return what has been set right, by the issue's id."""
        name = self._file()
        now = name, self._records.stamp(name)
        if now != self._entries[0]:
            self._entries = now, self._records.read(name)
        return self._entries[1]

    def keep(self, name: str, entry: IssueCorrections) -> None:
        """Replace the entry of the issue of this id with `entry`, durably.

        An entry without corrections is removed. Raises LibraryError.
        """
        with self._files.lock(), self._records.writing(self._file()) as tables:
            tables.remove("issues", name)
            if entry.corrections:
                tables.put("issues", {name: entry})

    def forget(self, name: str) -> None:
        """Remove the entry of the issue of this id, if there is one; a failure is only told."""
        if name in self.entries():
            try:
                with self._files.lock(), self._records.writing(self._file()) as tables:
                    tables.remove("issues", name)
            except LibraryError as error:
                self._told(error.message)

    def _file(self) -> str:
        """Return the name of the file; what has a former name of the library is carried over."""
        names = self._identity.names
        if names != self._carried[0]:
            self._carried = names, self._carry(*map(_file_of, names))
        return self._carried[1]

    def _carry(self, name: str, *former: str) -> str:
        """Give the first former file that there is this `name`; return the name that it has now."""
        for each in former:
            if self._records.stamp(name) is None and self._records.stamp(each) is not None:
                with suppress(LibraryError), self._files.lock():
                    if self._files.stamp(name) is None:
                        self._files.move(each, name)
                return name if self._records.stamp(name) is not None else each
        return name


def _file_of(library: str) -> str:
    return f"corrections/{sha256(fsencode(library)).hexdigest()[:16]}.json"


def correction_records(files: Files, told: Told = quietly) -> StateRecords[IssueCorrections]:
    """Return the records of one's own corrections, in the state that lies in `files`."""
    return StateRecords(files, "corrections", "issues", IssueCorrections, told)


def mark_of(corrections: tuple[Correction, ...]) -> str:
    """Return a short digest of these corrections, ``""`` for none."""
    return sha256(to_json(corrections)).hexdigest()[:8] if corrections else ""


def base_of(row: CatalogueRow) -> str:
    """Return a digest of a library's row, which differs wherever another library's does."""
    return sha256(to_json(row)).hexdigest()[:16]
