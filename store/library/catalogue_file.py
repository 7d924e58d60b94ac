"""The catalogue on disk: ``catalogue.json``, and in ``recent.json`` what has changed since.

A change rewrites what is recent alone, so that it costs the same whatever stands behind it, and
counts from the moment that this small file is in its place. When much has become recent, it is
taken into the base: that is written first, then what is recent is emptied, and between the two they
say the same thing together.

A catalogue that is missing is not an empty one. A new library gets its ``recent.json`` before any
other file, and each part says when the other stands beside it: where one is missing that was there,
nothing is read and nothing written until a repair has made it anew of the issues' own files.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, nullcontext, suppress
from typing import Annotated

from msgspec import Meta, Struct, field

from store.backends.files import Files, Stamp
from store.backends.tables import Tables, write, writing
from store.backends.unwritten import Unwritten
from store.errors import DamagedError, LibraryError, UnsureError
from store.library.catalogue import Catalogue, Rows, slot
from store.library.left_over import STALE, left_over, remove
from store.library.library_id import Identity
from store.models import CatalogueRow

BASE, RECENT = "catalogue.json", "recent.json"

ROOM, SHARE = 64, 256
"""So many rows may be recent, and one more for each so many of the base.

Rewriting 64 rows costs as much as the sync that follows it; a base of 40,000 is then written again
every 220 imports, a millisecond for each (measured)."""

Stamps = tuple[Stamp | None, Stamp | None]

BESIDE = "beside"
"""The table in each of the two files that names the other, once there is one."""

COUNTED = "counted"
"""The table in each of them that has the number of the last change.

