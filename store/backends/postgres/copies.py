"""Copies of an archive's files, kept on this machine: each with its stamp, and as of which change.

A copy is what the file is now if nothing at all has changed since, which one number tells; where
something has, the file's own stamp is compared, and if it is the same that is noted.
"""

import os
import struct
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from store.backends import atomic, opening
from store.backends.disk import DiskFiles
from store.backends.files import Stamp
from store.errors import LibraryError

ROOM = 256 * 2**20
"""Bytes that are kept; what was kept, or seen to be what it is now, longest ago goes first."""

_PRIVATE = 0o700
_HEAD = struct.Struct(">qqq")


class Heading(NamedTuple):
    """The stamp of a file of which there is a copy, and the archive's change as of which it is."""

    stamp: Stamp
    change: int


class Copies:
    """Copies in `folder`, whose names are those of the files; what cannot be kept is not there."""

    def __init__(self, folder: Path, room: int = ROOM) -> None:
        self.folder = folder
        self._files = DiskFiles(folder, private=True)
        with suppress(OSError):
            opening.make(folder, _PRIVATE)
        self._room = room
        self._tidied = False

    def names(self, folder: str) -> list[str]:
        """Return the names of all copies beneath this folder."""
        return self._files.names(folder)

    def heading(self, name: str) -> Heading | None:
        """Return what a copy begins with, if there is one."""
        with suppress(OSError), self._opened(name, os.O_RDONLY) as copy:
            return _heading(os.pread(copy, _HEAD.size, 0))
        return None

    def read(self, name: str) -> tuple[Heading, bytes] | None:
        """Return a copy and what it begins with, if there is one."""
        try:
            packed = self._files.read(name) or b""
        except LibraryError:
            return None
        heading = _heading(packed[: _HEAD.size])
        return heading and (heading, packed[_HEAD.size :])

    def keep(self, name: str, heading: Heading, data: bytes) -> None:
        """Keep a copy."""
        path = self.folder / name
        with suppress(OSError, LibraryError):
            opening.parts(name)
            opening.make(path.parent, _PRIVATE)
            packed = _packed(heading) + data
            atomic.write(path, packed, mode=atomic.PRIVATE, durable=False)
            if not self._tidied:
                self._tidied = True
                self._tidy()

    def note(self, name: str, heading: Heading) -> None:
        """Note that the copy with this stamp is what the file is as of this change, too."""
        with suppress(OSError), self._opened(name, os.O_RDWR) as copy:
            # Another process may have put another one there; what is open here stays what it is.
            held = _heading(os.pread(copy, _HEAD.size, 0))
            if held and held.stamp == heading.stamp:
                os.pwrite(copy, _packed(heading), 0)

    @contextmanager
    def _opened(self, name: str, flags: int) -> Iterator[int]:
        """Give a handle of a copy. Raises OSError."""
        path = self.folder.joinpath(*opening.parts(name))
        handle = os.open(path, flags | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
        try:
            yield handle
        finally:
            os.close(handle)

    def hold_any(self, names: Iterable[str]) -> bool:
        """Return whether there is a copy of one of these files."""
        return any(map(self.heading, names))

    def _tidy(self) -> None:
        """Remove issues until there is room, the longest known ones first. Raises LibraryError."""
        dated = sorted(
            (self._files.stamp(name) or (0,), name) for name in self._files.names("issues")
        )
        used = sum(stamp[-1] for stamp, _ in dated)
        for stamp, name in dated:
            if used <= self._room:
                return
            self._files.remove(name)
            used -= stamp[-1]


def _packed(heading: Heading) -> bytes:
    return _HEAD.pack(*heading.stamp, heading.change)


def _heading(packed: bytes) -> Heading | None:
    if len(packed) < _HEAD.size:
        return None
    *stamp, change = _HEAD.unpack(packed)
    return Heading(tuple(stamp), change)
