"""Archives that others made: what is in them, unpacked by a worker and within its bounds.

Names lead nowhere but into the archive, links are left out, and what is hidden is no source. An
archive within an archive is unpacked too; one within that, or one that cannot be unpacked, stays
what it is.
"""

import gzip
import io
import posixpath
import stat
import tarfile
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from typing import BinaryIO

from msgspec import Struct

from store.errors import SourceError
from store.messages import Message
from store.press.kinds import GZIP, TAR, ZIP
from store.press.mirror import File, is_mirror
from store.press.office import kind_of
from store.press.recognise import HEAD, foreign_archive, read_whole
from store.press.zips import BROKEN as BROKEN_ZIP
from store.press.zips import open_zip

MOST_FILES = 20_000
MOST_BYTES = 256 * 2**20
"""Files in an archive, and bytes of them, those in archives within it included."""

MOST_RATIO, SMALL = 100, 2**20
"""How many times its packed size an archive may unpack to, beyond what is small."""

MOST_DIRECTORY = 300 * MOST_FILES
"""Bytes of a zip archive's directory."""
MOST_HEADER = 2**16
"""Bytes of a long name or of extended attributes in a tar archive."""

AT_ONCE = 2**20
"""Bytes of files that are handed on together."""

_HEADERS = {
    tarfile.XHDTYPE,
    tarfile.XGLTYPE,
    tarfile.SOLARIS_XHDTYPE,
    tarfile.GNUTYPE_LONGNAME,
    tarfile.GNUTYPE_LONGLINK,
}
_BROKEN = (*BROKEN_ZIP, tarfile.TarError)


class Archive(Struct, frozen=True):
    """An archive to be unpacked: its path as the system has it, and what it is called."""

    path: bytes
    name: str


class Unpacked(Struct, frozen=True):
    """Some of the files in an archive, and why there are no more if it cannot be read on."""

    files: tuple[File, ...] = ()
    refusal: Message | None = None


class TooMuchError(Exception):
    """An archive holds more than one may."""


class Unpacking:
    """The unpacking of one archive, which is called `name`, and of those within it."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._files_left = MOST_FILES
        self._bytes_left = MOST_BYTES

    def files(self, file: BinaryIO) -> Iterator[File]:
        """Yield the files in the archive `file`, and those in archives within it.

        There are none in a document that only begins like an archive. Raises SourceError when it is
        damaged, locked, or holds more than it may.
        """
        size = file.seek(0, io.SEEK_END)
        self._bytes_left = min(MOST_BYTES, max(MOST_RATIO * size, SMALL))
        try:
            for each in self._entries(file):
                if foreign_archive(each.data[:HEAD]) and not is_mirror(each.data):
                    yield from self._within(each)
                else:
                    yield each
        except (TooMuchError, MemoryError):
            raise too_much(self._name) from None
        except _BROKEN as error:
            raise SourceError(
                "{file}: this archive is damaged or locked; unpack it, and import the folder.",
                file=self._name,
            ) from error

    def _within(self, file: File) -> Iterator[File]:
        """Yield the files in an archive within another, and itself where it cannot be unpacked."""
        unpacked = False
        try:
            for each in self._entries(io.BytesIO(file.data)):
                unpacked = True
                yield File(f"{file.path}/{each.path}", each.data)
        except (TooMuchError, MemoryError, *_BROKEN):
            unpacked = False
        if not unpacked:
            yield file

    def _entries(self, file: BinaryIO) -> Iterator[File]:
        file.seek(0)
        start = file.read(HEAD)
        file.seek(0)
        kind = foreign_archive(start)
        if kind is ZIP:
            yield from self._zipped(file, start)
        elif kind is TAR:
            with tarfile.open(fileobj=file, mode="r:", tarinfo=_Header) as archive:
                yield from self._tarred(archive)
        elif kind is GZIP:
            yield from self._gunzipped(file)

    def _zipped(self, file: BinaryIO, start: bytes) -> Iterator[File]:
        with open_zip(file, MOST_DIRECTORY) as archive:
            if kind_of(start, archive.namelist()) is not ZIP:
                return
            infos = [info for info in archive.infolist() if _is_file(info)]
            if len({info.header_offset for info in infos}) < len(infos):
                raise zipfile.BadZipFile  # files that share their bytes
            size = sum(info.file_size for info in infos)
            if len(infos) > self._files_left or size > self._bytes_left:
                raise TooMuchError
            for info in infos:
                self._count(info.file_size)
                if path := _safe(_zip_name(info)):
                    with archive.open(info) as member:
                        yield File(path, read_whole(member))

    def _tarred(self, archive: tarfile.TarFile) -> Iterator[File]:
        for member in archive:
            self._count(member.size)
            path = _safe(_text(member.name.encode("utf-8", "surrogateescape")))
            file = archive.extractfile(member) if member.isreg() and path else None
            if file:
                yield File(path, read_whole(file))

    def _gunzipped(self, file: BinaryIO) -> Iterator[File]:
        with gzip.GzipFile(fileobj=file) as unpacked:
            start = unpacked.read(tarfile.BLOCKSIZE)
            unpacked.seek(0)
            if foreign_archive(start) is TAR:
                with tarfile.open(fileobj=unpacked, mode="r|", tarinfo=_Header) as archive:
                    yield from self._tarred(archive)
                while unpacked.read(AT_ONCE):
                    pass  # its end tells whether it is whole
            else:
                data = read_whole(unpacked)
                self._count(len(data))
                yield File("text", data)

    def _count(self, size: int) -> None:
        """Count one more file. Raises TooMuchError where that is one or its bytes too many."""
        if size < 0:
            raise ValueError
        if not self._files_left or size > self._bytes_left:
            raise TooMuchError
        self._files_left -= 1
        self._bytes_left -= size


class _Header(tarfile.TarInfo):
    """The header of a file in a tar archive, or of what is told of the next: not a long one.

    The library takes quadratic time for those.
    """

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> "_Header":
        info = super().frombuf(buf, encoding, errors)
        if info.size < 0 or (info.type in _HEADERS and info.size > MOST_HEADER):
            raise tarfile.ReadError
        return info


def too_much(name: str) -> SourceError:
    """Return the error that the archive called `name` holds more than one may."""
    return SourceError(
        "{file}: this archive unpacks to more than one may; unpack it, and import the folder.",
        file=name,
    )


def _is_file(info: zipfile.ZipInfo) -> bool:
    """Return whether it is a file, and neither a folder nor a link, of which Unix tells."""
    return not info.is_dir() and not stat.S_ISLNK(info.external_attr >> 16)


def _zip_name(info: zipfile.ZipInfo) -> str:
    """Return the name of a file in an archive: without a flag for UTF-8, most are in GB 18030."""
    if info.flag_bits & 0x800:
        return info.filename
    try:
        return _text(info.filename.encode("cp437"))
    except UnicodeError:
        return info.filename


def _text(name: bytes) -> str:
    """Return the name of a file, which is in UTF-8, or by older programs in GB 18030."""
    for encoding in ("utf-8", "gb18030"):
        with suppress(UnicodeError):
            return name.decode(encoding)
    return name.decode("utf-8", "replace")


def _safe(name: str) -> str:
    """Return `name` as a path within the archive; ``""`` for what is hidden or leads out of it."""
    path = posixpath.normpath(name.replace("\\", "/"))
    parts = path.split("/")
    outside = path.startswith("/") or any(part.startswith(".") for part in parts)
    return "" if outside or parts[0] == "__MACOSX" else path