No number is given twice, though the issue that had it is deleted for good: by its number an index
knows whether it has an issue as it is.
"""


class Counted(Struct, frozen=True):
    """The number of the last change."""

    revision: Annotated[int, Meta(ge=-1, le=2**53)]


class Part(Struct, frozen=True):
    """One part of the catalogue: its rows, the part that is missing beside it, the last change."""

    rows: Rows = field(default_factory=Rows)
    lacking: str = ""
    counted: int = -1


class Change:
    """One change of the catalogue: what it is while the change is made.

    What is written into its `files` is in them at once, and durable when the change counts.
    """

    def __init__(self, catalogue: Catalogue, files: Files) -> None:
        self.catalogue = catalogue
        self.files = files
        self.stale: list[str] = []
        """Files that nothing will name when the change counts."""

    def put(self, row: CatalogueRow) -> None:
        """Put `row` in the catalogue, where its namesake is or at the end."""
        self.catalogue = self.catalogue.changed(put=[row])

    def drop(self, rows: Iterable[CatalogueRow]) -> None:
        """Take `rows` out of the catalogue."""
        if gone := [*map(slot, rows)]:
            self.catalogue = self.catalogue.changed(gone=gone)

    def fold(self) -> None:
        """Take what is recent into the base once it is much: in a change of very many issues."""
        if len(self.catalogue.recent.by_slot) > SHARE:
            self.catalogue = self.catalogue.folded()


class CatalogueFile:
    """The catalogue of the library in `files`; what others change is seen at the next look."""

    def __init__(self, files: Files) -> None:
        self._files = files
        self.identity = Identity(files)
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
            recent = read_part(self._files, RECENT)
            base = Part(self._catalogue.base, "", self._catalogue.counted)
            if stamps[0] != self._stamps[0] or stamps[1] is None:
                base = read_part(self._files, BASE)
            if self._files.stamp(BASE) == stamps[0]:
                if lacking := recent.lacking or base.lacking:
                    raise missing_part(self._files, lacking)
                counted = max(base.counted, recent.counted)
                self._catalogue = Catalogue(base.rows, recent.rows, counted)
                self._stamps = stamps
        if stamps == (None, None) and holds_files(self._files):
            raise missing_part(self._files, BASE)
        return self._catalogue

    @contextmanager
    def changing(self, *, held: bool = False) -> Iterator[Change]:
        """Change the catalogue under the lock; the change counts when the block has ended.

        The lock is taken here, unless the caller holds it (`held`). Raises LibraryError: nothing
        was changed. Only an UnsureError comes after the change.
        """
        with nullcontext() if held else self._files.lock():
            files = Unwritten(self._files)
            change = Change(self.current(), files)
            before = change.catalogue
            try:
                if self._stamps == (None, None):
                    write(self._files, RECENT, {})
                    self._keep(before)
                self.identity.make()
                yield change
                files.settle(without=change.stale)
            except UnsureError as error:  # of a file that nothing names yet
                raise LibraryError(
                    "{file}: left as it was, for the disk fails ({why}).",
                    file=self._files.where(""),
                    why=error.__cause__ or error,
                ) from error
            if change.catalogue is not before:
                try:
                    self._write(before.recent, change)
                except UnsureError:
                    self._tidy(change)
                    raise
                self._tidy(change)

    def _tidy(self, change: Change) -> None:
        """Do what follows a change that counts: it stands, whether that can be done or not."""
        self._keep(change.catalogue)
        stay = remove(self._files, change.stale)
        base, recent = change.catalogue.base, change.catalogue.recent
        if len(recent.by_slot) + len(recent.gone) > ROOM + len(base.by_slot) // SHARE:
            with suppress(LibraryError):
                self.rewrite(change.catalogue.all().values(), change.catalogue.counted, stay)

    def rewrite(
        self, rows: Iterable[CatalogueRow], counted: int = -1, stale: Iterable[str] = ()
    ) -> None:
        """Write the whole catalogue anew, of `rows` in the order of their import, under the lock.

        The last change had the number `counted`, or the highest among the rows. The `stale` files
        are left, and to be removed. Raises LibraryError.
        """
        base = Rows({slot(row): row for row in rows})
        catalogue = Catalogue(base, None, counted)
        last = {COUNTED: {"last": Counted(catalogue.counted)}}
        write(self._files, BASE, {BESIDE: {RECENT: {}}, **last, "issues": base.by_slot})
        left: dict[str, object] = {name: {} for name in stale}
        write(self._files, RECENT, {BESIDE: {BASE: {}}, **last, STALE: left})
        self._keep(catalogue)

    def _write(self, before: Rows, change: Change) -> None:
        after = change.catalogue.recent
        left = left_over(self._files, RECENT, change.catalogue)
        change.stale = [*remove(self._files, left), *change.stale]
        new = {
            name: row for name, row in after.by_slot.items() if before.by_slot.get(name) is not row
        }
        with writing(self._files, RECENT) as tables:
            if self._stamps[0] is not None:
                tables.put(BESIDE, {BASE: {}})
            tables.put(COUNTED, {"last": Counted(change.catalogue.counted)})
            tables.remove("issues", *(before.by_slot.keys() - after.by_slot.keys()))
            tables.remove("gone", *(before.gone - after.gone))
            tables.put("issues", new)
            tables.drop_table(STALE)
            tables.put(STALE, {name: {} for name in change.stale})
            tables.put("gone", {name: {} for name in sorted(after.gone - before.gone)})

    def _keep(self, catalogue: Catalogue) -> None:
        self._catalogue, self._stamps = catalogue, self.stamps()


def read_part(files: Files, name: str) -> Part:
    """Return one part of the catalogue, which is no larger than its checksum is quick to take.

    Raises LibraryError when it is damaged, NewerError when a newer dubao has written it.
    """
    tables = Tables(files, name, verify=True)
    rows = Rows(tables.records("issues", CatalogueRow), tables.records("gone", dict))
    beside = tables.records(BESIDE, dict)
    lacking = next((other for other in beside if files.stamp(other) is None), "")
    counted = tables.named(COUNTED, "last", Counted)
    return Part(rows, lacking, counted.revision if counted else -1)


def holds_files(files: Files) -> bool:
    """Return whether there is anything in the folders of issues and originals."""
    return bool(files.names("issues") or files.names("sources"))


def missing_part(files: Files, name: str) -> DamagedError:
    """Return the error that this part of the catalogue is missing."""
    return DamagedError(
        "{file}: missing, though there are issues or originals; dubao check --repair makes it anew "
        "of them.",
        file=files.where(name),
    )
