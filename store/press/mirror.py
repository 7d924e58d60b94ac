"""A mirrored issue as one source: its files with the paths that their links go by, in one.

It is a zip archive whose files are not packed and bear no date, so that the same files make the
same bytes; the library keeps it as the issue's original, which a repair can read again without
knowing anything else.
"""

import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from datetime import date
from urllib.parse import unquote, urlsplit

from msgspec import Struct

from store.errors import SourceError
from store.press.text.web_address import day_in
from store.press.zips import BROKEN, open_zip

FIRST = "dubao-mirror"
"""The name of the first file, which tells a mirror from any other archive."""

_PART = b"part"
"""What the first file says of a mirror that holds only some of an issue's pages."""

MOST_FILES = 2_000
"""Files of a mirror: a thick issue has two hundred."""

MOST_DIRECTORY = 4_000 * MOST_FILES
"""Bytes of its directory, with names as long as they may be on a disk."""

HOST = "http://mirror.invalid/"
"""What the addresses of a mirror's files begin with; their paths follow."""

_DEEPEST = 12
_PARAMETERS = re.compile(r"(\.s?html?)[?@][^/]*$")


class File(Struct, frozen=True):
    """One file of a source; `path` is relative, with slashes, and leads nowhere else.

    Of what was fetched it is the address.
    """

    path: str
    data: bytes


class Place(Struct, frozen=True):
    """Where a file of a mirror lies, and what it says of itself: its address, and its day."""

    path: str
    own: str = ""
    day: date | None = None


class Places:
    """The files of a mirror by the addresses that links go by; nothing else is reached.

    A relative link leads from file to file. One with a host, or from the root of one, leads to the
    file that says that this is its address, or to the one whose path ends as the address does:
    whoever saved the pages chose the folder that they begin with, or put all into one.
    """

    def __init__(self, places: Iterable[Place]) -> None:
        self._whole: dict[str, Place] = {}
        self._own: dict[str, Place] = {}
        self._ends: dict[str, Place] = {}
        self._of_days: dict[tuple[str, date | None], Place] = {}
        for place in places:
            names = _names(place.path)
            self._whole.setdefault("/".join(names), place)
            for end in _ends(names):
                self._ends.setdefault(end, place)
                self._of_days.setdefault((end, place.day), place)
            if place.own:
                self._own.setdefault(place.own, place)

    def find(self, address: str) -> str:
        """Return the path of the file that `address` names, ``""`` where the mirror has it not."""
        if found := self._own.get(address):
            return found.path
        parts = urlsplit(address)
        names = _names(f"{parts.path}?{parts.query}" if parts.query else parts.path)
        here = address.startswith(HOST)
        if here and (found := self._whole.get("/".join(names))):
            return found.path
        day = day_in(address)
        for end in _ends(names if here else [parts.netloc.lower(), *names]):
            if day:
                found = self._of_days.get((end, day)) or self._of_days.get((end, None))
                sure = found and not (here and day_in(found.path))
            else:
                found, sure = self._ends.get(end), False
            alike = end.count("/") + 1
            if found and (sure or 1 < alike >= min(len(names), len(_names(found.path)))):
                return found.path
        return ""


def at(path: str) -> str:
    """Return the address of the file at `path` in a mirror: its own, where it was fetched."""
    return path if "://" in path else HOST + path


def is_mirror(data: bytes) -> bool:
    """Return whether `data` is a mirrored issue as `pack` makes it."""
    return data.startswith(b"PK\x03\x04") and data.startswith(FIRST.encode(), 30)


def is_part(data: bytes) -> bool:
    """Return whether a mirror holds some of an issue's pages alone, and the others come apart."""
    return data.startswith(_PART, 30 + len(FIRST))


def pack(files: Iterable[File], *, part: bool = False) -> bytes:
    """Return `files` as one source; it is a `part` where the issue's other pages come apart."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for file in (
            File(FIRST, _PART if part else b""),
            *sorted(files, key=lambda file: file.path),
        ):
            archive.writestr(zipfile.ZipInfo(file.path), file.data)  # its date is 1980
    return packed.getvalue()


def unpack(data: bytes, name: str) -> tuple[File, ...]:
    """Return the files of a mirrored issue; `name` is what it is called.

    Raises SourceError when it is none that `pack` has made.
    """
    try:
        archive = open_zip(io.BytesIO(data), MOST_DIRECTORY)
        infos = [info for info in archive.infolist() if info.filename != FIRST]
        # Files that share their bytes could be any number of times as large.
        if len(infos) > MOST_FILES or sum(info.file_size for info in infos) > len(data):
            raise ValueError
        if any(info.compress_type != zipfile.ZIP_STORED for info in infos):
            raise ValueError
        return tuple(File(info.filename, archive.read(info)) for info in infos)
    except BROKEN:
        raise SourceError(
            "{file}: this mirrored issue is damaged; import its folder again.", file=name
        ) from None


def _names(path: str) -> list[str]:
    """Return the folders and the name in `path`, without the parameters in the name of a page."""
    return _PARAMETERS.sub(r"\1", unquote(path).lower()).strip("/").split("/")


def _ends(names: list[str]) -> Iterator[str]:
    """Yield the ends of a path of these `names`, the longest first."""
    for start in range(max(0, len(names) - _DEEPEST), len(names)):
        yield "/".join(names[start:])
