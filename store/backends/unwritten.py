"""Files that are written later, all in one go: what a change writes before anything names it."""

from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager
from datetime import datetime

from store.backends.files import Files, Home, Stamp

FILES, BYTES = 64, 2**22
"""So many files, or bytes in them, are held in memory at most."""


class Unwritten:
    """The files of `below`, and over them what has been written since the last `settle`.

    It is held in memory until then, or until it is much.
    """

    def __init__(self, below: Files) -> None:
        self._below = below
        self._new: dict[str, bytes] = {}
        self._bytes = 0

    def settle(self, without: Iterable[str] = ()) -> None:
        """Write what is held, but for the files `without` which one does. Raises LibraryError."""
        new, self._new, self._bytes = self._new, {}, 0
        for name in without:
            new.pop(name, None)
        self._below.write_all(new)

    def home(self) -> Home:
        """Return where the files below lie."""
        return self._below.home()

    def where(self, name: str) -> str:
        """Return what to call this file in a sentence."""
        return self._below.where(name)

    def stamp(self, name: str) -> Stamp | None:
        """Return this file's stamp, or None when there is no such file."""
        return (len(self._new[name]),) if name in self._new else self._below.stamp(name)

    def dated(self, name: str) -> datetime | None:
        """Return when this file was written."""
        self.settle()
        return self._below.dated(name)

    def stamps(self, folder: str) -> dict[str, Stamp]:
        """Return the names and stamps of the JSON files in this folder."""
        self.settle()
        return self._below.stamps(folder)

    def read(self, name: str) -> bytes | None:
        """Return this file's bytes, or None when there is no such file."""
        return self._new[name] if name in self._new else self._below.read(name)

    def write(self, name: str, data: bytes) -> None:
        """Hold `data` for the place of this file."""
        self.write_all({name: data})

    def write_all(self, files: Mapping[str, bytes]) -> None:
        """Hold `files` for their places."""
        self._new |= files
        self._bytes += sum(map(len, files.values()))
        if len(self._new) >= FILES or self._bytes >= BYTES:
            self.settle()

    def remove(self, name: str) -> None:
        """Take this file away if it is there."""
        self._new.pop(name, None)
        self._below.remove(name)

    def move(self, name: str, to: str) -> None:
        """Give this file the name `to`."""
        self.settle()
        self._below.move(name, to)

    def names(self, folder: str) -> list[str]:
        """Return the names of all files beneath this folder."""
        self.settle()
        return self._below.names(folder)

    def follow(self, *, at_once: bool = False) -> None:
        """Look at what others change below."""
        self._below.follow(at_once=at_once)

    def lock(self, patience: float | None = None) -> AbstractContextManager[None]:
        """Hold the lock of the files below."""
        return self._below.lock(patience)

    def alone(self, doing: str) -> AbstractContextManager[None]:
        """Be the only one who is `doing` something with the files below."""
        return self._below.alone(doing)

    def lock_key(self) -> tuple[int, ...]:
        """Return what is the same for these files alone."""
        return self._below.lock_key()

    def writable(self) -> bool:
        """Return whether this reader may change the files."""
        return self._below.writable()
