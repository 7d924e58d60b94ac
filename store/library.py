"""The library on disk: a catalogue, a file for each issue, and the originals.

An issue is in the library when the catalogue has its row, which is written last: after the
original and the issue's own file. An import that is cut off leaves files that nothing names, and
the next import of the same source writes them again.
"""

import gzip
import hashlib
import re
import zlib
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Literal, Self

from store.catalogue import Catalogue, not_found
from store.errors import LibraryError, NotFoundError
from store.files import DiskFiles, Files, Stamp
from store.issues import Kept, file_of, load, save
from store.locations import library_folder
from store.models import Article, CatalogueRow, Issue, Paper
from store.tables import Tables, writing

CATALOGUE = "catalogue.json"


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a source that was added.

    `issue` is the id of the issue it is in now. `status` is ``new``, ``held`` (nothing changed),
    ``merged`` into an issue of that paper and day, or ``redated``: it was held, and has moved from
    the id `renamed_from`, having got a date or a paper. `pages_added` are new to the issue,
    `variants` the pages that it now has twice, `jumps_resolved` counts stories joined across
    sources.
    """

    issue: str
    status: Literal["new", "held", "merged", "redated"] = "new"
    pages_added: tuple[str, ...] = ()
    variants: tuple[str, ...] = ()
    jumps_resolved: int = 0
    renamed_from: str = ""


def open_library(path: Path | None = None) -> "Library":
    """Return the library in the folder `path`, or where this reader's own lies.

    Nothing is made on disk before something is added; a missing folder is an empty library.
    """
    return Library(DiskFiles(path or library_folder()))


class Library:
    """Issues and their originals; reading needs no right to write.

    What other processes add is seen at the next call. Every method may raise LibraryError, with
    a sentence that names the file.
    """

    def __init__(self, files: Files) -> None:
        self._files = files
        self._catalogue: tuple[Stamp | None, Catalogue] = (None, Catalogue())
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
        name = _original_file(sha256)
        packed = self._files.read(name)
        if packed is None:
            raise NotFoundError(f"There is no original {sha256}; import its source again.")
        try:
            data = gzip.decompress(packed)
        except (OSError, EOFError, zlib.error):
            data = b""
        if hashlib.sha256(data).hexdigest() != sha256:
            raise LibraryError(f"{self._files.where(name)}: damaged; restore it from a copy.")
        return data

    def add(self, issue: Issue, original: bytes) -> Added:
        """Keep `issue`, which the press read from `original`, and say what became of it.

        A source that is held already changes nothing, unless it comes with a date or a paper that
        its issue lacked: then that issue, articles and keys as they are held, moves to its new id.
        Sources of one paper and one day make one issue, see `store.merging`; an undated one stays
        alone.
        """
        sha256 = hashlib.sha256(original).hexdigest()
        if [source.sha256 for source in issue.sources] != [sha256]:
            raise LibraryError(f"{issue.id}: not read from this original; read it again.")
        with self._files.lock():
            with writing(self._files, CATALOGUE) as tables:
                catalogue = _read(tables)
                home = catalogue.holding(sha256)
                if home and not _completes(issue, home):
                    return Added(home.id, "held")
                self._files.write(_original_file(sha256), gzip.compress(original, mtime=0))
                added = self._place(tables, catalogue, home, issue)
                catalogue = _read(tables)
            self._catalogue = self._files.stamp(CATALOGUE), catalogue
            if added.renamed_from:
                self._files.remove(file_of(added.renamed_from))
        return added

    def _place(
        self, tables: Tables, catalogue: Catalogue, home: CatalogueRow | None, issue: Issue
    ) -> Added:
        """Put `issue`, or the whole of the issue `home` that it completes, where it belongs."""
        from store.merging import addressed, compose, old_names, pages_of, parts  # the press

        moved = load(self._files, home) if home else Kept(readings=(issue,))
        incoming = tuple(_completed(r, issue) for r in moved.readings)
        target = catalogue.of_day(incoming[0].paper.name, incoming[0].date)
        held = load(self._files, target) if target else Kept()
        readings = (*held.readings, *incoming)
        composed = compose(readings)
        composed = addressed(composed, target.id if target else catalogue.free(composed.id))

        before = (*held.issue.articles, *moved.issue.articles)
        old = {**held.aliases, **moved.aliases, **{a.id: a.key for a in before}}
        gone = (*before, *(a for r in readings for a in r.articles))
        kept = Kept(composed, readings, old_names(old, gone, composed))
        save(self._files, kept)
        former = [row for row in (target, home) if row]
        aliases = [name for row in former for name in (*row.aliases, row.id)]
        row = kept.row(tuple(name for name in aliases if name != composed.id))
        tables.remove("issues", *(each.id for each in former))
        tables.put("issues", {row.id: row})

        had = {page.number for page in held.issue.pages}
        came = (page.number for reading in incoming for page in pages_of(reading))
        joined = parts(composed.articles) - parts(held.issue.articles)
        joined -= sum(parts(reading.articles) for reading in incoming)
        return Added(
            composed.id,
            "redated" if home else "merged" if target else "new",
            tuple(page.number for page in composed.pages if page.number not in had),
            tuple(number for number in came if number in had),
            max(joined, 0),
            home.id if home else "",
        )

    def _current(self) -> Catalogue:
        stamp = self._files.stamp(CATALOGUE)
        if stamp != self._catalogue[0]:
            self._catalogue = stamp, _read(Tables(self._files, CATALOGUE))
        return self._catalogue[1]

    def _kept(self, row: CatalogueRow) -> Kept:
        """Return the issue of `row`; the last one stays at hand, for article after article."""
        stamp = self._files.stamp(file_of(row.id))
        last = self._last
        if last is None or last[:2] != (row, stamp):
            last = self._last = row, stamp, load(self._files, row)
        return last[2]


def _read(tables: Tables) -> Catalogue:
    return Catalogue(tables.records("issues", CatalogueRow))


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


def _original_file(sha256: str) -> str:
    if not re.fullmatch(r"[0-9a-f]{64}", sha256):
        raise NotFoundError(f"{sha256!r} is not the sha256 of an original.")
    return f"sources/{sha256}.gz"
