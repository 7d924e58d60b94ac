"""Archives that others made: what is in them, bounded before any of it is held.

Names lead nowhere but into the archive, links are left out, and what is hidden is no source. An
archive within an archive is unpacked too; one within that stays as it is.
"""

import io
import posixpath
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Iterator

from store.errors import SourceError
from store.press.kinds import GZIP, TAR, ZIP, SourceKind
from store.press.mirror import File, is_mirror
from store.press.recognise import LIMIT, foreign_archive

MOST_FILES = 20_000
MOST_BYTES = 256 * 2**20
"""Files in an archive, and bytes of them, those in archives within it included."""

MOST_RATIO, SMALL = 100, 2**20
"""How many times its packed size an archive may unpack to, beyond what is small."""

MOST_DIRECTORY = 300 * MOST_FILES
"""Bytes of a zip archive's directory: its length is read by this, whatever it counts."""
MOST_HEADER = 2**16
"""Bytes of a long name or of extended attributes in a tar archive."""

_END, _LARGE = b"PK\5\6", b"PK\6\7"
"""What the end of a zip archive begins with, and what leads to another end, of zip64."""
_PACKED = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
"""How files may be packed: of other ways the library unpacks more than it is asked for."""
_BLOCK = tarfile.BLOCKSIZE
_HEADERS = {
    tarfile.XHDTYPE,
    tarfile.XGLTYPE,
    tarfile.SOLARIS_XHDTYPE,
    tarfile.GNUTYPE_LONGNAME,
    tarfile.GNUTYPE_LONGLINK,
}
_BROKEN = (
    zipfile.BadZipFile,
    tarfile.TarError,
    zlib.error,
    struct.error,
    ArithmeticError,
    AttributeError,
    EOFError,
    LookupError,
    MemoryError,
    OSError,
    RuntimeError,
    ValueError,
)
"""What the libraries raise for archives that nobody has made in earnest."""


class Unpacking:
    """The unpacking of one archive, which is called `name`."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._files = 0
        self._bytes = 0

    def files(self, data: bytes) -> Iterator[File]:
        """Yield the files in the archive `data`, and those in archives within it.

        Raises SourceError when it is damaged, locked, or holds more than it may.
        """
        try:
            for file in self._entries(foreign_archive(data), data):
                kind = foreign_archive(file.data)
                if kind and not is_mirror(file.data):
                    yield from self._within(kind, file)
                else:
                    yield file
        except _BROKEN as error:
            raise SourceError(
                "{file}: this archive is damaged or locked; unpack it, and import the folder.",
                file=self._name,
            ) from error

    def _within(self, kind: SourceKind, file: File) -> Iterator[File]:
        """Yield the files in an archive within another; one that is damaged stays what it is."""
        try:
            for each in self._entries(kind, file.data):
                yield File(f"{file.path}/{each.path}", each.data)
        except _BROKEN:
            yield file

    def _entries(self, kind: SourceKind | None, data: bytes) -> Iterator[File]:
        if kind is ZIP:
            yield from self._zipped(data)
        elif kind is TAR:
            yield from self._tarred(data)
        elif kind is GZIP:
            unpacked = self._gunzipped(data)
            if foreign_archive(unpacked) is TAR:
                yield from self._tarred(unpacked)
            else:
                yield File("text", unpacked)

    def _zipped(self, data: bytes) -> Iterator[File]:
        _check_end(data)
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = [info for info in archive.infolist() if not info.is_dir()]
            if len({info.header_offset for info in infos}) < len(infos):
                raise ValueError  # files that share their bytes
            size = sum(info.file_size for info in infos)
            if size > max(MOST_RATIO * len(data), SMALL):
                raise self._too_much()
            for info in infos:
                self._count(info.file_size)
                path = _safe(_zip_name(info))
                if path and info.compress_type not in _PACKED:
                    raise NotImplementedError
                if path:
                    with archive.open(info) as member:
                        yield File(path, member.read(min(info.file_size, LIMIT + 1)))

    def _tarred(self, data: bytes) -> Iterator[File]:
        _check_headers(data)
        with tarfile.open(fileobj=io.BytesIO(data), mode="r:") as archive:
            for member in archive:
                self._count(member.size)
                path = _safe(member.name)
                file = archive.extractfile(member) if member.isreg() and path else None
                if file:
                    yield File(path, file.read(LIMIT + 1))

    def _gunzipped(self, data: bytes) -> bytes:
        most = min(max(MOST_RATIO * len(data), SMALL), MOST_BYTES - self._bytes)
        unpacking = zlib.decompressobj(wbits=31)
        unpacked = unpacking.decompress(data, most + 1)
        if len(unpacked) > most:
            raise self._too_much()
        if not unpacking.eof:
            raise EOFError
        return unpacked

    def _count(self, size: int) -> None:
        """Count one more file; raises SourceError when there are too many, or too much in them."""
        self._files += 1
        self._bytes += size
        if self._files > MOST_FILES or self._bytes > MOST_BYTES:
            raise self._too_much()

    def _too_much(self) -> SourceError:
        return SourceError(
            "{file}: this archive unpacks to more than one may; unpack it, and import the folder.",
            file=self._name,
        )


def _check_end(data: bytes) -> None:
    """Raise ValueError when a zip archive has no end, or too long a directory, before it is read.

    An end of zip64 would count anew.
    """
    end = data.rfind(_END)
    if end < 0 or _LARGE in data[max(0, end - len(_LARGE) - 16) : end]:
        raise ValueError
    count = int.from_bytes(data[end + 10 : end + 12], "little")
    if count > MOST_FILES or end - int.from_bytes(data[end + 16 : end + 20], "little") < 0:
        raise ValueError
    if int.from_bytes(data[end + 12 : end + 16], "little") > MOST_DIRECTORY:
        raise ValueError


def _check_headers(data: bytes) -> None:
    """Raise ValueError when a tar archive has long headers, which take quadratic time, or lies."""
    at = 0
    while len(block := data[at : at + _BLOCK]) == _BLOCK:
        try:
            info = tarfile.TarInfo.frombuf(block, "utf-8", "surrogateescape")
        except tarfile.HeaderError:  # the end
            return
        if not 0 <= info.size <= len(data) or (info.type in _HEADERS and info.size > MOST_HEADER):
            raise ValueError
        at += _BLOCK + (-(-info.size // _BLOCK) * _BLOCK if _has_data(info) else 0)


def _has_data(info: tarfile.TarInfo) -> bool:
    return info.isreg() or info.type in _HEADERS or info.type not in tarfile.SUPPORTED_TYPES


def _zip_name(info: zipfile.ZipInfo) -> str:
    """Return the name of a file in an archive: without a flag for UTF-8, most are in GB 18030."""
    if info.flag_bits & 0x800:
        return info.filename
    try:
        return info.filename.encode("cp437").decode("gb18030")
    except UnicodeError:
        return info.filename


def _safe(name: str) -> str:
    """Return `name` as a path within the archive; ``""`` for what is hidden or leads out of it."""
    path = posixpath.normpath(name.replace("\\", "/"))
    parts = path.split("/")
    outside = path.startswith("/") or any(part.startswith(".") for part in parts)
    return "" if outside or parts[0] == "__MACOSX" else path
