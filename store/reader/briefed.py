"""Which articles a reader has been told of in brief, so that the next time tells what is new."""

from collections.abc import Collection
from pathlib import Path
from typing import Annotated

from msgspec import Meta, Struct

from store.backends.disk import state_files
from store.backends.files import Files
from store.backends.locking import quietly
from store.backends.state_files import StateRecords, Told
from store.backends.tables import write
from store.bounds import Hash

MOST = 20_000
"""Articles that are remembered, the latest: those of a week of forty papers."""

_FILE, _TABLE, _LAST = "briefed.json", "briefed", "last"


class Keys(Struct, frozen=True):
    """Keys of articles, in the order in which they were told of."""

    keys: Annotated[tuple[Hash, ...], Meta(max_length=MOST)] = ()


def open_briefed(folder: Path | None = None, told: Told = quietly) -> "Briefed":
    """Return what was told of, as the state in `folder` or this reader's own has it."""
    return Briefed(state_files(folder), told)


class Briefed:
    """What one reader has been told of. Both methods may raise LibraryError."""

    def __init__(self, files: Files, told: Told = quietly) -> None:
        self._records = briefed_records(files, told)

    def keys(self) -> tuple[str, ...]:
        """Return the keys of the articles told of, the latest last."""
        return self._records.read(_FILE).get(_LAST, Keys()).keys

    def keep(self, keys: Collection[str]) -> None:
        """Keep that these have been told of: durable when this returns."""
        files = self._records.files
        with files.lock():
            self._records.mend(_FILE)
            kept = tuple(dict.fromkeys((*self.keys(), *keys)))[-MOST:]
            write(files, _FILE, {_TABLE: {_LAST: Keys(kept)}})


def briefed_records(files: Files, told: Told = quietly) -> StateRecords[Keys]:
    """Return the records of what was told of, in the state that lies in `files`."""
    return StateRecords(files, _FILE, _TABLE, Keys, told)
