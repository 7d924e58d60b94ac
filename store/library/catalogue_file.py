"""The catalogue on disk: ``catalogue.json``, and in ``recent.json`` what has changed since.

A change rewrites what is recent alone, so that it costs the same whatever stands behind it, and
counts from the moment that this small file is in its place. When much has become recent, it is
taken into the base: that is written first, then what is recent is emptied, and between the two they
say the same thing together.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress

from store.backends.files import Files, Stamp
from store.backends.tables import Tables, write, writing
from store.errors import LibraryError, UnsureError
from store.library.catalogue import Catalogue, Rows, slot
from store.models import CatalogueRow

BASE, RECENT = "catalogue.json", "recent.json"

ROOM, SHARE = 64, 256
"""So many rows may be recent, and one more for each so many of the base.

Rewriting 64 rows costs as much as the sync that follows it; a base of 40,000 is then written again
every 220 imports, a millisecond for each (measured)."""

Stamps = tuple[Stamp | None, Stamp | None]


class Change:
    """One change of the catalogue: what it is while the change is made."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.stale: list[str] = []
        """Files that nothing will name when the change counts."""

    def put(self, row: CatalogueRow) -> None:
        """Put `row` in the catalogue, where its namesake is or at the end."""
        self.catalogue = self.catalogue.changed(put=[row])

    def drop(self, rows: Iterable[CatalogueRow]) -> None:
        """Take `rows` out of the catalogue."""
        self.catalogue = self.catalogue.changed(gone=map(slot, rows))


class CatalogueFile:
    """The catalogue of the library in `files`; what others change is seen at the next look."""

    def __init__(self, files: Files) -> None:
        self._files = files
        self._stamps: Stamps = (None, None)
        self._catalogue = Catalogue()

    def stamps(self) -> Stamps:
        """Return what changes when the catalogue does: two looks at a file's date."""
        return self._files.stamp(BASE), self._files.stamp(RECENT)

    def watched(self) -> tuple[str, ...]:
        """Return the paths of the files that `stamps` are taken of."""
        return self._files.where(BASE), self._files.where(RECENT)

    def current(self) -> Catalogue:
        """Return the catalogue as it is now.

        Raises LibraryError when it cannot be read.
        """
        while (stamps := self.stamps()) != self._stamps:
            # What is recent is read before the base, which never lacks what has left the former;
            # a base that changes meanwhile may have more than the recent rows know of.
            changes = Tables(self._files, RECENT)
            recent = Rows(changes.records("issues", CatalogueRow), changes.records("gone", dict))
            base = self._catalogue.base
            if stamps[0] != self._stamps[0]:
                base = Rows(Tables(self._files, BASE).records("issues", CatalogueRow))
            if self._files.stamp(BASE) == stamps[0]:
                self._catalogue, self._stamps = Catalogue(base, recent), stamps
        return self._catalogue

    @contextmanager
    def changing(self) -> Iterator[Change]:
        """Change the catalogue under the lock; the change counts when the block has ended.

        Raises LibraryError: nothing was changed. Only an UnsureError comes after the change.
        """
        with self._files.lock():
            change = Change(self.current())
            before = change.catalogue
            try:
                yield change
            except UnsureError as error:  # of a file that nothing names yet
                raise LibraryError(
                    "{file}: left as it was, for the disk fails ({why}).",
                    file=self._files.where(""),
                    why=error.__cause__ or error,
                ) from error
            if change.catalogue is not before:
                try:
                    self._write(before.recent, change.catalogue.recent)
                except UnsureError:
                    self._tidy(change)
                    raise
                self._tidy(change)

    def _tidy(self, change: Change) -> None:
        """Do what follows a change that counts: it stands, whether that can be done or not."""
        self._keep(change.catalogue)
        for name in change.stale:
            with suppress(LibraryError):
                self._files.remove(name)
        base, recent = change.catalogue.base, change.catalogue.recent
        if len(recent.by_slot) + len(recent.gone) > ROOM + len(base.by_slot) // SHARE:
            with suppress(LibraryError):
                self.rewrite(change.catalogue.all().values())

    def rewrite(self, rows: Iterable[CatalogueRow]) -> None:
        """Write the whole catalogue anew, of `rows` in the order of their import, under the lock.

        Raises LibraryError.
        """
        base = Rows({slot(row): row for row in rows})
        write(self._files, BASE, {"issues": base.by_slot})
        write(self._files, RECENT, {})
        self._keep(Catalogue(base))

    def _write(self, before: Rows, after: Rows) -> None:
        new = {
            name: row for name, row in after.by_slot.items() if before.by_slot.get(name) is not row
        }
        with writing(self._files, RECENT) as tables:
            tables.remove("issues", *(before.by_slot.keys() - after.by_slot.keys()))
            tables.remove("gone", *(before.gone - after.gone))
            tables.put("issues", new)
            tables.put("gone", {name: {} for name in sorted(after.gone - before.gone)})

    def _keep(self, catalogue: Catalogue) -> None:
        self._catalogue, self._stamps = catalogue, self.stamps()
