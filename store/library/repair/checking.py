"""Care for a library: its files against the catalogue and the originals, and what to mend mended.

A repair is a change like every other. Issues that are made again are written beside what is there,
under revisions that no file has; then the catalogue, which makes the repair count; and only then is
anything moved, into ``quarantine/``. Killed at any step, it leaves what the next one finishes.

Nothing is lost by it. What no row of the catalogue names and is whole comes into the library: an
issue's file unless other issues have its sources, an original read again by the press. Set aside is
only what is dubao's own and torn, superseded, or has lost its originals, as what was emptied has
while the catalogue is whole; what is not dubao's stays where it is.
"""

from collections.abc import Iterator, Sequence
from contextlib import suppress

from msgspec.structs import replace

from store.backends.atomic import TEMPORARY
from store.backends.files import Files
from store.backends.tables import refuse_newer
from store.errors import DamagedError
from store.library.catalogue import Catalogue, slot
from store.library.catalogue_file import (
    BASE,
    RECENT,
    CatalogueFile,
    Change,
    Part,
    holds_files,
    missing_part,
    read_part,
)
from store.library.issue_file import file_of, file_or_id, load, load_with_row, row_named
from store.library.left_over import left_over, remove
from store.library.library_id import FILE as ID_FILE
from store.library.originals import original_file, sha256_named
from store.library.repair.id_file import check_id
from store.library.repair.quarantine import RECORD, Finding, Quarantine, now_at
from store.library.repair.remaking import Read, Remaking, hopeless, read_plainly, wrong_original
from store.library.repair.salvage import salvage
from store.messages import Message, template
from store.models import CatalogueRow, issue_of, original_of

Found = Iterator[tuple[int, list[Finding]]]
"""How many steps are left, and what was found in the last one."""

BATCH = 16
"""Originals that are read together: names met in one are known in all."""

LEFT = template("{file}: left by an import that did not finish; nothing needs it.")
STRANGE = template("{file}: not one of dubao's files.")
UNNAMED = template("{file}: whole, but not in the catalogue.")
UNREAD = template("{file}: no issue has this original.")


