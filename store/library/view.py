"""A library as one reader sees it: the catalogue and the issues, with what they alone set right."""

from collections.abc import Iterable

from msgspec.structs import replace

from store.backends.files import Files, Stamp
from store.corrections.correction import Correction
from store.errors import LibraryError
from store.library.catalogue import Catalogue
from store.library.catalogue_file import CatalogueFile
from store.library.issue_cache import IssueCache
from store.library.issue_file import StoredIssue, file_of, load
from store.library.overlay import IssueCorrections, Overlay, base_of, mark_of
from store.models import CatalogueRow

Stamps = tuple[Stamp | None, ...]
"""Change when their files do."""


class LibraryView:
    """The library in `files`, beneath the reader's own `overlay`.

    What other processes change is seen at the next call. Every method may raise LibraryError.
    """

    def __init__(self, files: Files, overlay: Overlay) -> None:
        self.files = files
        self.catalogue_file = CatalogueFile(files)
        self._overlay = overlay
        self._seen: tuple[Stamps, Catalogue] = ((), Catalogue())
        self._issues = IssueCache()

    def stamps(self) -> Stamps:
        """Return what changes whenever the catalogue does, whoever changes it."""
        return *self.catalogue_file.stamps(), self._overlay.stamp()

    def watched(self) -> tuple[str, ...]:
        """Return the paths of the files that `stamps` are taken of."""
        return *self.catalogue_file.watched(), self._overlay.watched()

    def catalogue(self) -> Catalogue:
        """Return the catalogue, with the rows of the issues in which this reader set things right.

        It costs a look at the files' dates while nothing has changed.
        """
        # The stamps first: what changes between the two is then looked for again.
        stamps, shared = self.stamps(), self.catalogue_file.current()
        if stamps != self._seen[0]:
            rows = (self._own_row(shared, entry) for entry in self._overlay.entries().values())
            self._seen = stamps, shared.changed(put=[row for row in rows if row])
        return self._seen[1]

    def stored(self, row: CatalogueRow) -> StoredIssue:
        """Return the issue of `row`; the last few stay in memory.

        Raises NotFoundError when it has been removed since the catalogue was looked at.
        """
        while True:
            stamp = self.files.stamp(file_of(row))
            stored = self._issues.get(row, stamp)
            if stored is not None:
                return stored
            try:
                stored = self.amended(load(self.files, row, verify=False))
            except LibraryError:
                # Written anew under another name, perhaps, since the catalogue was looked at.
                before, row = row, self.catalogue().named(row.id)[0]
                if row == before:
                    raise
            else:
                self._issues.put(row, stamp, stored)
                return stored

    def amended(self, stored: StoredIssue) -> StoredIssue:
        """Return `stored` with what this reader alone has set right in it."""
        own = self.own_corrections(stored)
        return _amended(stored, own) if own else stored

    def own_corrections(self, stored: StoredIssue) -> tuple[Correction, ...]:
        """Return what this reader alone has set right in the issue as the library has it."""
        entry = self._overlay.entries().get(stored.issue.id)
        return entry.corrections if entry and not entry.is_in(stored.corrections) else ()

    def keep_own(self, row: CatalogueRow, own: tuple[Correction, ...]) -> StoredIssue:
        """Keep `own` as what this reader alone has set right in the issue of `row`; return it."""
        held = load(self.files, row)
        stored = _amended(held, own)
        entry = IssueCorrections(_row(row, stored, own), own, base_of(row), len(held.corrections))
        self._overlay.keep(row.id, entry)
        return stored

    def drop_own(self, row: CatalogueRow) -> None:
        """Forget what this reader alone has set right in the issue of `row`, now that it is there.

        Where that cannot be done it is told, and what is kept counts no more (`is_in`).
        """
        self._overlay.forget(row.id)

    def _own_row(self, shared: Catalogue, entry: IssueCorrections) -> CatalogueRow | None:
        """Return the row of an issue set right, made anew if the library has changed the issue."""
        row = shared.at(entry.row.id)
        if row is None or base_of(row) == entry.base:
            return row and entry.row
        held = load(self.files, row)
        return (
            row
            if entry.is_in(held.corrections)
            else _row(row, self.amended(held), entry.corrections)
        )


def _row(row: CatalogueRow, stored: StoredIssue, own: tuple[Correction, ...]) -> CatalogueRow:
    """Return `row` as it is of the issue `stored`, in which `own` has been set right."""
    return replace(stored.row(row.aliases, row.revision), own=mark_of(own))


def _amended(stored: StoredIssue, corrections: Iterable[Correction]) -> StoredIssue:
    from store.library.placement import amended  # the press: 30 ms, for those who set things right

    return amended(stored, corrections)
