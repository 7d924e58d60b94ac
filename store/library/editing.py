"""Setting an issue right, and undoing it: in the library, or for one reader alone."""

from contextlib import nullcontext

from msgspec.structs import replace

from store.corrections.apply import apply, heirs
from store.corrections.records import Correction
from store.errors import CorrectionError
from store.identity import numbered
from store.library.issue_file import load
from store.library.placement import parted, place
from store.library.view import LibraryView
from store.models import Issue


def edit(view: LibraryView, name: str, correction: Correction) -> Issue:
    """Set one thing right in the issue of this id, and return what it is then.

    See `store.library.library.Library.edit`. Raises NotFoundError, CorrectionError and
    LibraryError.
    """
    files, catalogue_file = view.files, view.catalogue_file
    with catalogue_file.changing() if files.writable() else nullcontext() as change:
        row = (change.catalogue if change else view.catalogue()).named(name)[0]
        stored = load(files, row)
        own = view.own_corrections(stored)
        now = view.amended(stored).issue
        if numbered(apply(now, correction), row.id) == now:
            raise CorrectionError("{id}: it is so already; nothing was changed.", id=row.id)
        if change is None:
            return view.keep_own(row, (*own, correction)).issue
        corrections = (*stored.corrections, *own, correction)
        placed, _ = place(change, replace(stored, corrections=corrections), row)
    view.drop_own(row)
    return placed.issue


def undo(view: LibraryView, name: str) -> Correction | None:
    """Take the last correction of the issue of this id away and return it; None without any.

    See `store.library.library.Library.undo`. Raises NotFoundError and LibraryError.
    """
    row = view.catalogue().named(name)[0]
    own = view.own_corrections(load(view.files, row))
    if own:
        view.keep_own(row, own[:-1])
        return own[-1]
    return _undo_shared(view, name) if view.files.writable() else None


def _undo_shared(view: LibraryView, name: str) -> Correction | None:
    with view.catalogue_file.changing() as change:
        row = change.catalogue.named(name)[0]
        stored = load(view.files, row)
        if not stored.corrections:
            return None
        last = stored.corrections[-1]
        stored = replace(stored, corrections=stored.corrections[:-1])
        moved, rest = parted(stored, last.sources)
        if last.action in ("date", "paper") and rest.parsed:
            place(change, rest, row)
            place(change, moved, None)
        else:
            place(change, stored, row, heirs([last]))
    return last
