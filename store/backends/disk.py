"""Files on disk, safe against a power cut and ``kill -9``: see `store.backends.atomic`.

Whoever shares the folder may put links and pipes into it: see `store.backends.opening`. As the lock
has one holder, temporary files have names that are always the same: stale ones are removed by the
next write there.
"""

import errno
import os
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, ExitStack, contextmanager, suppress
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path

from store.backends import atomic, opening
from store.backends.atomic import UnsyncedError
from store.backends.files import Home, Stamp
from store.backends.locking import PATIENCE, Waiting, held, quietly
from store.errors import LibraryError, UnsureError
from store.locations import state_folder, state_room
from store.messages import template

UNREAD = template("{file}: cannot be read ({why}).")
UNWRITTEN = template("{file}: cannot be written, and is left as it was ({why}).")
FULL = template("{file}: no more room; a guest may keep {most} MB in all, so take something away.")
UNSURE = template("{file}: is written, but may not survive a power cut ({why}).")


def state_files(folder: Path | None = None, patience: float = PATIENCE) -> "DiskFiles":
    """Return the files of a reader's state in `folder`, or where this reader's own lies.

    Whatever is kept there is written through these, so that a guest's room is one for all of it.
    """
    own = folder or state_folder()
    return DiskFiles(own, private=True, patience=patience, room=state_room())


