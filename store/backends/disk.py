"""Files on disk, safe against a power cut and ``kill -9``: see `store.backends.atomic`.

As the lock has one holder, a folder needs only one temporary file: a stale one is removed by the
next write there.
"""

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from store.backends import atomic
from store.backends.atomic import sync_folder
from store.backends.files import Stamp
from store.backends.locking import PATIENCE, Waiting, held, quietly
from store.errors import LibraryError
from store.messages import template

TEMPORARY = ".new"
"""The name of a folder's temporary file."""

UNREAD = template("{file}: cannot be read ({why}).")
UNWRITTEN = template("{file}: cannot be written, and is left as it was ({why}).")


class DiskFiles:
    """The files beneath `folder`, which is made by the first write.

    Private ones are made in a folder that nobody else on the machine may enter. A caller that must
    wait for the lock is told why by `waiting`, and gives up after `patience` seconds.
    """

    def __init__(
        self,
        folder: Path,
        *,
        private: bool = False,
        waiting: Waiting = quietly,
        patience: float = PATIENCE,
        readonly: bool = False,
    ) -> None:
        self.folder = folder
        self._readonly = readonly
        self._mode = 0o700 if private else 0o777
        self._waiting = waiting
        self._patience = patience

    def where(self, name: str) -> str:
        """Return the path of this file."""
        return str(self.folder / name)

    def stamp(self, name: str) -> Stamp | None:
        """Return time of change, inode and size; None when there is no such file."""
        try:
            return _stamp((self.folder / name).stat())
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as error:
            raise LibraryError(UNREAD, file=self.where(name), why=error) from error

    def stamps(self, folder: str) -> dict[str, Stamp]:
        """Return the names and stamps of the JSON files in this folder."""
        try:
            with os.scandir(self.folder / folder) as entries:
                return {
                    f"{folder}/{entry.name}": _stamp(entry.stat())
                    for entry in entries
                    if entry.name.endswith(".json")
                }
        except (FileNotFoundError, NotADirectoryError):
            return {}
        except OSError as error:
            raise LibraryError(UNREAD, file=self.where(folder), why=error) from error

    def read(self, name: str) -> bytes | None:
        """Return this file's bytes, or None when there is no such file."""
        try:
            return (self.folder / name).read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as error:
            raise LibraryError(UNREAD, file=self.where(name), why=error) from error

    def write(self, name: str, data: bytes) -> None:
        """Put `data` in place of this file: see `store.backends.atomic`."""
        target = self.folder / name
        try:
            self._make(target.parent)
            atomic.write(target, data, temporary=TEMPORARY)
        except OSError as error:
            raise LibraryError(UNWRITTEN, file=self.where(name), why=error) from error

    def remove(self, name: str) -> None:
        """Take this file away if it is there."""
        try:
            (self.folder / name).unlink(missing_ok=True)
        except OSError as error:
            raise LibraryError(
                "{file}: cannot be removed ({why}).", file=self.where(name), why=error
            ) from error

    def move(self, name: str, to: str) -> None:
        """Give this file the name `to`."""
        target = self.folder / to
        try:
            self._make(target.parent)
            (self.folder / name).rename(target)
            sync_folder(target.parent)
            sync_folder((self.folder / name).parent)
        except OSError as error:
            raise LibraryError(
                "{file}: cannot be moved ({why}).", file=self.where(name), why=error
            ) from error

    def names(self, folder: str) -> list[str]:
        """Return the names of all files beneath this folder."""
        try:
            found = [path for path in (self.folder / folder).rglob("*") if not path.is_dir()]
        except OSError as error:
            raise LibraryError(UNREAD, file=self.where(folder), why=error) from error
        return sorted(path.relative_to(self.folder).as_posix() for path in found)

    @contextmanager
    def lock(self) -> Iterator[None]:
        """Hold ``.lock`` in the folder."""
        if self._readonly:
            raise LibraryError("{file}: here it may only be read.", file=self.folder)
        with ExitStack() as stack:
            try:
                self._make(self.folder)
                lock = held(self.folder / ".lock", self._waiting, self._patience)
                stack.enter_context(lock)
            except OSError as error:
                raise LibraryError(UNWRITTEN, file=self.where(""), why=error) from error
            yield

    def writable(self) -> bool:
        """Return whether this reader may change the files; a folder that is missing can be made."""
        made = not self.folder.is_dir() or os.access(self.folder, os.W_OK | os.X_OK)
        return made and not self._readonly

    def _make(self, folder: Path) -> None:
        """Make `folder` and those above it, each durable before something stands in it."""
        if folder.is_dir():
            return
        self._make(folder.parent)
        folder.mkdir(mode=self._mode, exist_ok=True)
        sync_folder(folder.parent)


def _stamp(found: os.stat_result) -> Stamp:
    return found.st_mtime_ns, found.st_ino, found.st_size
