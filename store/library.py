"""The library on disk: a catalogue, a file for each issue, and the originals.

The catalogue is what counts. Its rows are written last, after the originals and the issues' own
files, which get another name each time: what is cut off leaves files that nothing names.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Literal, Self

from store.catalogue import Catalogue, not_found
from store.corrections import Correction
from store.errors import CorrectionError, LibraryError
from store.files import DiskFiles, Files, Stamp
from store.issues import Copy, Kept, file_of, load
from store.ledger import Change, Ledger
from store.locations import library_folder, state_folder
from store.locking import PATIENCE, Waiting, quietly
from store.models import Article, CatalogueRow, Issue, Paper
from store.originals import original_file, pack, packed, unpack
from store.own import Entry, Own, mark_of

if TYPE_CHECKING:
    from store.checking import Finding
    from store.rereading import Reread


Stamps = tuple[Stamp | None, ...]


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a source that was added.

    `issue` is the id of the issue it is in now. `status` is ``new``, ``held`` (nothing changed),
    ``merged`` into an issue of that paper and day, ``restored`` if that had been removed, or
    ``redated``: it was held, and has moved from the id `renamed_from`, having got a date or a
    paper. `pages_added` are new to the issue, `variants` the pages that it now has twice,
    `jumps_resolved` counts stories joined across sources.
    """

    issue: str
    status: Literal["new", "held", "merged", "redated", "restored"] = "new"
    pages_added: tuple[str, ...] = ()
    variants: tuple[str, ...] = ()
    jumps_resolved: int = 0
    renamed_from: str = ""


def utc_now() -> datetime:
    """Return the present moment in UTC."""
    return datetime.now(UTC)


def open_library(
    path: Path | None = None,
    *,
    waiting: Waiting = quietly,
    patience: float = PATIENCE,
    state: Path | None = None,
) -> "Library":
    """Return the library in the folder `path`, or where this reader's own lies.

    Nothing is made on disk before something is added; a missing folder is an empty library. Who
    waits because another writes there is told so by `waiting`, and gives up after `patience`
    seconds. Where a reader may not write, what they set right is kept in their own `state`.
    """
    folder = path or library_folder()
    own = Own(DiskFiles(state or state_folder(), private=True), folder)
    return Library(DiskFiles(folder, waiting=waiting, patience=patience), own)


