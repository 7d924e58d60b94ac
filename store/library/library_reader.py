"""The reading side of a library: what it holds, found by name, source or address."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from msgspec.structs import replace

from store.backends.files import Files, Stamp
from store.corrections.records import Correction
from store.errors import LibraryError
from store.library.catalogue import Catalogue, not_found
from store.library.catalogue_file import CatalogueFile
from store.library.issue_cache import IssueCache
from store.library.issue_file import IssueCopy, StoredIssue, file_of, load
from store.library.originals import original_file, packed, unpack
from store.library.overlay import IssueCorrections, Overlay, mark_of
from store.messages import Message
from store.models import Article, CatalogueRow, Issue, issue_of

Stamps = tuple[Stamp | None, ...]


def utc_now() -> datetime:
    """Return the present moment in UTC."""
    return datetime.now(UTC)


class LibraryReader:
    """Issues and their originals, as they are read; reading needs no right to write.

    What other processes add is seen at the next call. Every method may raise LibraryError, with
    a sentence that names the file.
    """

    def __init__(
        self, files: Files, own: Overlay | None = None, clock: Callable[[], datetime] = utc_now
    ) -> None:
        self._files = files
        self._overlay = own or Overlay(files, Path())
        self._clock = clock
        self._catalogue_file = CatalogueFile(files)
        self._seen: tuple[Stamps, Catalogue] = ((), Catalogue())
        self._issues = IssueCache()

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
        for row in self._current().named(issue_of(name)):
            stored = self._kept(row)
            for article in stored.issue.articles:
                if article.id == name:
                    return stored.issue, article
            for article in stored.issue.articles:
                if article.key == stored.aliases.get(name):
                    return stored.issue, article
            names += [article.id for article in stored.issue.articles]
        raise not_found(Message("article"), name, names)

    def holds(self, sha256: str) -> str:
        """Return the id of the issue that was read from this source, or ``""``.

        It is not held where the original has been lost: then it may be added again.
        """
        row = self._current().holding(sha256)
        return row.id if row and self._files.stamp(original_file(sha256)) else ""

    def original(self, sha256: str) -> bytes:
        """Return the source with this sha256, as it was added.

        Raises NotFoundError when it is not kept, LibraryError when it is damaged.
        """
        return unpack(packed(self._files, sha256))

    def removed(self) -> tuple[CatalogueRow, ...]:
        """Return the issues that can be restored, the last removed first."""
        return self._catalogue_file.current().removed

    def corrections(self, name: str) -> tuple[tuple[Correction, bool], ...]:
        """Return the corrections of the issue of this id in order, and whether each one fits.

        Raises NotFoundError.
        """
        from store.library.placement import composed

        stored = self._kept(self._current().named(name)[0])
        _, unfit = composed(stored)
        return tuple((correction, correction not in unfit) for correction in stored.corrections)

    def copy(self, name: str) -> IssueCopy:
        """Return all that is kept of the issue of this id, for another library to `accept`.

        Raises NotFoundError, and LibraryError when an original is missing or damaged.
        """
        row = self._current().named(name)[0]
        stored = self._kept(row)
        originals = {sha256: packed(self._files, sha256) for sha256 in row.sources}
        return IssueCopy(stored, row.aliases, originals)

    def stamps(self) -> Stamps:
        """Return what is another whenever the catalogue has been changed, by whomever."""
        return *self._catalogue_file.stamps(), self._overlay.stamp()

    def watched(self) -> tuple[str, ...]:
        """Return the paths of the files of which one is another whenever `stamps` are."""
        return *self._catalogue_file.watched(), self._overlay.watched()

    def _current(self) -> Catalogue:
        """Return the catalogue, with what this reader alone has set right."""
        # The stamps first: what changes between the two is then looked for again.
        stamps, shared = self.stamps(), self._catalogue_file.current()
        if stamps != self._seen[0]:
            rows = (self._own_row(shared, entry) for entry in self._overlay.entries().values())
            self._seen = stamps, shared.changed(put=[row for row in rows if row])
        return self._seen[1]

    def _own_row(self, shared: Catalogue, entry: IssueCorrections) -> CatalogueRow | None:
        """Return the row of an issue set right, made anew if the library has changed the issue."""
        row = shared.at(entry.row.id)
        if row is None or row.revision == entry.row.revision:
            return row and entry.row
        return self._row(row, self._amended(load(self._files, row)), entry.corrections)

    def _own_corrections(self, name: str) -> tuple[Correction, ...]:
        entry = self._overlay.entries().get(name)
        return entry.corrections if entry else ()

    def _amended(self, stored: StoredIssue) -> StoredIssue:
        """Return `stored` with what this reader alone has set right in it."""
        if not (own := self._own_corrections(stored.issue.id)):
            return stored
        from store.library.placement import amended

        return amended(stored, own)

    def _row(
        self, row: CatalogueRow, stored: StoredIssue, own: tuple[Correction, ...]
    ) -> CatalogueRow:
        return replace(stored.row(row.aliases, row.revision), own=mark_of(own))

    def _kept(self, row: CatalogueRow) -> StoredIssue:
        """Return the issue of `row`; the last few stay in memory."""
        while True:
            stamp = self._files.stamp(file_of(row))
            stored = self._issues.get(row, stamp)
            if stored is not None:
                return stored
            try:
                stored = self._amended(load(self._files, row))
            except LibraryError:
                # Written anew under another name, perhaps, since the catalogue was looked at.
                before, row = row, self._current().named(row.id)[0]
                if row == before:
                    raise
            else:
                self._issues.put(row, stamp, stored)
                return stored
