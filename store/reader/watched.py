"""Which files of watched folders are in a library already, so that a watch begun anew reads none.

A file is the same while its size and its date are. What was not taken in is not remembered.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

from msgspec import Meta, Struct

from store.backends.disk import state_files
from store.backends.files import Files
from store.backends.locking import quietly
from store.backends.state_files import StateRecords, Told
from store.backends.tables import write
from store.bounds import MANY, Name
from store.hostile import readable

MOST = 20_000
"""Files that are remembered, the latest; to read one once more costs time, and nothing else."""

_FILE, _TABLE = "watched.json", "watched"

Look = tuple[int, int]
"""A file's size and its date in nanoseconds."""


class WatchedFile(Struct, frozen=True):
    """What a file looked like when the libraries known by these places took it in."""

    size: Annotated[int, Meta(ge=0, le=2**62)]
    date: Annotated[int, Meta(ge=-(2**62), le=2**62)]
    libraries: Annotated[tuple[Name, ...], Meta(max_length=MANY)]

    @property
    def look(self) -> Look:
        """The file's size and date."""
        return self.size, self.date


def open_watched(folder: Path | None = None, told: Told = quietly) -> "Watched":
    """Return the files that were taken in, as the state in `folder` or this reader's has them."""
    return Watched(state_files(folder), told)


class Watched:
    """The files that were taken in, by their absolute paths. `keep` may raise LibraryError."""

    def __init__(self, files: Files, told: Told = quietly) -> None:
        self._records = watched_records(files, told)

    def of(self, library: str) -> dict[str, Look]:
        """Return the files that the library known by this place has taken in."""
        known = self._records.read(_FILE)
        return {path: each.look for path, each in known.items() if library in each.libraries}

    def keep(self, library: str, looks: Mapping[str, Look]) -> None:
        """Keep that it has taken these in, all whose paths are text: durable when this returns."""
        written = {path: look for path, look in looks.items() if path == readable(path)}
        if not written:
            return
        files = self._records.files
        with files.lock():
            self._records.mend(_FILE)
            known = self._records.read(_FILE)
            for path, look in written.items():
                held = known.pop(path, None)
                others = held.libraries if held and held.look == look else ()
                known[path] = WatchedFile(*look, tuple(dict.fromkeys((*others, library))))
            write(files, _FILE, {_TABLE: dict(list(known.items())[-MOST:])})


def watched_records(files: Files, told: Told = quietly) -> StateRecords[WatchedFile]:
    """Return the records of files that were taken in, in the state that lies in `files`."""
    return StateRecords(files, _FILE, _TABLE, WatchedFile, told)
