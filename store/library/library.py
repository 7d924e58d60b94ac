"""The library on disk: a catalogue, a file for each issue, and the originals.

The catalogue is what counts. Its rows are written last, after the originals and the issues' own
files, which get another name each time: what is cut off leaves files that nothing names.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from store.backends.disk import DiskFiles
from store.backends.locking import PATIENCE, Waiting, quietly
from store.corrections.records import Correction
from store.errors import CorrectionError, LibraryError
from store.library.adding import Added, add
from store.library.catalogue import not_found
from store.library.catalogue_file import Change
from store.library.issue_file import IssueCopy, StoredIssue, file_of, load
from store.library.library_reader import LibraryReader
from store.library.originals import original_file
from store.library.overlay import IssueCorrections, Overlay
from store.locations import library_folder, state_folder
from store.messages import Message
from store.models import CatalogueRow, Issue

if TYPE_CHECKING:
    from store.library.checking import Finding
    from store.library.reimport import Reread


def open_library(
    path: Path | None = None,
    *,
    waiting: Waiting = quietly,
    patience: float = PATIENCE,
    state: Path | None = None,
    readonly: bool = False,
) -> "Library":
    """Return the library in the folder `path`, or where this reader's own lies.

    Nothing is made on disk before something is added; a missing folder is an empty library. Who
    waits because another writes there is told so by `waiting`, and gives up after `patience`
    seconds. Where a reader may not write, what they set right is kept in their own `state`; one
    opened `readonly` is not written whoever may.
    """
    folder = path or library_folder()
    if folder.exists() and not folder.is_dir():
        raise LibraryError("{file}: this is no folder; a library is one.", file=folder)
    own = Overlay(DiskFiles(state or state_folder(), private=True), folder)
    return Library(DiskFiles(folder, waiting=waiting, patience=patience, readonly=readonly), own)


class Library(LibraryReader):
    """Issues and their originals, and every way in which they change.

    What other processes change is seen at the next call. Every method may raise LibraryError, with
    a sentence that names the file.
    """

    def add(self, issue: Issue, original: bytes) -> Added:
        """Keep `issue`, which the press read from `original`, and say what became of it.

        A source that is held already changes nothing, unless it comes with a date or a paper that
        its issue lacked: then that issue, articles and keys as they are held, moves to its new id.
        Sources of one paper and one day make one issue, see `store.library.merging`; an undated one
        stays alone.
        """
        return self.add_all([(issue, original)])[0]

    def add_all(self, pairs: Iterable[tuple[Issue, bytes]]) -> list[Added]:
        """Keep issues, each with its original, as `add` does, all at once or none of them."""
        with self._catalogue_file.changing() as change:
            return [add(self._files, change, issue, original) for issue, original in pairs]

    def accept(self, copies: Iterable[IssueCopy]) -> list[Added]:
        """Keep issues of another library, all at once or none of them (`transfer`).

        Raises LibraryError when one cannot be what dubao wrote.
        """
        from store.library.transfer import accept

        with self._catalogue_file.changing() as change:
            return [accept(self._files, change, copy) for copy in copies]

    def move(self, name: str, other: "Library") -> Added:
        """Hand the issue of this id to `other`, and remove it here when it is safe there.

        `restore` brings it back here, too. Raises NotFoundError, and LibraryError when it cannot be
        read whole, or `other` does not give back what it was handed; nothing is removed then.
        """
        with self._catalogue_file.changing() as change:
            row = change.catalogue.named(name)[0]
            copy = self.copy(row.id)
            (added,) = other.accept([copy])
            other.issue(added.issue)
            for sha256 in copy.originals:
                other.original(sha256)
            self._remove(change, row)
        return added

    def edit(self, name: str, correction: Correction) -> Issue:
        """Set one thing right in the issue of this id, durably, and return what it is then.

        The functions of `store.corrections.records` make corrections. A date or a paper may move
        the issue to another id, or into the issue of that day. Where this reader may not change the
        library, it is set right for them alone, and the issue stays where it is. Raises
        NotFoundError, and CorrectionError when it does not fit or changes nothing.
        """
        from store.corrections.apply import apply  # the press: 30 ms
        from store.identity import numbered
        from store.library.placement import place

        with self._catalogue_file.changing() if self._files.writable() else nullcontext() as change:
            row = (change.catalogue if change else self._current()).named(name)[0]
            stored = load(self._files, row)
            own = self._own_corrections(row.id)
            now = self._amended(stored).issue
            if numbered(apply(now, correction), row.id) == now:
                raise CorrectionError("{id}: it is so already; nothing was changed.", id=row.id)
            if change is None:
                return self._set_right(row, (*own, correction)).issue
            corrections = (*stored.corrections, *own, correction)
            placed, _ = place(self._files, change, replace(stored, corrections=corrections), row)
        self._overlay.keep(row.id, IssueCorrections(row, ()))
        return placed.issue

    def undo(self, name: str) -> Correction | None:
        """Take the last correction of this issue away and return it; None when there is none.

        Sources that it had moved into the issue of another day leave that again. Raises
        NotFoundError.
        """
        from store.corrections.apply import heirs
        from store.library.placement import parted, place

        row = self._current().named(name)[0]
        if own := self._own_corrections(row.id):
            self._set_right(row, own[:-1])
            return own[-1]
        if not self._files.writable():
            return None
        with self._catalogue_file.changing() as change:
            row = change.catalogue.named(name)[0]
            stored = load(self._files, row)
            if not stored.corrections:
                return None
            last = stored.corrections[-1]
            stored = replace(stored, corrections=stored.corrections[:-1])
            moved, rest = parted(stored, last.sources)
            if last.action in ("date", "paper") and rest.parsed:
                place(self._files, change, rest, row)
                place(self._files, change, moved, None)
            else:
                place(self._files, change, stored, row, heirs([last]))
        return last

    def reread(self, name: str, parsed: Iterable[Issue], *, keep: bool = True) -> "Reread":
        """Put `parsed`, made anew of the originals of this issue, in place of those it has.

        Keys of articles are carried over, and corrections applied again, see
        `store.library.reimport`. Nothing is written when nothing has changed, or when it is not to
        be kept. Raises NotFoundError.
        """
        from store.identity import numbered
        from store.library.placement import composed, place
        from store.library.reimport import Reread, carried

        anew = {source_issue.sources[0].sha256: source_issue for source_issue in parsed}
        with self._catalogue_file.changing() if keep else nullcontext() as change:
            row = (change.catalogue if change else self._catalogue_file.current()).named(name)[0]
            stored = load(self._files, row)
            pairs = [carried(old, anew.get(old.sources[0].sha256, old)) for old in stored.parsed]
            now = replace(stored, parsed=tuple(pair.source_issue for pair in pairs))
            changed = any(pair.changed for pair in pairs)
            composed_anew, unfit = composed(now)
            after = numbered(composed_anew)
            if change and changed:
                followed = {old: new for pair in pairs for old, new in pair.followed.items()}
                placed, _ = place(self._files, change, now, row, followed)
                after = placed.issue
        return Reread(stored.issue, after, unfit, changed)

    def reword(self, names: Iterable[str], make: Callable[[list[Issue]], list[Issue]]) -> int:
        """Have `make` give the articles of these issues keywords anew; return how many changed.

        An issue that another session changes meanwhile is left to that. Raises NotFoundError.
        """
        from store.library.placement import place

        held = [(row, load(self._files, row)) for row in map(self._row_named, names)]
        parsed = iter(make([source_issue for _, stored in held for source_issue in stored.parsed]))
        changed = 0
        with self._catalogue_file.changing() as change:
            for row, stored in held:
                new = tuple(next(parsed) for _ in stored.parsed)
                if new != stored.parsed and change.catalogue.at(row.id) == row:
                    place(self._files, change, replace(stored, parsed=new), row)
                    changed += 1
        return changed

    def _row_named(self, name: str) -> CatalogueRow:
        return self._catalogue_file.current().named(name)[0]

    def remove(self, name: str) -> CatalogueRow:
        """Take the issue of this id out of the library, durably; `restore` brings it back.

        Raises NotFoundError.
        """
        with self._catalogue_file.changing() as change:
            row = change.catalogue.named(name)[0]
            self._remove(change, row)
        return row

    def restore(self, name: str) -> Issue:
        """Bring back the issue of this id that was removed last, durably, and return it.

        What has been imported of its day meanwhile becomes one issue with it. Raises NotFoundError.
        """
        from store.library.placement import place

        with self._catalogue_file.changing() as change:
            found = [row for row in change.catalogue.removed if name in (row.id, *row.aliases)]
            if not found:
                raise not_found(
                    Message("removed issue"), name, [row.id for row in change.catalogue.removed]
                )
            stored, _ = place(self._files, change, load(self._files, found[0]), found[0])
            return stored.issue

    def empty(self) -> int:
        """Delete for good what has been removed, and return how many issues that were."""
        with self._catalogue_file.changing() as change:
            removed = change.catalogue.removed
            change.drop(removed)
            change.stale += map(file_of, removed)
            change.stale += (
                original_file(sha256)
                for sha256 in {sha256 for row in removed for sha256 in row.sources}
                if not change.catalogue.holding(sha256)
            )
        return len(removed)

    def _remove(self, change: Change, row: CatalogueRow) -> None:
        change.drop([row])
        change.put(replace(row, removed=self._clock()))

    def check(self, *, repair: bool = False) -> "Iterator[tuple[int, list[Finding]]]":
        """Yield how many steps are left, and what was found wrong in the last one.

        With `repair` it is mended, under the lock. Raises LibraryError when that cannot be done.
        """
        from store.library.checking import Checker

        with self._files.lock() if repair else nullcontext():
            yield from Checker(self._files, repair=repair).run()

    def _set_right(self, row: CatalogueRow, own: tuple[Correction, ...]) -> StoredIssue:
        """Keep `own` as what this reader alone has set right in the issue of `row`."""
        from store.library.placement import amended

        stored = amended(load(self._files, row), own)
        self._overlay.keep(row.id, IssueCorrections(self._row(row, stored, own), own))
        return stored
