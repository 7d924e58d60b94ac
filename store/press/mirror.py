"""A mirrored issue as one source: its files with the paths that their links go by, in one.

It is a zip archive whose files are not packed and bear no date, so that the same files make the
same bytes; the library keeps it as the issue's original, which a repair can read again without
knowing anything else.
"""

import io
import zipfile
import zlib
from collections.abc import Iterable

from msgspec import Struct

from store.errors import SourceError

FIRST = "dubao-mirror"
"""The name of the first file, which is empty: it tells a mirror from any other archive."""

MOST_FILES = 2_000
"""Files of a mirror: a thick issue has two hundred."""

_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError, KeyError)


class File(Struct, frozen=True):
    """One file of a source; `path` is relative, with slashes, and leads nowhere else."""

    path: str
    data: bytes


def is_mirror(data: bytes) -> bool:
    """Return whether `data` is a mirrored issue as `pack` makes it."""
    return data.startswith(b"PK\x03\x04") and data[30:].startswith(FIRST.encode())


def pack(files: Iterable[File]) -> bytes:
    """Return `files` as one source."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for file in (File(FIRST, b""), *sorted(files, key=lambda file: file.path)):
            archive.writestr(zipfile.ZipInfo(file.path), file.data)  # its date is 1980
    return packed.getvalue()


def unpack(data: bytes, name: str) -> tuple[File, ...]:
    """Return the files of a mirrored issue; `name` is what it is called.

    Raises SourceError when it is none that `pack` has made.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        infos = [info for info in archive.infolist() if info.filename != FIRST]
        # Files that share their bytes could be any number of times as large.
        if len(infos) > MOST_FILES or sum(info.file_size for info in infos) > len(data):
            raise ValueError
        if any(info.compress_type != zipfile.ZIP_STORED for info in infos):
            raise ValueError
        return tuple(File(info.filename, archive.read(info)) for info in infos)
    except _BROKEN:
        raise SourceError(
            "{file}: this mirrored issue is damaged; import its folder again.", file=name
        ) from None
