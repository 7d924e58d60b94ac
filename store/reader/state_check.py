"""Looking through one reader's state."""

from collections.abc import Callable
from pathlib import Path

from store.backends.disk import state_files
from store.backends.files import Files
from store.backends.state_files import StateRecords
from store.library.overlay import correction_records
from store.library.repair.quarantine import Finding
from store.library.repair.records import check_records
from store.reader.briefed import briefed_records
from store.reader.clippings import clip_records
from store.reader.filter_history import history_records
from store.reader.mark_records import many_records, mark_records
from store.reader.marks import moment_records, place_records
from store.reader.saved_filters import filter_records
from store.reader.watched import watched_records

KINDS: tuple[Callable[[Files], StateRecords[object]], ...] = (
    place_records,
    moment_records,
    filter_records,
    history_records,
    many_records,
    mark_records,
    clip_records,
    briefed_records,
    watched_records,
    correction_records,
)
"""All that lies in a reader's state."""


def check_state(folder: Path | None = None, *, repair: bool = False) -> list[Finding]:
    """Return what cannot be read of the state in `folder`, or in this reader's own.

    See `check_records`.
    """
    return check_records(state_files(folder), KINDS, repair=repair)
