"""An archive: a library, or some of its issues, in one file that needs nothing else.

It is a zip file, whose directory stands at the end: a truncated file is recognised before anything
is read, names and sizes are known before anything is unpacked, one issue can be read without the
others, and any system can open it. Inside lies a library as on disk, with its schema, so that
`store.backends.migrations` brings an older one forward. ``dubao.json`` comes first and gives the
version of this layout, then come issues, their originals and the pictures beside those, and the
catalogue last. The same issues make the same bytes.
"""

import os
import struct
import zipfile
import zlib
from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, nullcontext
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from msgspec import Struct

from store.backends.files import Files, Home, Stamp
from store.backends.incoming import checked
from store.backends.opening import bound
from store.backends.serialization import decode, to_json
from store.backends.tables import write
from store.errors import DubaoError, LibraryError, NewerError
from store.exports.selection import in_order
from store.library.adding import Added
from store.library.catalogue_file import BASE
from store.library.issue_file import file_of, save
from store.library.library import Library
from store.library.originals import original_file, sha256_named
from store.library.transfer import check
from store.messages import Message
from store.models import CatalogueRow
from store.subscriptions.pictures import is_picture

HEAD = "dubao.json"
PLAIN, VERSION = 1, 2
"""The layout that this dubao writes, without pictures and with them, and the newest that it reads.

Who knows no pictures yet reads an archive that has none.
"""

MOST_RATIO = 100
"""How many times its packed size a file may have: text packs to a fifth, at most to a 50th."""

SMALL = 2**20
"""Bytes that a file may have, however little they pack to."""

MOST_DIRECTORY = 64 * SMALL
"""Bytes of an archive's directory: names of half a million files, as of a million articles."""

SHARE = 0.4
"""How much of an archive its directory may be, beyond what is small: of sources with one letter
each it is a quarter (measured)."""

BATCH = 16
"""Issues that are accepted under one lock."""

LISTED = 80
"""Bytes that a directory has for each file, at most, beside its name."""

START = 64
"""Bytes at the start of a file that tell whether it is an archive."""

_ENDS = struct.Struct("<4s36xQ8x4s16x4s8xL4xH")
"""What may end an archive: zip64's record of the end and what finds it, and the end itself."""

_PACKINGS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError)


class _Head(Struct, frozen=True):
    """The content of ``dubao.json``."""

    archive: int = PLAIN


def is_archive(start: bytes) -> bool:
    """Return whether a file that begins with `start` is an archive, even a truncated one."""
    return start.startswith(b"PK\x03\x04") and start.startswith(HEAD.encode(), 30)


def write_archive(
    library: Library, names: Container[str], file: BinaryIO, done: Callable[[Message | None], None]
) -> None:
    """Write the issues of these ids to `file`, as an archive.

    It is written one issue after another, and `file` may be a pipe. `done` is called after each
    issue: with None, or with the reason why it cannot be read whole and is left out.
    """
    with zipfile.ZipFile(file, "w") as archive:
        files = _Archive(archive, HEAD)
        ids = dict.fromkeys(in_order(library, names))
        pictures = _pictures(library.files)
        held = {sha256 for row in library.rows() if row.id in ids for sha256 in row.originals}
        files.write(HEAD, to_json(_Head(PLAIN if pictures.keys().isdisjoint(held) else VERSION)))
        rows = {}
        for name in ids:
            try:
                copy = library.copy(name)
                row = copy.stored.row(copy.names)
                save(files, copy.stored, row)
                for sha256, packed in copy.originals.items():
                    if not files.stamp(original_file(sha256)):  # several issues may share one
                        files.write(original_file(sha256), packed)
                        for picture in pictures[sha256]:
                            files.write(picture, library.files.read(picture) or b"")
            except DubaoError as error:
                done(error.message)
            else:
                rows[row.id] = row
                done(None)
        write(files, BASE, {"issues": rows})


