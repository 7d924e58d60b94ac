"""A document that is a zip archive of parts: a .docx, an .odt, an .epub.

Its directory is bounded before it is read, and each part before it is unpacked. Names are looked up
in it and lead nowhere else.
"""

import io
import posixpath
from urllib.parse import quote, unquote
from zipfile import ZipFile

from store.errors import SourceError
from store.press.zips import BROKEN, TooLongError, open_zip

MOST_BYTES = 24 * 2**20
"""Of all parts that are unpacked: the text of a thick issue in a .docx has some 6 MB of XML."""

WITHIN = "http://book.invalid/"
"""What the addresses of a document's parts begin with; their paths follow."""

MOST_DIRECTORY = 2_000_000
"""Bytes of the directory: an EPUB of a thick issue with its pictures has some 1,000 parts."""


class Package:
    """The parts of the document `data`, which is called `name`.

    Raises SourceError where its directory is damaged, or longer than any document's.
    """

    def __init__(self, data: bytes, name: str) -> None:
        self._name = name
        self._left = MOST_BYTES
        try:
            self._archive = _open(data)
        except TooLongError as error:
            raise too_much(name) from error
        except BROKEN as error:
            raise damaged(name) from error
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
        if info is None:
            raise damaged(self._name)
        self._left -= info.file_size
        if self._left < 0:
            raise too_much(self._name)
        try:
            with self._archive.open(info) as part:
                return part.read(info.file_size)
        except BROKEN as error:
            raise damaged(self._name) from error


def paths_of(data: bytes) -> frozenset[str]:
    """Return the paths of the parts that `data` names, none where its directory cannot be read."""
    try:
        return frozenset(_open(data).namelist())
    except BROKEN:
        return frozenset()


def within(path: str) -> str:
    """Return the address that stands for the part at `path`, as those of its pictures go by it."""
    return WITHIN + quote(path)


def part_at(address: str) -> str:
    """Return the path of the part for which this address stands, ``""`` for another address."""
    return unquote(address.removeprefix(WITHIN)) if address.startswith(WITHIN) else ""


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


def _open(data: bytes) -> ZipFile:
    return open_zip(io.BytesIO(data), MOST_DIRECTORY)
