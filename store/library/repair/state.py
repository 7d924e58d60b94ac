"""Care for a reader's own state: files that are damaged are set aside, newer ones stay."""

from collections.abc import Iterator

from store.backends.files import Files
from store.backends.tables import Tables, refuse_newer
from store.errors import DamagedError
from store.library.repair.quarantine import RECORD, Finding, Quarantine, now_at
from store.messages import Message


def check_state(files: Files, folder: str, *, repair: bool = False) -> Iterator[Finding]:
    """Check the files of a reader's own state in `folder`: marks, or the corrections they keep.

    With `repair`, for which the caller holds the lock, those that are damaged are set aside. Raises
    NewerError, before anything is touched, when a newer dubao has written any.
    """
    names = files.stamps(folder)
    refuse_newer(files, (RECORD, *names))
    damaged: list[tuple[str, Message]] = []
    for name in names:
        try:
            Tables(files, name)
        except DamagedError as error:
            damaged.append((name, error.message))
    places = Quarantine(files).set_aside(damaged) if repair else []
    for at, (name, wrong) in enumerate(damaged):
        yield Finding(name, wrong, now_at(places[at], None) if repair else None)
