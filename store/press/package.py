"""A document that is a zip archive of parts: a .docx, an .odt, an .epub.

Its directory is bounded before it is read, and each part before it is unpacked. Names are looked up
in it and lead nowhere else.
"""

import io
import posixpath
import zipfile
import zlib

from store.errors import SourceError

MOST_PARTS = 10_000
"""An EPUB of a thick issue with its pictures has some 1,000 parts."""

MOST_BYTES = 24 * 2**20
"""Of all parts that are unpacked: the text of a thick issue in a .docx has some 6 MB of XML."""

_DIRECTORY = 200 * MOST_PARTS
"""Bytes of the directory."""
_END, _END_SIZE, _COMMENT = b"PK\5\6", 22, 2**16
_END_64 = 76
"""Bytes of what ends a directory of zip64, which may stand before that."""
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    RuntimeError,
    NotImplementedError,
    ValueError,
)


class Package:
    """The parts of the document `data`, which is called `name`.

    Raises SourceError where its directory is damaged, or longer than any document's.
    """

    def __init__(self, data: bytes, name: str) -> None:
        self._name = name
        self._left = MOST_BYTES
        try:
            self._archive = _open(data)
        except _BROKEN as error:
            raise damaged(name) from error
        if self._archive is None:
            raise too_much(name)
        self._parts = {info.filename: info for info in self._archive.infolist()}

    def __contains__(self, path: str) -> bool:
        return path in self._parts

    @property
    def paths(self) -> list[str]:
        """The paths of all parts, in the directory's order."""
        return list(self._parts)

    def read(self, path: str) -> bytes:
        """Return the part at `path`.

        Raises SourceError where it is missing, damaged or locked, or more than may be unpacked.
        """
        info = self._parts.get(path)
        if info is None or self._archive is None:
            raise damaged(self._name)
        self._left -= info.file_size
        if self._left < 0:
            raise too_much(self._name)
        try:
            with self._archive.open(info) as part:
                return part.read(info.file_size)
        except _BROKEN as error:
            raise damaged(self._name) from error


def paths_of(data: bytes) -> frozenset[str]:
    """Return the paths of the parts that `data` names, none where its directory cannot be read."""
    try:
        archive = _open(data)
    except _BROKEN:
        return frozenset()
    return frozenset(archive.namelist()) if archive else frozenset()


def path_to(target: str, base: str) -> str:
    """Return the path of the part to which a part at `base` refers as `target`."""
    if target.startswith("/"):
        return posixpath.normpath(target[1:])
    return posixpath.normpath(posixpath.join(posixpath.dirname(base), target))


def damaged(name: str) -> SourceError:
    """Return the error that a document called `name` is damaged or locked."""
    return SourceError(
        "{file}: this document is damaged or locked; open it where it was made, and save it anew.",
        file=name,
    )


def too_much(name: str) -> SourceError:
    """Return the error that a document called `name` holds more than one may."""
    return SourceError(
        "{file}: this document holds more than one may; save its text, or parts of it.", file=name
    )


def _open(data: bytes) -> zipfile.ZipFile | None:
    """Return the archive, None where its directory is longer than is read.

    The directory is as long as is said at its end: so much of it would be read, whatever number of
    parts is said to be there.
    """
    end = data.rfind(_END, max(0, len(data) - _COMMENT - _END_SIZE))
    if end < 0 or len(data) < end + _END_SIZE:
        raise ValueError
    parts = int.from_bytes(data[end + 10 : end + 12], "little")
    size = int.from_bytes(data[end + 12 : end + 16], "little")
    if parts > MOST_PARTS or size > _DIRECTORY:
        return None
    if end - size - int.from_bytes(data[end + 16 : end + 20], "little") not in (0, _END_64):
        raise ValueError  # the end of another archive, which lies within this one
    return zipfile.ZipFile(io.BytesIO(data))