class DiskFiles:
    """The files beneath `folder`, which is made by the first write.

    Private ones are for their owner alone, and so is their folder. Links may lead to `folder`, and
    none within it is followed, but to read private files, which nobody else can link. A caller that
    must wait for the lock is told why by `waiting`, and gives up after `patience` seconds. Together
    they have `room` bytes at most.
    """

    def __init__(
        self,
        folder: Path,
        *,
        private: bool = False,
        waiting: Waiting = quietly,
        patience: float = PATIENCE,
        readonly: bool = False,
        room: int | None = None,
    ) -> None:
        self.folder = folder
        self._room = room
        self._readonly = readonly
        self._private = private
        self._mode, self._file_mode = (
            (0o700, atomic.PRIVATE) if private else (0o777, atomic.READABLE)
        )
        self._waiting = waiting
        self._patience = patience

    def home(self) -> Home:
        """Return the folder, by its real path first, and the number of its owner."""
        address = str(self.folder.absolute())
        places = tuple(dict.fromkeys((_real(self.folder), address)))
        return Home(address, self.folder, places, str(_owner(self.folder)))

    def where(self, name: str) -> str:
        """Return the path of this file."""
        return str(self.folder / name)

    def stamp(self, name: str) -> Stamp | None:
        """Return time of change, inode and size; None when there is no such file."""
        try:
            return _stamp(self._path(name).stat())
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as error:
            raise LibraryError(UNREAD, file=self.where(name), why=error) from error

    def dated(self, name: str) -> datetime | None:
        """Return when this file was written; None when there is no such file."""
        stamp = self.stamp(name)
        return datetime.fromtimestamp(stamp[0] / 1e9, UTC) if stamp else None

    def stamps(self, folder: str) -> dict[str, Stamp]:
        """Return the names and stamps of the JSON files in this folder."""
        try:
            with os.scandir(self._path(folder)) as entries:
                names = [entry.name for entry in entries if entry.name.endswith(".json")]
        except (FileNotFoundError, NotADirectoryError):
            return {}
        except OSError as error:
            raise LibraryError(UNREAD, file=self.where(folder), why=error) from error
        stamps = {f"{folder}/{name}": self.stamp(f"{folder}/{name}") for name in names}
        return {name: stamp for name, stamp in stamps.items() if stamp}

    def read(self, name: str) -> bytes | None:
        """Return this file's bytes, or None when there is no such file."""
        try:
            if self._private:
                return opening.read(self._path(name), opening.bound(name))
            return opening.read_within(self.folder, name, opening.bound(name))
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as error:
            raise LibraryError(UNREAD, file=self.where(name), why=error) from error

    def write(self, name: str, data: bytes) -> None:
        """Put `data` in place of this file: see `store.backends.atomic`."""
        self.write_all({name: data})

    def write_all(self, files: Mapping[str, bytes]) -> None:
        """Put `files` in their places, which takes little longer than one."""
        self._take_room(files)
        new: list[atomic.New] = []
        at = ""
        try:
            with opening.Folders(self.folder, self._mode) as folders:
                for at, data in files.items():
                    if len(data) > opening.bound(at):
                        raise OSError(errno.EFBIG, opening.TOO_LARGE)
                    *within, last = opening.parts(at)
                    new.append(atomic.New(folders.handle(*within), last, data))
                at = at if len(new) == 1 else ""
                atomic.replace_all(new, self._file_mode)
                atomic.settle(*folders.changed, *{each.folder for each in new})
        except UnsyncedError as error:
            raise UnsureError(UNSURE, file=self.where(at), why=error) from error
        except OSError as error:
            raise LibraryError(UNWRITTEN, file=self.where(at), why=error) from error

    def remove(self, name: str) -> None:
        """Take this file away if it is there."""
        try:
            with suppress(FileNotFoundError), self._folder(name) as folder:
                os.unlink(_last(name), dir_fd=folder)
        except OSError as error:
            raise LibraryError(
                "{file}: cannot be removed ({why}).", file=self.where(name), why=error
            ) from error

    def move(self, name: str, to: str) -> None:
        """Give this file the name `to`."""
        try:
            with self._folder(name) as here, self._folder(to, make=True) as there:
                os.rename(_last(name), _last(to), src_dir_fd=here, dst_dir_fd=there)
                atomic.settle(there, here)
        except UnsyncedError as error:
            raise UnsureError(UNSURE, file=self.where(to), why=error) from error
        except OSError as error:
            raise LibraryError(
                "{file}: cannot be moved ({why}).", file=self.where(name), why=error
            ) from error

    def names(self, folder: str) -> list[str]:
        """Return the names of all files beneath this folder, or of all; no link is followed."""
        found: list[str] = []
        folders = [folder]
        while folders:
            within = folders.pop()
            try:
                with os.scandir(self._path(within) if within else self.folder) as entries:
                    for entry in entries:
                        below = folders if entry.is_dir(follow_symlinks=False) else found
                        below.append(f"{within}/{entry.name}".lstrip("/"))
            except (FileNotFoundError, NotADirectoryError):  # gone meanwhile
                continue
            except OSError as error:
                raise LibraryError(UNREAD, file=self.where(within), why=error) from error
        return sorted(found)

    def follow(self, *, at_once: bool = False) -> None:
        """Do nothing: each look is one at the disk."""

    @contextmanager
    def lock(self, patience: float | None = None) -> Iterator[None]:
        """Hold ``.lock`` in the folder; wait for it as long as ever, or for `patience` seconds."""
        if self._readonly:
            raise LibraryError("{file}: here it may only be read.", file=self.folder)
        with ExitStack() as stack:
            try:
                opening.make(self.folder, self._mode)
                wait = self._patience if patience is None else patience
                lock = held(self.folder / ".lock", self._waiting, wait, self._file_mode)
                stack.enter_context(lock)
            except OSError as error:
                raise LibraryError(UNWRITTEN, file=self.where(""), why=error) from error
            yield

    @contextmanager
    def alone(self, doing: str) -> Iterator[None]:
        """Hold the lock of a file that is named after what is done."""
        file = self.folder / f".{doing}"
        with ExitStack() as stack:
            try:
                opening.make(self.folder, self._mode)
                stack.enter_context(held(file, patience=0, mode=self._file_mode))
            except OSError as error:
                raise LibraryError(UNWRITTEN, file=file, why=error) from error
            yield

    def lock_key(self) -> tuple[int, ...]:
        """Return device and inode of ``.lock``, which is made if it is missing."""
        if self._readonly:
            raise LibraryError("{file}: here it may only be read.", file=self.folder)
        try:
            opening.make(self.folder, self._mode)
            opened = opening.open_own(self.folder / ".lock", self._file_mode)
            try:
                found = os.fstat(opened)
            finally:
                os.close(opened)
        except OSError as error:
            raise LibraryError(UNWRITTEN, file=self.where(""), why=error) from error
        return found.st_dev, found.st_ino

    def writable(self) -> bool:
        """Return whether this reader may change the files; a folder that is missing can be made."""
        made = not opening.is_folder(self.folder) or os.access(self.folder, os.W_OK | os.X_OK)
        return made and not self._readonly

    def _take_room(self, files: Mapping[str, bytes]) -> None:
        """Raise LibraryError if these files would grow and all together be too much then."""
        if self._room is None:
            return
        sizes = {each: stamp[-1] for each in self.names("") if (stamp := self.stamp(each))}
        used = sum(sizes.values())
        for name, data in files.items():
            more = len(data) - sizes.get(name, 0)
            used += more
            if more > 0 and used > self._room:
                raise LibraryError(FULL, file=self.where(name), most=self._room // opening.MB)

    def _folder(self, name: str, *, make: bool = False) -> AbstractContextManager[int]:
        """Give a handle of the folder in which this file lies."""
        folders = opening.parts(name)[:-1]
        return opening.folder(self.folder, *folders, mode=self._mode if make else None)

    def _path(self, name: str) -> Path:
        """Return the path of this file. Raises OSError for a name that leads elsewhere."""
        return _beneath(self.folder, name)


@lru_cache(1 << 10)
def _beneath(folder: Path, name: str) -> Path:
    """Return a path that is asked for at each search and mark, and takes 10 µs to make."""
    return folder.joinpath(*opening.parts(name))


def _real(folder: Path) -> str:
    try:
        return str(folder.resolve())
    except (OSError, RuntimeError):  # links that go in a circle
        return str(folder.absolute())


def _owner(folder: Path) -> int:
    try:
        return folder.stat().st_uid
    except OSError:
        return -1


def _last(name: str) -> str:
    return name.rpartition("/")[2]


def _stamp(found: os.stat_result) -> Stamp:
    return found.st_mtime_ns, found.st_ino, found.st_size
