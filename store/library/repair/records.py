"""Looking through files of records: every file of every kind, and every record in it."""

from collections.abc import Callable, Iterable, Iterator

from store.backends.files import Files
from store.backends.state_files import StateRecords
from store.errors import LibraryError
from store.library.repair.quarantine import Finding
from store.messages import Message

Kinds = Iterable[Callable[[Files], StateRecords[object]]]
"""What gives the records of each kind."""


def check_records(files: Files, kinds: Kinds, *, repair: bool = False) -> list[Finding]:
    """Return what cannot be read of these `kinds` of records in `files`.

    With `repair` it is set aside; what a newer dubao has written stays. Raises LibraryError when
    the files cannot be written.
    """
    found = list(_found(files, kinds, repair=False))
    if not found or not repair:
        return found
    with files.lock():
        return list(_found(files, kinds, repair=True))


def _found(files: Files, kinds: Kinds, *, repair: bool) -> Iterator[Finding]:
    for kind in kinds:
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
