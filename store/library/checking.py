"""Care for a library: its files against the catalogue and the originals, and what to mend mended.

Nothing is lost by mending: what can be made again of an original is, and any file that cannot be
kept where it is goes into ``quarantine/``, where ``reasons.txt`` says why.
"""

import hashlib
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from itertools import count

from msgspec import Struct
from msgspec.structs import replace

from store.backends.files import Files
from store.backends.tables import Tables, refuse_newer
from store.errors import DubaoError, LibraryError
from store.identity import numbered
from store.library.catalogue import Catalogue, Rows
from store.library.catalogue_file import BASE, RECENT, CatalogueFile
from store.library.issue_file import StoredIssue, file_of, load, save
from store.library.originals import original_file, unpack
from store.library.placement import composed
from store.messages import Message, template
from store.models import CatalogueRow, Paper, issue_of

QUARANTINE = "quarantine"
REASONS = f"{QUARANTINE}/reasons.txt"

LEFT = template("{file}: left by an import that did not finish; nothing needs it.")


class Finding(Struct, frozen=True):
    """What is wrong with `file`, and how it was mended, if it was."""

    file: str
    wrong: Message
    mended: Message | None = None


class Checker:
    """Looks through the library in `files`, and with `repair` mends it.

    To mend it, the caller holds the lock.
    """

    def __init__(self, files: Files, *, repair: bool = False) -> None:
        self._files = files
        self._repair = repair
        self._catalogue_file = CatalogueFile(files)
        self._damaged = False
        self._rows: list[CatalogueRow] = []

    def run(self) -> Iterator[tuple[int, list[Finding]]]:
        """Yield how many steps are left, and what was found in the last one.

        Raises NewerError, before anything is touched, when a newer dubao has written any of it, and
        LibraryError when the library cannot be read or mended at all, such as on a full disk; it is
        then as it was, but for what was mended before.
        """
        refuse_newer(self._files, (BASE, RECENT, *self._files.names("issues")))
        found = list(self._catalogue())
        rows = tuple(self._rows)
        yield len(rows) + 1, found
        for number, row in enumerate(rows):
            yield len(rows) - number, list(self._issue(number, row))
        if self._repair and (self._damaged or rows != tuple(self._rows)):
            self._catalogue_file.rewrite(row for row in self._rows if row.id)
        yield 0, list(self._orphans())

    def _catalogue(self) -> Iterator[Finding]:
        """Read both parts of the catalogue; one that is damaged is made anew of the issues."""
        parts: dict[str, Rows] = {}
        for name in (BASE, RECENT):
            try:
                tables = Tables(self._files, name)
                rows = tables.records("issues", CatalogueRow)
                parts[name] = Rows(rows, tables.records("gone", dict))
            except LibraryError as error:
                parts[name] = Rows()
                self._damaged = True
                made = Message("made anew of the issues' own files")
                yield self._put_away(name, error.message, made)
        held = Catalogue(parts[BASE], parts[RECENT]).all()
        self._rows = list(held.values())
        if self._damaged:
            self._adopt()

    def _adopt(self) -> None:
        """Take issues that no row names into the catalogue; of two of one source the later one."""
        named = {file_of(row) for row in self._rows}
        others = (name for name in self._files.names("issues") if name not in named)
        found = [row for row in map(self._row_in, others) if row]
        rows = sorted([*self._rows, *found], key=lambda row: -row.revision)
        sources: set[str] = set()
        ids: set[str] = set()
        self._rows = []
        for row in rows:
            if row.removed is None and (row.id in ids or not sources.isdisjoint(row.sources)):
                continue
            if row.removed is None:
                ids.add(row.id)
                sources.update(row.sources)
            self._rows.append(row)
        self._rows.reverse()

    def _row_in(self, name: str) -> CatalogueRow | None:
        """Return the row of the issue in the file `name`, or None when it holds none."""
        stem = name.rpartition("/")[2].removesuffix(".json")
        own, _, revision = stem.partition(".")
        if revision and not revision.isdigit():
            return None
        row = CatalogueRow(own, "", revision=int(revision or 0))
        try:
            stored = load(self._files, row) if file_of(row) == name else None
        except LibraryError:
            return None
        if stored is None:
            return None
        former = dict.fromkeys(issue_of(alias) for alias in stored.aliases)
        former.pop(own, None)
        return stored.row(tuple(former), row.revision)

    def _issue(self, number: int, row: CatalogueRow) -> Iterator[Finding]:
        """Check one issue and its originals."""
        whole = {sha256 for sha256 in row.sources if not self._wrong_original(sha256)}
        for sha256 in row.sources:
            if wrong := self._wrong_original(sha256):
                yield self._put_away(original_file(sha256), wrong)
        try:
            name = file_of(row)
            stored = load(self._files, row)
        except LibraryError as error:
            if not self._has_changed(row):
                yield self._make_again(number, row, whole, error.message)
            return
        true = replace(stored.row(row.aliases, row.revision), removed=row.removed)
        if true != row and not self._has_changed(row):
            self._rows[number] = true
            wrong = Message("{file}: the catalogue says other things of it.", {"file": name})
            mended = Message("the catalogue follows the issue")
            yield Finding(name, wrong, mended if self._repair else None)

    def _make_again(
        self, number: int, row: CatalogueRow, whole: set[str], wrong: Message
    ) -> Finding:
        """Make an issue anew of those originals that are whole."""
        name = f"issues/{row.id}"
        if not self._repair:
            return Finding(name, wrong)
        try:
            name = file_of(row)
            stored = self._read_again(row, [sha256 for sha256 in row.sources if sha256 in whole])
        except DubaoError as error:
            self._rows[number] = replace(row, id="")
            hopeless = Message(
                "{wrong} It cannot be made again: {why}", {"wrong": wrong, "why": error.message}
            )
            return self._put_away(name, hopeless)
        revision = max(each.revision for each in self._rows) + 1
        new = replace(stored.row(row.aliases, revision), removed=row.removed)
        mended = Message("made again of its originals, without what had been set right in it")
        finding = self._put_away(name, wrong, mended)
        save(self._files, stored, new)
        self._rows[number] = new
        return finding

    def _read_again(self, row: CatalogueRow, sources: Iterable[str]) -> StoredIssue:
        from store.press.dump.read import read_issue

        parsed = []
        for sha256 in sources:
            packed = self._files.read(original_file(sha256)) or b""
            issue = read_issue(unpack(packed), f"{sha256[:12]}.txt").issue
            paper = Paper(issue.paper.name or row.paper, issue.paper.publishers)
            parsed.append(replace(issue, date=issue.date or row.date, paper=paper))
        if not parsed:
            raise LibraryError("none of its originals is whole.")
        stored = StoredIssue(parsed=tuple(parsed))
        return replace(stored, issue=numbered(composed(stored)[0], row.id))

    def _wrong_original(self, sha256: str) -> Message | None:
        """Return what is wrong with an original, None if it is whole."""
        try:
            name = original_file(sha256)
            packed = self._files.read(name)
        except DubaoError as error:
            return error.message
        if packed is None:
            return Message(
                "{file}: missing; the issue is whole, but cannot be read again.", {"file": name}
            )
        if hashlib.sha256(unpack(packed)).hexdigest() != sha256:
            return Message("{file}: damaged.", {"file": name})
        return None

    def _orphans(self) -> Iterator[Finding]:
        """Find what nothing names: left by a process that ended in the middle of its work."""
        rows = [row for row in self._rows if row.id]
        named = {file_of(row) for row in rows}
        named |= {original_file(sha256) for row in rows for sha256 in row.sources}
        for folder in ("issues", "sources"):
            for name in self._files.names(folder):
                if name in named or (not self._repair and self._is_named_now(name)):
                    continue
                yield self._put_away(name, Message(LEFT, {"file": name}))

    def _is_named_now(self, name: str) -> bool:
        rows = self._catalogue_file.current().all().values()
        return any(name == file_of(row) or name in map(original_file, row.sources) for row in rows)

    def _has_changed(self, row: CatalogueRow) -> bool:
        """Return whether another session has changed the issue since the check began."""
        return not self._repair and row not in self._catalogue_file.current().all().values()

    def _put_away(self, name: str, wrong: Message, mended: Message | None = None) -> Finding:
        """Put a file into quarantine with the reason, if it is there and is to be mended."""
        if not self._repair or self._files.stamp(name) is None:
            return Finding(name, wrong, mended if self._repair else None)
        flat = name.replace("/", "_")
        places = (f"{QUARANTINE}/{flat}{f'.{n}' if n else ''}" for n in count())
        place = next(each for each in places if self._files.stamp(each) is None)
        self._files.move(name, place)
        told = self._files.read(REASONS) or b""
        line = f"{datetime.now(UTC):%Y-%m-%d %H:%M} {place}: {wrong} {mended or ''}".strip()
        self._files.write(REASONS, told + line.encode() + b"\n")
        if mended:
            return Finding(
                name, wrong, Message("now {file}; {mended}", {"file": place, "mended": mended})
            )
        return Finding(name, wrong, Message("now {file}", {"file": place}))


def check_state(files: Files, folder: str, *, repair: bool = False) -> Iterator[Finding]:
    """Check the files of a reader's own state in `folder`: marks, or the corrections they keep.

    With `repair`, for which the caller holds the lock, those that cannot be read go into
    quarantine. Raises NewerError, before anything is touched, when a newer dubao has written any.
    """
    checker = Checker(files, repair=repair)
    names = files.stamps(folder)
    refuse_newer(files, names)
    for name in names:
        try:
            Tables(files, name)
        except LibraryError as error:
            yield checker._put_away(name, error.message)