class Checker:
    """Looks through the library in `files`, and with `repair` mends it.

    To mend it, the caller holds the lock; originals are then read again by `read`.
    """

    def __init__(self, files: Files, *, repair: bool = False, read: Read = read_plainly) -> None:
        self._files = files
        self._repair = repair
        self._catalogue_file = CatalogueFile(files)
        self._change = Change(Catalogue(), files)
        self._remaking = Remaking(files, self._change, read)
        self._lost: dict[str, Message] = {}
        """The parts of the catalogue that are missing or damaged, each with what is wrong."""
        self._sources: set[str] = set()
        """What the whole issues were read from."""
        self._ids: set[str] = set()
        self._broken: list[tuple[CatalogueRow, Message]] = []  # and what is wrong
        self._aside: dict[str, tuple[Message, Message | None]] = {}
        """Files to set aside, with what is wrong and how it was mended."""
        self._taken: list[CatalogueRow] = []
        self._older = 0

    def run(self) -> Found:
        """Yield how many steps are left, and what was found in the last one.

        Raises NewerError, before anything is touched, when a newer dubao has written any of it, as
        all is read before the first is mended, and LibraryError when the library cannot be read or
        mended at all, such as on a full disk; it is then as it was, but for what was mended before.
        """
        names = self._files.names("issues")
        refuse_newer(self._files, (BASE, RECENT, RECORD, ID_FILE))
        known = self._read_catalogue()
        before = self._change.catalogue
        done_with = [] if self._lost else left_over(self._files, RECENT, self._change.catalogue)
        if self._repair:
            remove(self._files, done_with)
        others = [name for name in self._unnamed(names, known) if name not in done_with]
        originals = [name for name in self._files.names("sources") if name not in done_with]
        left = len(known) + len(others) + len(originals) + 1
        yield left, []
        for row in known:
            yield (left := left - 1), list(self._known(row))
        for name in others:
            yield (left := left - 1), list(self._other(name))
        self._take()
        found = [*check_id(self._files, repair=self._repair), *self._make_again()]
        for each in self._read_originals(originals):
            yield (left := left - 1), each
        if self._repair and (self._lost or self._change.catalogue is not before):
            found += self._write_catalogue()
        elif not self._repair:
            found += [Finding(name, wrong) for name, wrong in self._lost.items()]
        yield 0, [*found, *self._set_aside()]

    def _read_catalogue(self) -> tuple[CatalogueRow, ...]:
        """Read both parts of the catalogue, and return the rows of those that can be read."""
        parts = {BASE: Part(), RECENT: Part()}
        for name in parts:
            try:
                parts[name] = part = read_part(self._files, name)
            except DamagedError as error:
                self._lost[name] = error.message
            else:
                if part.lacking:
                    self._lost[part.lacking] = missing_part(self._files, part.lacking).message
        there = [self._files.stamp(name) for name in parts]
        if there == [None, None] and holds_files(self._files):
            self._lost[BASE] = missing_part(self._files, BASE).message
        used = [row.revision for row in map(row_named, self._files.names("issues")) if row]
        counted = max(-1, *used, *(part.counted for part in parts.values()))
        self._change.catalogue = Catalogue(parts[BASE].rows, parts[RECENT].rows, counted)
        return tuple(self._change.catalogue.all().values())

    def _unnamed(self, names: Sequence[str], rows: Sequence[CatalogueRow]) -> list[str]:
        """Return the files beneath ``issues/`` that no row names, the latest revision first."""
        named = {file_or_id(row) for row in rows}
        found = [(row_named(name), name) for name in names if name not in named]
        found.sort(key=lambda pair: -pair[0].revision if pair[0] else 0)
        return [name for _, name in found]

    def _known(self, row: CatalogueRow) -> Iterator[Finding]:
        """Check an issue that the catalogue names, and its originals."""
        try:
            stored = load(self._files, row)
        except DamagedError as error:
            if not self._has_changed(row):
                self._broken.append((row, error.message))
            return
        true = replace(stored.row(row.aliases, row.revision), removed=row.removed)
        self._hold(true)
        yield from self._originals_of(true)
        if true != row and not self._has_changed(row):
            if slot(true) != slot(row):
                self._change.drop([row])
            self._change.put(true)
            name = file_of(row)
            wrong = Message("{file}: the catalogue says other things of it.", {"file": name})
            mended = Message("the catalogue follows the issue")
            yield Finding(name, wrong, mended if self._repair else None)

    def _other(self, name: str) -> Iterator[Finding]:
        """Check a file beneath ``issues/`` that no row names."""
        named = row_named(name)
        if not self._repair and self._is_named_now(name):
            return
        if named is None:
            yield from self._strange(name)
            return
        try:
            stored, told = load_with_row(self._files, named)
        except DamagedError as error:
            row = salvage(self._files.read(name) or b"").row
            if row and file_of(named) == file_or_id(row):
                self._broken.append((row, error.message))
            else:
                self._aside[name] = error.message, None
            return
        former = dict.fromkeys(issue_of(alias) for alias in stored.aliases)
        former.pop(named.id, None)
        row = stored.row(told.aliases if told else tuple(former), named.revision)
        row = replace(row, removed=told.removed if told else None)
        emptied = not self._lost and self._remaking.lacks_original(row)
        if emptied or row.id != named.id or not self._is_free(row):
            self._aside[name] = Message(LEFT, {"file": name}), None
            return
        self._older += told is None
        self._hold(row)
        self._taken.append(row)
        if not self._lost:
            taken = Message("taken into the library") if self._repair else None
            yield Finding(name, Message(UNNAMED, {"file": name}), taken)
        yield from self._originals_of(row)

    def _originals_of(self, row: CatalogueRow) -> Iterator[Finding]:
        """Check the originals of a whole issue."""
        for sha256 in row.originals:
            if wrong := wrong_original(self._files, sha256):
                yield from self._away(f"sources/{sha256}.gz", wrong)

    def _take(self) -> None:
        """Put what was taken in into the catalogue, all at once: each change copies its rows."""
        rows = self._taken[::-1]
        if self._repair and not self._lost:
            rows = self._remaking.renewed(rows)
        if rows:
            self._change.catalogue = self._change.catalogue.changed(put=rows)

    def _make_again(self) -> Iterator[Finding]:
        """Make the issues again whose files are missing or damaged, unless others have them."""
        for row, wrong in self._broken:
            if not self._sources.isdisjoint(row.sources):
                self._drop(row)
                yield from self._away(file_or_id(row), wrong)
                continue
            whole = []
            for sha256 in row.originals:
                if bad := wrong_original(self._files, sha256):
                    yield from self._away(f"sources/{sha256}.gz", bad)
                else:
                    whole.append(sha256)
            if self._repair:
                yield from self._mend(row, wrong, whole)
            else:
                yield Finding(file_or_id(row), wrong)

    def _mend(self, row: CatalogueRow, wrong: Message, whole: Sequence[str]) -> Iterator[Finding]:
        """Make one issue again of those of its originals that are whole, if there are any."""
        if not whole:
            self._drop(row)
            why = Message("none of its originals is whole.")
            yield from self._away(file_or_id(row), hopeless(wrong, why))
            return
        name = file_or_id(row)
        ours = row_named(name) is not None
        damaged = (self._files.read(name) if ours else None) or b""
        remade = self._remaking.again(row, whole, damaged, apart=ours and self._is_free(row))
        if remade.row is None:
            yield Finding(name, hopeless(wrong, remade.how))
        else:
            self._drop(row)
            self._hold(remade.row)
            yield from self._away(name, wrong, remade.how)

    def _read_originals(self, names: Sequence[str]) -> Iterator[list[Finding]]:
        """Read the originals again that no issue has; yield what was found in each file."""
        batch, held = list[str](), set(map(original_of, self._sources))
        for name in names:
            sha256 = sha256_named(name)
            if sha256 in held or (not self._repair and self._is_named_now(name)):
                yield []
            elif not sha256:
                yield list(self._strange(name))
            elif wrong := wrong_original(self._files, sha256):
                yield list(self._away(name, wrong))
            else:
                batch.append(sha256)
                if len(batch) == BATCH:
                    yield from self._read_batch(batch)
                    batch = []
        yield from self._read_batch(batch)

    def _read_batch(self, sources: Sequence[str]) -> Iterator[list[Finding]]:
        names = [original_file(sha256) for sha256 in sources]
        if not self._repair:
            yield from ([Finding(name, Message(UNREAD, {"file": name}))] for name in names)
            return
        for name, made in zip(names, self._remaking.anew(sources), strict=True):
            wrong = Message(UNREAD, {"file": name})
            yield [
                Finding(name, wrong, made.how)
                if made.row
                else Finding(name, hopeless(wrong, made.how))
            ]
        self._change.fold()

    def _write_catalogue(self) -> Iterator[Finding]:
        """Write the catalogue as it is now, having kept a copy of what was damaged in it."""
        quarantine = Quarantine(self._files)
        rows = list(self._change.catalogue.all().values())
        if self._lost:
            rows.sort(key=lambda row: row.revision)
        made = Message("made anew of the issues' own files")
        if self._older:  # taken in, and silent about removal
            made = Message(
                "made anew of the issues' own files; {count} of them do not say whether they had "
                "been removed: if one is back, dubao remove takes it out again",
                {"count": self._older},
            )
        places = {
            name: quarantine.keep_copy(name, wrong)
            for name, wrong in self._lost.items()
            if self._files.stamp(name) is not None
        }
        self._catalogue_file.rewrite(rows, self._change.catalogue.counted, self._change.stale)
        remove(self._files, self._change.stale)
        for name, wrong in self._lost.items():
            yield Finding(name, wrong, now_at(places[name], made) if name in places else made)

    def _set_aside(self) -> Iterator[Finding]:
        """Move into quarantine what is to be set aside and is still there."""
        there = {n: why for n, why in self._aside.items() if self._files.stamp(n) is not None}
        if not self._repair:
            yield from (Finding(name, wrong) for name, (wrong, _) in there.items())
            return
        moves = [(name, wrong) for name, (wrong, _) in there.items()]
        places = Quarantine(self._files).set_aside(moves)
        for (name, (wrong, mended)), place in zip(there.items(), places, strict=True):
            yield Finding(name, wrong, now_at(place, mended))

    def _away(self, name: str, wrong: Message, mended: Message | None = None) -> Iterator[Finding]:
        """Let a file of ours be set aside in the end; say what is wrong where there is none."""
        ours = row_named(name) or sha256_named(name)
        if ours and self._files.stamp(name) is not None:
            self._aside.setdefault(name, (wrong, mended))
        else:
            yield Finding(name, wrong, mended)

    def _strange(self, name: str) -> Iterator[Finding]:
        """Say that a file is not ours, unless it is what a killed writer has left."""
        last = name.rpartition("/")[2]
        if last.startswith(".") and last.endswith(TEMPORARY):
            self._aside[name] = Message(LEFT, {"file": name}), None
        else:
            stays = Message("it stays where it is")
            yield Finding(name, Message(STRANGE, {"file": name}), stays)

    def _hold(self, row: CatalogueRow) -> None:
        """Count `row` among the whole issues."""
        self._sources.update(row.sources)
        if row.removed is None:
            self._ids.add(row.id)

    def _is_free(self, row: CatalogueRow) -> bool:
        """Return whether no whole issue has a source of this one, nor its id."""
        free = row.removed is not None or row.id not in self._ids
        return free and self._sources.isdisjoint(row.sources)

    def _drop(self, row: CatalogueRow) -> None:
        """Take `row` out of the catalogue, if it is still there and not another in its place."""
        if self._change.catalogue.at(slot(row)) == row:
            self._change.drop([row])

    def _is_named_now(self, name: str) -> bool:
        ours = (name, sha256_named(name))
        return any({file_or_id(row), *row.originals}.intersection(ours) for row in self._rows_now())

    def _has_changed(self, row: CatalogueRow) -> bool:
        """Return whether another session has changed the issue since the check began."""
        return not self._repair and not self._lost and row not in self._rows_now()

    def _rows_now(self) -> Sequence[CatalogueRow]:
        with suppress(DamagedError):
            return tuple(self._catalogue_file.current().all().values())
        return ()
