"""Opening a zip archive that a stranger made: its directory is bounded before it is read."""

import io
import lzma
import struct
import sys
import zipfile
import zlib
from typing import BinaryIO

BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    ArithmeticError,
    AttributeError,
    EOFError,
    LookupError,
    OSError,
    RuntimeError,
    ValueError,
)
"""What the library raises for archives that nobody has made in earnest, and for locked ones."""


class TooLongError(zipfile.BadZipFile):
    """The directory of an archive is longer than is read."""


class _Bounded(io.BufferedReader):
    """A file of which so much is read at once, at most.

    The directory is read in one go. So its length is bounded as it is, whichever of the ends that
    an archive can have, and of what those say, the library believes.
    """

    most = sys.maxsize

    def read(self, size: int | None = -1, /) -> bytes:
        """Return so many bytes. Raises TooLongError when they are more than may be."""
        if size is not None and size > self.most:
            raise TooLongError
        return super().read(size)


def open_zip(file: BinaryIO, most: int) -> zipfile.ZipFile:
    """Return the archive `file`, which begins with a member and has a directory of `most` bytes.

    Raises TooLongError where that is longer, and others of `BROKEN` where the archive is damaged,
    or all of it lies within another that is.
    """
    bounded = _Bounded(file)  # type: ignore[arg-type]
    bounded.most = most
    archive = zipfile.ZipFile(bounded)
    bounded.most = sys.maxsize
    if not any(info.header_offset == 0 for info in archive.infolist()):
        raise zipfile.BadZipFile
    return archive
