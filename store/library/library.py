"""The library on disk: a catalogue, a file for each issue, and the originals.

The catalogue is what counts. Its rows are written last, after the originals and the issues' own
files, which get another name each time: what is cut off leaves files that nothing names.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import nullcontext
from datetime import datetime
from itertools import filterfalse
from pathlib import Path
from typing import TYPE_CHECKING, Self, Unpack

from store.backends.addresses import How, open_files
from store.backends.disk import state_files
from store.backends.files import Files
from store.backends.locking import quietly
from store.corrections.correction import Correction
from store.errors import DubaoError
from store.library.adding import Added, add_all
from store.library.catalogue import no_article, not_found
from store.library.catalogue_file import Change
from store.library.issue_file import IssueCopy, file_of, load
from store.library.library_id import Identity
from store.library.originals import files_of, original_file, packed, unpack
from store.library.overlay import Overlay
from store.library.view import LibraryView, Stamps
from store.locations import library_address
from store.messages import template
from store.models import Article, CatalogueRow, Issue, issue_of, original_of
from store.moments import next_moment, utc_now

if TYPE_CHECKING:
    from store.library.reimport import Reread
    from store.library.repair.quarantine import Finding
    from store.library.repair.remaking import Read


def open_library(
    address: str | Path | None = None, *, state: Path | None = None, **how: Unpack[How]
) -> "Library":
    """Return the library at `address`, a folder's path or another, or this reader's own.

    Nothing is made before something is added; a missing folder is an empty library. `how` its files
    are opened is told by `store.backends.addresses`. Where a reader may not write, what they set
    right is kept in their own `state`; what cannot be read of that is told, too.
    """
    files = open_files(address or library_address(), **how)
    told = how.get("told", quietly)
    return Library(files, Overlay(state_files(state), Identity(files), told))


class Library:
    """Issues and their originals: how they are read, and every way in which they change.

    Reading needs no right to write. What others change is seen at the next call. Every method may
    raise LibraryError, with a message that names the file. Subscriptions lie in its `files`, too.
    """

    def __init__(
        self, files: Files, overlay: Overlay | None = None, clock: Callable[[], datetime] = utc_now
    ) -> None:
        self.files = files
        self._view = LibraryView(files, overlay or Overlay(files, Identity(files)))
        self._catalogue_file = self._view.catalogue_file
        self._clock = clock

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        """End the use of the library: no file was open between calls."""

    @property
    def address(self) -> str:
        """What opens it from anywhere on this machine."""
        return self.files.home().address

    @property
    def path(self) -> Path:
        """A folder on this machine for what is made of it: its own."""
        return self.files.home().folder

    @property
    def place(self) -> str:
        """What the library is known by here: see `store.library.library_id`."""
        return self._catalogue_file.identity.place

    def writable(self) -> bool:
        """Return whether this reader may change the library."""
        return self.files.writable()

    def rows(self) -> tuple[CatalogueRow, ...]:
        """Return the catalogue: by date, newest first, and then the undated, last import first.

        It costs one look at the files' dates while nothing has changed.
        """
        return self._view.catalogue().rows

    def issue(self, name: str) -> Issue:
        """Return the issue of this id, which may be one that it had before it got its date.

        Raises NotFoundError, with the closest ids.
        """
        return self._view.stored(self._view.catalogue().named(name)[0]).issue

    def article(self, name: str) -> tuple[Issue, Article]:
        """Return the article at this address (``ISSUE/PAGE.POSITION``) and its issue.

        An address that an article had before leads to it, or to the story that it has been joined
        to, until another article has that address. Raises NotFoundError, with what there is.
        """
        articles: list[Article] = []
        for row in self._view.catalogue().named(issue_of(name)):
            stored = self._view.stored(row)
            for article in stored.issue.articles:
                if article.id == name:
                    return stored.issue, article
            for article in stored.issue.articles:
                if article.key == stored.aliases.get(name):
                    return stored.issue, article
            articles += stored.issue.articles
        raise no_article(name, articles)

    def holds(self, source: str) -> str:
        """Return the id of the issue that was read from the source of this id, or ``""``.

        It is not held, and may be added again, where its original has been lost, or another of the
        issues in that has been removed.
        """
        row = self._view.catalogue().holding(source)
        if row is None or not self.files.stamp(original_file(original_of(source))):
            return ""
        shared = source not in row.sources
        return "" if shared and any(source in each.originals for each in self.removed()) else row.id

    def original(self, sha256: str) -> bytes:
        """Return the source with this sha256, as it was added.

        Raises NotFoundError when it is not kept, LibraryError when it is damaged.
        """
        return unpack(packed(self.files, sha256))

    def removed(self) -> tuple[CatalogueRow, ...]:
        """Return the issues that can be restored, the last removed first."""
        return self._catalogue_file.current().removed

    def corrections(self, name: str) -> tuple[tuple[Correction, bool], ...]:
        """Return the corrections of the issue of this id in order, and whether each one fits.

        Raises NotFoundError.
        """
        from store.library.placement import composed

        stored = self._view.stored(self._view.catalogue().named(name)[0])
        _, unfit = composed(stored)
        return tuple((correction, correction not in unfit) for correction in stored.corrections)

    def copy(self, name: str) -> IssueCopy:
        """Return all that is kept of the issue of this id, for another library to `accept`.

        Raises NotFoundError, and LibraryError when an original is missing or damaged.
        """
        row = self._view.catalogue().named(name)[0]
        stored = self._view.stored(row)
        originals = {sha256: packed(self.files, sha256) for sha256 in row.originals}
        return IssueCopy(stored, row.aliases, originals)

    def stamps(self) -> Stamps:
        """Return what changes whenever the catalogue does, whoever changes it."""
        return self._view.stamps()

    def watched(self) -> tuple[str, ...]:
        """Return the paths of the files that `stamps` are taken of."""
        return self._view.watched()

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
            return add_all(change, pairs)

    def accept(self, copies: Iterable[IssueCopy]) -> list[Added]:
        """Keep issues of another library, all at once or none of them (`transfer`).

        Raises LibraryError when one cannot be what dubao wrote.
        """
        from store.library.transfer import accept

        with self._catalogue_file.changing() as change:
            return [accept(change, copy) for copy in copies]

    def move(self, names: Iterable[str], other: "Library") -> list[Added | DubaoError]:
        """Hand issues to `other`, and remove each here when it is safe there; `restore` undoes it.

        Return what became of each: the error is that there is no such issue, that it cannot be read
        whole, or that `other` does not give back what it was handed; it stays here then. Raises
        LibraryError when `other` is this library, or either cannot be written.
        """
        from store.library.transfer import both_locked

        with (
            both_locked(self.files, other.files),
            self._catalogue_file.changing(held=True) as change,
        ):
            return [self._hand_over(change, name, other) for name in names]

    def _hand_over(self, change: Change, name: str, other: "Library") -> Added | DubaoError:
        from store.library.transfer import accept, hand_over

        try:
            row = change.catalogue.named(name)[0]
            copy = self.copy(row.id)
            with other._catalogue_file.changing(held=True) as there:
                added = accept(there, copy)
            other.issue(added.issue)
            hand_over(self.files, other.files, copy.originals)
        except DubaoError as error:
            return error
        self._remove(change, row)
        return added

    def edit(self, name: str, correction: Correction) -> Issue:
        """Set one thing right in the issue of this id, durably, and return what it is then.

        A date or a paper may move the issue to another id, or into the issue of that day. Where
        this reader may not change the library, it is set right for them alone, and stays where it
        is. Raises NotFoundError, and CorrectionError when it does not fit or changes nothing.
        """
        from store.library.editing import edit  # the press: 30 ms

        return edit(self._view, name, correction)

    def undo(self, name: str) -> Correction | None:
        """Take the last correction of this issue away and return it; None when there is none.

        Sources that it had moved into the issue of another day leave that again. Raises
        NotFoundError.
        """
        from store.library.editing import undo

        return undo(self._view, name)

    def reread(self, name: str, parsed: Iterable[Issue], *, keep: bool = True) -> "Reread":
        """Put `parsed`, read anew from the originals of this issue, in place of what it has.

        Keys of articles are carried over, and corrections applied again, see
        `store.library.reimport`. Nothing is written when nothing has changed, or unless it is to be
        kept. Raises NotFoundError.
        """
        from store.library.reimport import reread

        return reread(self._view, name, parsed, keep=keep)

    def reword(self, names: Iterable[str], make: Callable[[list[Issue]], list[Issue]]) -> int:
        """Have `make` give the articles of these issues keywords anew; return how many changed.

        An issue that another session changes meanwhile is left to that. Raises NotFoundError.
        """
        from store.library.reimport import reword

        return reword(self._view, names, make)

    def reword_texts(self, name: str, make: Callable[[list[Issue]], list[Issue]]) -> bool:
        """Have `make` extract the words of what was reworded in this issue; return if it has."""
        from store.library.editing import reword_texts

        return reword_texts(self._view, name, make)

    def remove(self, name: str, *, after: datetime | None = None) -> CatalogueRow:
        """Take the issue of this id out of the library, durably; `restore` brings it back.

        Return its row, which says when: later than `after` and every removal. Raises NotFoundError.
        """
        with self._catalogue_file.changing() as change:
            return self._remove(change, change.catalogue.named(name)[0], after)

    def restore(self, name: str) -> Issue:
        """Bring back the issue of this id that was removed last, durably, and return it.

        What has been imported of its day meanwhile becomes one issue with it. Raises NotFoundError.
        """
        from store.library.placement import place

        with self._catalogue_file.changing() as change:
            found = [row for row in change.catalogue.removed if name in (row.id, *row.aliases)]
            if not found:
                nothing = template("There is no removed issue {id}; {hint}.")
                raise not_found(nothing, name, [row.id for row in change.catalogue.removed])
            stored, _ = place(change, load(change.files, found[0]), found[0])
            return stored.issue

    def empty(self) -> int:
        """Delete for good what has been removed, and return how many issues that were."""
        with self._catalogue_file.changing() as change:
            removed = change.catalogue.removed
            change.drop(removed)
            # Originals first: one that is left without its issue would be read again.
            originals = {sha256 for row in removed for sha256 in row.originals}
            gone = filterfalse(change.catalogue.holding, originals)
            change.stale += files_of(self.files, gone)
            change.stale += map(file_of, removed)
        return len(removed)

    def _remove(
        self, change: Change, row: CatalogueRow, after: datetime | None = None
    ) -> CatalogueRow:
        from store.library.placement import take_out

        return take_out(change, row, next_moment(self._clock(), after))

    def check(
        self, *, repair: bool = False, read: "Read | None" = None
    ) -> "Iterator[tuple[int, list[Finding]]]":
        """Yield how many steps are left, and what was found wrong in the last one.

        With `repair` it is mended, under the lock; `read` then reads originals again, by default
        without keywords. Raises LibraryError when that cannot be done.
        """
        from store.library.repair.checking import Checker
        from store.library.repair.remaking import read_plainly

        with self.files.lock() if repair else nullcontext():
            yield from Checker(self.files, repair=repair, read=read or read_plainly).run()

    def put_back(self, names: Collection[str] = ()) -> "list[Finding]":
        """Put back what a repair has set aside, all of it or the files of these names.

        Return what became of each. Raises NotFoundError for a name that is not there.
        """
        from store.library.repair.quarantine import restored

        return restored(self.files, names)
