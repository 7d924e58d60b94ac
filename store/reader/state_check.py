"""Looking through one reader's state: every file of every kind, and every record in it."""

from collections.abc import Callable, Iterator
from pathlib import Path

from store.backends.disk import state_files
from store.backends.files import Files
from store.backends.state_files import StateRecords
from store.errors import LibraryError
from store.library.overlay import correction_records
from store.library.repair.quarantine import Finding
from store.messages import Message
from store.reader.briefed import briefed_records
from store.reader.clippings import clip_records
from store.reader.filter_history import history_records
from store.reader.mark_index import mark_records
from store.reader.marks import moment_records, place_records
from store.reader.saved_filters import filter_records

KINDS: tuple[Callable[[Files], StateRecords[object]], ...] = (
    place_records,
    moment_records,
    filter_records,
    history_records,
    mark_records,
    clip_records,
    briefed_records,
    correction_records,
)
"""All that lies in a reader's state."""


def check_state(folder: Path | None = None, *, repair: bool = False) -> list[Finding]:
    """Return what cannot be read of the state in `folder`, or in this reader's own.

    With `repair` it is set aside; what a newer dubao has written stays. Raises LibraryError when
    the state cannot be written.
    """
    files = state_files(folder)
    found = list(_found(files, repair=False))
    if not found or not repair:
        return found
    with files.lock():
        return list(_found(files, repair=True))


def _found(files: Files, *, repair: bool) -> Iterator[Finding]:
    for kind in KINDS:
        records = kind(files)
        for name in records.names():
            wrong = records.wrong(name)
            if wrong:
                yield Finding(name, wrong.message, _mended(records, name) if repair else None)


def _mended(records: StateRecords[object], name: str) -> Message | None:
    """Set the file aside; return how, None for one that is not to be touched."""
    try:
        return records.set_aside(name)
    except LibraryError:
        return None