def open_archive(file: BinaryIO, name: str) -> Library:
    """Return the library in the archive `file`, fully checked; `name` is for messages.

    Raises LibraryError when it is damaged or holds foreign files, NewerError when a newer dubao
    wrote it.
    """
    try:
        size = file.seek(0, os.SEEK_END)
        if _directory_size(file) > min(MOST_DIRECTORY, max(SHARE * size, SMALL)):
            raise LibraryError("it names more files than it can hold")
        files = _Archive(zipfile.ZipFile(file), name)
        files.bound(size)
        head = decode(files.read(HEAD) or b"", _Head)
        if head.archive > VERSION:
            raise NewerError(
                "{file}: an archive of a newer dubao (version {version}); update this one to "
                "import it.",
                file=name,
                version=head.archive,
            )
        library = Library(files)
        files.check(library.rows())
        for row in library.rows():
            check(library.copy(row.id))
        for picture in files.names("pictures"):
            files.read(picture)
    except NewerError:
        raise
    except (DubaoError, *_BROKEN) as error:
        raise LibraryError(
            "{file}: a damaged archive, of which nothing was imported; get another copy ({why})",
            file=name,
            why=error,
        ) from error
    return library


def _directory_size(file: BinaryIO) -> int:
    """Return how many bytes the directory of an archive has, which takes 15 µs a name to read.

    What ends an archive says it (APPNOTE 4.3.16), or of a large one what stands before (4.3.14).
    Raises LibraryError where it is not what ends ours: cut off, or with a comment.
    """
    file.seek(max(0, file.seek(0, os.SEEK_END) - _ENDS.size))
    last = file.read().rjust(_ENDS.size, b"\0")
    zip64, size64, locator, end, size, comment = _ENDS.unpack(last)
    if end != b"PK\5\6" or comment:
        raise LibraryError("its end is missing")
    return int(size64 if locator == b"PK\6\7" and zip64 == b"PK\6\6" else size)


def accept_all(library: Library, other: Library) -> Iterator[Added]:
    """Add all issues of `other` to `library`; yield what became of each once it is on disk.

    The pictures beside their originals are there by then, too.
    """
    rows = reversed(other.rows())
    pictures = _pictures(other.files)
    while batch := list(islice(rows, BATCH)):
        done = library.accept(other.copy(row.id) for row in batch)
        for row in batch:
            found = [name for sha256 in row.originals for name in pictures[sha256]]
            _bring(library.files, other.files, found)
        yield from done


def _pictures(files: Files) -> Mapping[str, list[str]]:
    """Return the names of the pictures in `files` by the sha256 of their original."""
    found = defaultdict(list)
    for name in sorted(files.names("pictures")):
        if sha256 := sha256_named(name):
            found[sha256].append(name)
    return found


def _bring(here: Files, there: Files, pictures: Iterable[str]) -> None:
    """Keep these pictures here, too, as they are there, where they are missing."""
    missing = [name for name in pictures if here.stamp(name) is None]
    if not missing:
        return
    with here.lock():
        for name in missing:
            data = there.read(name) or b""
            if is_picture(data) and here.stamp(original_file(sha256_named(name))) is not None:
                here.write(name, data)


