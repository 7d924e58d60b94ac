"""Archives that others made: what is in them, bounded before any of it is held.

Names lead nowhere but into the archive, links are left out, and what is hidden is no source. An
archive within an archive is unpacked too; one within that stays as it is.
"""

import io
import posixpath
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

_END, _END_SIZE = b"PK\5\6", 22
_LOCKED = 1
_BROKEN = (
    zipfile.BadZipFile,
    tarfile.TarError,
    zlib.error,
    EOFError,
    OSError,
    RuntimeError,
    NotImplementedError,
    ValueError,
)


class Unpacking:
    """The unpacking of one archive, which is called `name`."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._files = 0
        self._bytes = 0

    def files(self, data: bytes, *, within: bool = False) -> Iterator[File]:
        """Yield the files in the archive `data`; one `within` another is not looked into again.

        Raises SourceError when it is damaged, locked, or holds more than it may.
        """
        kind = foreign_archive(data)
        try:
            for file in self._entries(kind, data):
                if not within and foreign_archive(file.data) and not is_mirror(file.data):
                    for each in self.files(file.data, within=True):
                        yield File(f"{file.path}/{each.path}", each.data)
                else:
                    yield file
        except _BROKEN as error:
            raise SourceError(
                "{file}: this archive is damaged or locked; unpack it, and import the folder.",
                file=self._name,
            ) from error

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
        end = data.rfind(_END)
        if end < 0 or int.from_bytes(data[end + 10 : end + 12], "little") > MOST_FILES:
            raise ValueError  # before its directory is read; zip64 says 65,535 there
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = [info for info in archive.infolist() if not info.is_dir()]
            size = sum(info.file_size for info in infos)
            if size > max(MOST_RATIO * len(data), SMALL):
                raise self._too_much()
            for info in infos:
                self._count(info.file_size)
                path = _safe(_zip_name(info))
                if path:
                    with archive.open(info) as member:
                        yield File(path, member.read(min(info.file_size, LIMIT + 1)))

    def _tarred(self, data: bytes) -> Iterator[File]:
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