class Library:
    """Issues and their originals; reading needs no right to write.

    What other processes add is seen at the next call. Every method may raise LibraryError, with
    a sentence that names the file.
    """

    def __init__(
        self, files: Files, own: Own | None = None, clock: Callable[[], datetime] = utc_now
    ) -> None:
        self._files = files
        self._own = own or Own(files, Path())
        self._clock = clock
        self._ledger = Ledger(files)
        self._seen: tuple[Stamps, Catalogue] = ((), Catalogue())
        self._last: tuple[CatalogueRow, Stamp | None, Kept] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End the use of the library: no file was open between calls."""

    @property
    def path(self) -> Path:
        """The library's folder."""
        return Path(self._files.where(""))

    def writable(self) -> bool:
        """Return whether this reader may change the library."""
        return self._files.writable()

    def rows(self) -> tuple[CatalogueRow, ...]:
        """Return the catalogue: by date, newest first, and then the undated, last import first.

        It costs a look at the file's date while nothing has changed.
        """
        return self._current().rows

    def issue(self, name: str) -> Issue:
        """Return the issue of this id, be it one that it had before it got its date.

        Raises NotFoundError, with the closest ids.
        """
        return self._kept(self._current().named(name)[0]).issue

    def article(self, name: str) -> tuple[Issue, Article]:
        """Return the article at this address (``ISSUE/PAGE.POSITION``) and its issue.

        An address that an article had before leads to it, or to the story that it has been joined
        to, until another article has that address. Raises NotFoundError, with the closest ids.
        """
        names: list[str] = []
        for row in self._current().named(name.partition("/")[0]):
            kept = self._kept(row)
            for article in kept.issue.articles:
                if article.id == name:
                    return kept.issue, article
            for article in kept.issue.articles:
                if article.key == kept.aliases.get(name):
                    return kept.issue, article
            names += [article.id for article in kept.issue.articles]
        raise not_found("article", name, names)

    def holds(self, sha256: str) -> str:
        """Return the id of the issue that was read from this source, or ``""``."""
        row = self._current().holding(sha256)
        return row.id if row else ""

    def original(self, sha256: str) -> bytes:
        """Return the source with this sha256, as it was added.

        Raises NotFoundError when it is not kept, LibraryError when it is damaged.
        """
        return unpack(packed(self._files, sha256))

    def add(self, issue: Issue, original: bytes) -> Added:
        """Keep `issue`, which the press read from `original`, and say what became of it.

        A source that is held already changes nothing, unless it comes with a date or a paper that
        its issue lacked: then that issue, articles and keys as they are held, moves to its new id.
        Sources of one paper and one day make one issue, see `store.merging`; an undated one stays
        alone.
        """
        return self.add_all([(issue, original)])[0]

    def add_all(self, pairs: Iterable[tuple[Issue, bytes]]) -> list[Added]:
        """Keep issues, each with its original, as `add` does, all at once or none of them."""
        with self._ledger.changing() as change:
            return [self._add(change, issue, original) for issue, original in pairs]

    def copy(self, name: str) -> Copy:
        """Return all that is kept of the issue of this id, for another library to `accept`.

        Raises NotFoundError, and LibraryError when an original is missing or damaged.
        """
        row = self._current().named(name)[0]
        kept = self._kept(row)
        originals = {sha256: packed(self._files, sha256) for sha256 in row.sources}
        return Copy(kept, row.aliases, originals)

    def accept(self, copies: Iterable[Copy]) -> list[Added]:
        """Keep issues of another library, all at once or none of them, see `store.copying`.

        Raises LibraryError when one cannot be what dubao wrote.
        """
        from store.copying import accept

        with self._ledger.changing() as change:
            return [accept(self._files, change, copy) for copy in copies]

    def move(self, name: str, other: "Library") -> Added:
        """Hand the issue of this id to `other`, and remove it here when it is safe there.

        `restore` brings it back here, too. Raises NotFoundError, and LibraryError when it cannot be
        read whole, or `other` does not give back what it was handed; nothing is removed then.
        """
        with self._ledger.changing() as change:
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

        The functions of `store.corrections` make corrections. A date or a paper may move the issue
        to another id, or into the issue of that day. Where this reader may not change the library,
        it is set right for them alone, and the issue stays where it is. Raises NotFoundError, and
        CorrectionError when it does not fit or changes nothing.
        """
        from store.correcting import apply  # the press: 30 ms
        from store.merging import addressed
        from store.settling import settle

        with self._ledger.changing() if self._files.writable() else nullcontext() as change:
            row = (change.catalogue if change else self._current()).named(name)[0]
            kept = load(self._files, row)
            own = self._own_of(row.id)
            now = self._amended(kept).issue
            if addressed(apply(now, correction), row.id) == now:
                raise CorrectionError(f"{row.id}: it is so already; nothing was changed.")
            if change is None:
                return self._set_right(row, (*own, correction)).issue
            corrections = (*kept.corrections, *own, correction)
            settled, _ = settle(self._files, change, replace(kept, corrections=corrections), row)
        self._own.keep(row.id, Entry(row, ()))
        return settled.issue

    def undo(self, name: str) -> Correction | None:
        """Take the last correction of this issue away and return it; None when there is none.

        Sources that it had moved into the issue of another day leave that again. Raises
        NotFoundError.
        """
        from store.correcting import heirs
        from store.settling import parted, settle

        row = self._current().named(name)[0]
        if own := self._own_of(row.id):
            self._set_right(row, own[:-1])
            return own[-1]
        if not self._files.writable():
            return None
        with self._ledger.changing() as change:
            row = change.catalogue.named(name)[0]
            kept = load(self._files, row)
            if not kept.corrections:
                return None
            last = kept.corrections[-1]
            kept = replace(kept, corrections=kept.corrections[:-1])
            moved, rest = parted(kept, last.sources)
            if last.action in ("date", "paper") and rest.readings:
                settle(self._files, change, rest, row)
                settle(self._files, change, moved, None)
            else:
                settle(self._files, change, kept, row, heirs([last]))
        return last

    def corrections(self, name: str) -> tuple[tuple[Correction, bool], ...]:
        """Return the corrections of the issue of this id in order, and whether each one fits.

        Raises NotFoundError.
        """
        from store.settling import composed

        kept = self._kept(self._current().named(name)[0])
        _, unfit = composed(kept)
        return tuple((correction, correction not in unfit) for correction in kept.corrections)

    def reread(self, name: str, readings: Iterable[Issue], *, keep: bool = True) -> "Reread":
        """Put `readings`, made anew of the originals of this issue, in place of those it has.

        Keys of articles are carried over, and corrections applied again, see `store.rereading`.
        Nothing is written when nothing has changed, or when it is not to be kept. Raises
        NotFoundError.
        """
        from store.rereading import Reread, carried
        from store.settling import composed, settle

        anew = {reading.sources[0].sha256: reading for reading in readings}
        with self._ledger.changing() if keep else nullcontext() as change:
            row = (change.catalogue if change else self._ledger.current()).named(name)[0]
            kept = load(self._files, row)
            pairs = [carried(old, anew.get(old.sources[0].sha256, old)) for old in kept.readings]
            now = replace(kept, readings=tuple(pair.reading for pair in pairs))
            changed = any(pair.changed for pair in pairs)
            after, unfit = composed(now)
            if change and changed:
                followed = {old: new for pair in pairs for old, new in pair.followed.items()}
                settled, _ = settle(self._files, change, now, row, followed)
                after = settled.issue
        return Reread(kept.issue, after, unfit, changed)

    def reword(self, names: Iterable[str], make: Callable[[list[Issue]], list[Issue]]) -> int:
        """Have `make` give the articles of these issues keywords anew; return how many changed.

        An issue that another session changes meanwhile is left to that. Raises NotFoundError.
        """
        from store.settling import settle

        held = [(row, load(self._files, row)) for row in map(self._row_named, names)]
        readings = iter(make([reading for _, kept in held for reading in kept.readings]))
        changed = 0
        with self._ledger.changing() as change:
            for row, kept in held:
                new = tuple(next(readings) for _ in kept.readings)
                if new != kept.readings and change.catalogue.at(row.id) == row:
                    settle(self._files, change, replace(kept, readings=new), row)
                    changed += 1
        return changed

    def _row_named(self, name: str) -> CatalogueRow:
        return self._ledger.current().named(name)[0]

    def remove(self, name: str) -> CatalogueRow:
        """Take the issue of this id out of the library, durably; `restore` brings it back.

        Raises NotFoundError.
        """
        with self._ledger.changing() as change:
            row = change.catalogue.named(name)[0]
            self._remove(change, row)
        return row

    def removed(self) -> tuple[CatalogueRow, ...]:
        """Return the issues that can be restored, the last removed first."""
        return self._ledger.current().removed

    def restore(self, name: str) -> Issue:
        """Bring back the issue of this id that was removed last, durably, and return it.

        What has been imported of its day meanwhile becomes one issue with it. Raises NotFoundError.
        """
        with self._ledger.changing() as change:
            found = [row for row in change.catalogue.removed if name in (row.id, *row.aliases)]
            if not found:
                raise not_found("removed issue", name, [row.id for row in change.catalogue.removed])
            return self._restore(change, found[0])

    def empty(self) -> int:
        """Delete for good what has been removed, and return how many issues that were."""
        with self._ledger.changing() as change:
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

    def _restore(self, change: Change, row: CatalogueRow) -> Issue:
        from store.settling import settle

        kept, _ = settle(self._files, change, load(self._files, row), row)
        return kept.issue

    def _add(self, change: Change, issue: Issue, original: bytes) -> Added:
        from store.settling import settle

        sha256 = hashlib.sha256(original).hexdigest()
        if [source.sha256 for source in issue.sources] != [sha256]:
            raise LibraryError(f"{issue.id}: not read from this original; read it again.")
        for row in change.catalogue.removed:
            if sha256 in row.sources:
                return Added(self._restore(change, row).id, "restored")
        home = change.catalogue.holding(sha256)
        if home and not _completes(issue, home):
            return Added(home.id, "held")
        self._files.write(original_file(sha256), pack(original))
        moved = load(self._files, home) if home else Kept(readings=(issue,))
        incoming = tuple(_completed(reading, issue) for reading in moved.readings)
        kept, held = settle(self._files, change, replace(moved, readings=incoming), home)
        return added(kept, held, incoming, home)

    def check(self, *, repair: bool = False) -> "Iterator[tuple[int, list[Finding]]]":
        """Yield how many steps are left, and what was found wrong in the last one.

        With `repair` it is mended, under the lock. Raises LibraryError when that cannot be done.
        """
        from store.checking import Checker

        with self._files.lock() if repair else nullcontext():
            yield from Checker(self._files, repair=repair).run()

    def stamps(self) -> Stamps:
        """Return what is another whenever the catalogue has been changed, by whomever."""
        return *self._ledger.stamps(), self._own.stamp()

    def watched(self) -> tuple[str, ...]:
        """Return the paths of the files of which one is another whenever `stamps` are."""
        return *self._ledger.watched(), self._own.watched()

    def _current(self) -> Catalogue:
        """Return the catalogue, with what this reader alone has set right."""
        # The stamps first: what changes between the two is then looked for again.
        stamps, shared = self.stamps(), self._ledger.current()
        if stamps != self._seen[0]:
            rows = (self._own_row(shared, entry) for entry in self._own.entries().values())
            self._seen = stamps, shared.changed(put=[row for row in rows if row])
        return self._seen[1]

    def _own_row(self, shared: Catalogue, entry: Entry) -> CatalogueRow | None:
        """Return the row of an issue set right, made anew if the library has changed the issue."""
        row = shared.at(entry.row.id)
        if row is None or row.revision == entry.row.revision:
            return row and entry.row
        return self._row(row, self._amended(load(self._files, row)), entry.corrections)

    def _own_of(self, name: str) -> tuple[Correction, ...]:
        entry = self._own.entries().get(name)
        return entry.corrections if entry else ()

    def _amended(self, kept: Kept) -> Kept:
        """Return `kept` with what this reader alone has set right in it."""
        if not (own := self._own_of(kept.issue.id)):
            return kept
        from store.settling import amended

        return amended(kept, own)

    def _set_right(self, row: CatalogueRow, own: tuple[Correction, ...]) -> Kept:
        """Keep `own` as what this reader alone has set right in the issue of `row`."""
        from store.settling import amended

        kept = amended(load(self._files, row), own)
        self._own.keep(row.id, Entry(self._row(row, kept, own), own))
        return kept

    def _row(self, row: CatalogueRow, kept: Kept, own: tuple[Correction, ...]) -> CatalogueRow:
        return replace(kept.row(row.aliases, row.revision), own=mark_of(own))

    def _kept(self, row: CatalogueRow) -> Kept:
        """Return the issue of `row`; the last one stays at hand, for article after article."""
        while True:
            stamp = self._files.stamp(file_of(row))
            if self._last and self._last[:2] == (row, stamp):
                return self._last[2]
            try:
                self._last = row, stamp, self._amended(load(self._files, row))
            except LibraryError:
                # Written anew under another name, perhaps, since the catalogue was looked at.
                before, row = row, self._current().named(row.id)[0]
                if row == before:
                    raise


def added(kept: Kept, held: Kept, incoming: tuple[Issue, ...], home: CatalogueRow | None) -> Added:
    """Say what has become of `incoming`, once the issue `home`, now that `held` is `kept`."""
    from store.merging import pages_of, parts

    had = {page.number for page in held.issue.pages}
    came = (page.number for reading in incoming for page in pages_of(reading))
    joined = parts(kept.issue.articles) - parts(held.issue.articles)
    joined -= sum(parts(reading.articles) for reading in incoming)
    return Added(
        kept.issue.id,
        "redated" if home else "merged" if held.readings else "new",
        tuple(page.number for page in kept.issue.pages if page.number not in had),
        tuple(number for number in came if number in had),
        max(joined, 0),
        home.id if home else "",
    )


def _completes(issue: Issue, home: CatalogueRow) -> bool:
    """Return whether `issue` brings a date or a paper that `home` lacks."""
    dates = home.date is None and issue.date is not None
    return dates or (not home.paper and bool(issue.paper.name))


def _completed(reading: Issue, issue: Issue) -> Issue:
    """Return `reading` with the date and paper of `issue` where it has none."""
    paper = Paper(
        reading.paper.name or issue.paper.name, reading.paper.publishers or issue.paper.publishers
    )
    return replace(reading, date=reading.date or issue.date, paper=paper)