class _Archive:
    """The files in an archive, to be read, or to be written once each."""

    def __init__(self, archive: zipfile.ZipFile, name: str) -> None:
        self._zip = archive
        self._name = name
        self._members = {info.filename: info for info in archive.infolist()}
        self._directory = 0  # bytes of what has been written

    def bound(self, size: int) -> None:
        """Raise LibraryError where what the archive, of `size` bytes, unpacks to is out of bounds.

        Nothing is unpacked yet: a bomb is known by its directory.
        """
        members = self._zip.infolist()
        # Members that share their bytes can unpack to any size.
        if sum(info.compress_size for info in members) > size:
            raise LibraryError("its files overlap")
        if sum(info.file_size for info in members) > max(MOST_RATIO * size, SMALL):
            raise LibraryError("it unpacks to far more than it can")
        for info in members:
            if not 0 <= info.file_size <= bound(info.filename):
                raise LibraryError("it unpacks to far more than it can")
            if info.file_size > max(MOST_RATIO * info.compress_size, SMALL):
                raise LibraryError("it unpacks to far more than it can")

    def check(self, rows: Iterable[CatalogueRow]) -> None:
        """Raise LibraryError unless the archive holds just what `rows` need."""
        wanted, held = {HEAD, BASE}, set[str]()
        for row in rows:
            wanted |= {file_of(row), *map(original_file, row.originals)}
            held |= {*row.originals}
        wanted |= {name for name in self.names("pictures") if sha256_named(name) in held}
        if len(self._zip.infolist()) != len(wanted) or self._members.keys() != wanted:
            raise LibraryError("its files are not those of its catalogue")

    def home(self) -> Home:
        """Return that they lie in this archive."""
        return Home(self._name, Path(self._name), (self._name,), "")

    def where(self, name: str) -> str:
        """Return what to call this file in a sentence."""
        return f"{self._name}: {name}" if name else self._name

    def stamp(self, name: str) -> Stamp | None:
        """Return size and checksum; None when there is no such file."""
        info = self._members.get(name)
        return (info.file_size, info.CRC) if info else None

    def dated(self, name: str) -> datetime | None:
        """Return nothing: an archive says only what it holds."""
        del name
        return None

    def stamps(self, folder: str) -> dict[str, Stamp]:
        """Return the names and stamps of the JSON files in this folder."""
        names = (name for name in self.names(folder) if name.endswith(".json"))
        return {name: stamp for name in names if (stamp := self.stamp(name))}

    def names(self, folder: str) -> list[str]:
        """Return the names of all files in this folder."""
        return [name for name in sorted(self._members) if name.startswith(f"{folder}/")]

    def read(self, name: str) -> bytes | None:
        """Return this file's bytes, or None when there is no such file."""
        info = self._members.get(name)
        if info is None:
            return None
        if info.compress_type not in _PACKINGS:
            raise LibraryError("{file}: larger than it can be.", file=self.where(name))
        try:
            data = self._unpacked(info)
            clean = not name.endswith(".json") or checked(data) is data
        except (LibraryError, *_BROKEN) as error:
            raise LibraryError("{file}: {why}.", file=self.where(name), why=error) from error
        if not clean:
            raise LibraryError(
                "{id}: its text holds what dubao takes out of every source.", id=self.where(name)
            )
        return data

    def _unpacked(self, info: zipfile.ZipInfo) -> bytes:
        """Return the bytes of this member, read with its bound, whatever its directory says."""
        with self._zip.open(info) as member:
            data = member.read(bound(info.filename) + 1)
        if len(data) > bound(info.filename):
            raise LibraryError("it unpacks to far more than it can")
        return data

    def write(self, name: str, data: bytes) -> None:
        """Append this file to the archive."""
        if len(data) > bound(name):
            raise LibraryError(
                "{file}: {size:,} bytes are too many for an archive.", file=name, size=len(data)
            )
        self._directory += LISTED + len(name)
        if self._directory > MOST_DIRECTORY and name != BASE:
            raise LibraryError(
                "{file}: too many files for one archive; export the issues in several, each with "
                "some of them.",
                file=name,
            )
        info = zipfile.ZipInfo(name)  # its date is 1980
        packed = not name.endswith(".json")
        info.compress_type = zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED
        self._zip.writestr(info, data)
        self._members[name] = info

    def write_all(self, files: Mapping[str, bytes]) -> None:
        """Append these files to the archive."""
        for name, data in files.items():
            self.write(name, data)

    def remove(self, name: str) -> None:
        """Refuse: what is written stays."""
        raise LibraryError("{file}: an archive cannot be changed.", file=self.where(name))

    def move(self, name: str, to: str) -> None:
        """Refuse: what is written stays where it is."""
        self.remove(name)

    def follow(self, *, at_once: bool = False) -> None:
        """Do nothing: an archive does not change."""

    def lock(self, patience: float | None = None) -> AbstractContextManager[None]:
        """Return a lock that holds nothing: an archive is written once, by one process."""
        return nullcontext()

    def alone(self, doing: str) -> AbstractContextManager[None]:
        """Hold nothing, as `lock`."""
        del doing
        return nullcontext()

    def lock_key(self) -> tuple[int, ...]:
        """Return what is the same for this archive alone."""
        return (id(self),)

    def writable(self) -> bool:
        """Return False: an archive is never changed."""
        return False
