"""The seam that a library stands on: named files of bytes, wherever they lie.

They are read by anyone, written by one at a time, each whole or not at all.
"""

from collections.abc import Mapping
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path
from typing import NamedTuple, Protocol

Stamp = tuple[int, ...]
"""Changes when its file does."""


class Home(NamedTuple):
    """Where files lie, for whoever opens them elsewhere, or keeps something that is made of them.

    ``address`` opens them from anywhere on this machine. ``folder`` is one on this machine for what
    is made of them: their own, or in the reader's cache. ``places`` are what no other files here
    are known by, the surest first. ``owner`` is who may write them at will, whom nobody else can
    pretend to be.
    """

    address: str
    folder: Path
    places: tuple[str, ...]
    owner: str


class Files(Protocol):
    """A folder's files; names are relative, with ``/`` between their parts."""

    def home(self) -> Home:
        """Return where these files lie, and whose they are."""

    def where(self, name: str) -> str:
        """Return what to call this file in a sentence."""

    def stamp(self, name: str) -> Stamp | None:
        """Return this file's stamp, or None when there is no such file.

        Raises LibraryError when that cannot be known.
        """

    def dated(self, name: str) -> datetime | None:
        """Return when this file was written; None when there is no such file.

        Raises LibraryError when that cannot be known.
        """

    def stamps(self, folder: str) -> dict[str, Stamp]:
        """Return the names and stamps of the JSON files in this folder; none if it is missing.

        Raises LibraryError when it cannot be read.
        """

    def read(self, name: str) -> bytes | None:
        """Return this file's bytes, or None when there is no such file.

        Raises LibraryError when it cannot be read.
        """

    def write(self, name: str, data: bytes) -> None:
        """Put `data` in place of this file, durably; call it under the lock.

        Raises LibraryError when that fails; what was there before is left as it was. An UnsureError
        comes after the change: the file is written, but perhaps not on the disk.
        """

    def write_all(self, files: Mapping[str, bytes]) -> None:
        """Put `files`, bytes by name, in their places, each as `write` does; it is quicker.

        Raises LibraryError when that fails: some may be in place then, and others as they were.
        """

    def remove(self, name: str) -> None:
        """Take this file away if it is there; call it under the lock.

        Raises LibraryError when it stays.
        """

    def move(self, name: str, to: str) -> None:
        """Give this file the name `to`, durably; call it under the lock.

        Raises LibraryError when it stays; UnsureError as `write`.
        """

    def names(self, folder: str) -> list[str]:
        """Return the names of all files beneath this folder (of all, beneath ``""``), sorted.

        Temporary ones are among them.

        Raises LibraryError when it cannot be read.
        """

    def follow(self, *, at_once: bool = False) -> None:
        """Look from now on at what others change; until then what was read before may do.

        It is looked for beside what goes on, or by the next call (`at_once`).
        """

    def lock(self, patience: float | None = None) -> AbstractContextManager[None]:
        """Hold the files against every other writer, who is waited for `patience` seconds.

        Raises LibraryError when they cannot be written, or another writer does not end.
        """

    def alone(self, doing: str) -> AbstractContextManager[None]:
        """Be the only one who is `doing` something with the files, whatever others change in them.

        Raises HeldError at once when another is, LibraryError when they cannot be written.
        """

    def lock_key(self) -> tuple[int, ...]:
        """Return what is the same for the same lock, by whatever path, and orders two of them.

        Raises LibraryError when the files cannot be written.
        """

    def writable(self) -> bool:
        """Return whether this reader may change the files."""
