"""The door to the disk: folders by their handles, regular files alone, and never without a bound.

Whoever may write in a folder may put a link, a pipe or a device under any of its names. So nothing
is written by a path: each folder on the way is opened in the one above it, and no link is followed.
Links may lead to a library, as to one on another disk. Within it none is followed to be read
either: what its reader alone may see would be written out again, for all who share the library.
"""

import errno
import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Self

from store.messages import template

A_LINK = template("a link, and dubao writes through none")
A_LINK_WITHIN = template("a link, and dubao follows none here; put the file itself in its place")
ELSEWHERE = template("a name that leads elsewhere")
NO_FILE = template("not a regular file")
TOO_LARGE = template("larger than any that dubao writes")

_HANDLE = os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC
_READ = os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC

MB = 2**20
LARGEST = {
    "catalogue.json": 512,
    "recent.json": 512,
    "library.json": 1,
    "issues": 128,
    "sources": 96,
}
OTHERS = 64
"""Megabytes that a file may have by its name or its folder's, and each of the others: many times
what a library of a million articles has, or all that one reader ever did."""


def bound(name: str) -> int:
    """Return how many bytes the file of this name in a library or a state may have."""
    return MB * LARGEST.get(name.removeprefix("quarantine/").partition("/")[0], OTHERS)


def read(path: str | Path, most: int) -> bytes:
    """Return the bytes of the file at `path`.

    Raises OSError, also when it is no regular file, or has more than `most` bytes.
    """
    return _read(os.open(path, _READ), most)


def read_within(top: Path, name: str, most: int) -> bytes:
    """Return the bytes of the file `name` beneath `top`, to which no link leads from there.

    Raises OSError, as `read` does.
    """
    *folders, last = parts(name)
    try:
        with folder(top, *folders) as above:
            return _read(os.open(last, _READ | os.O_NOFOLLOW, dir_fd=above), most)
    except OSError as error:
        if error.errno == errno.ELOOP:
            raise OSError(errno.ELOOP, A_LINK_WITHIN) from error
        raise


def parts(name: str) -> list[str]:
    """Return the parts of a file's name in a library or a state.

    Raises OSError for one that does not lie beneath it, such as ``../a``.
    """
    found = name.split("/")
    for part in found:
        refuse_way(part)
    return found


def refuse_way(part: str) -> None:
    """Raise OSError when `part` is no name, but a way to somewhere."""
    if part in ("", ".", "..") or "/" in part or "\0" in part:
        raise OSError(errno.EINVAL, ELSEWHERE)


def open_own(path: Path, mode: int) -> int:
    """Return a handle of the file at `path`, to be written in place; it is made if it is missing.

    Raises OSError, also when it is no regular file, or has another name elsewhere.
    """
    flags = os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC
    try:
        opened = os.open(path, flags, mode)
    except OSError as error:
        if error.errno == errno.ELOOP:
            raise OSError(errno.ELOOP, A_LINK) from error
        raise
    found = os.fstat(opened)
    if not stat.S_ISREG(found.st_mode) or found.st_nlink > 1:
        os.close(opened)
        raise OSError(errno.EINVAL, NO_FILE)
    return opened


@contextmanager
def folder(top: Path, *parts: str, mode: int | None = None) -> Iterator[int]:
    """Give a handle of the folder that is reached from `top` by `parts`, none of them a link.

    Links may lead to `top`: it is where its owner wants it. What is missing is made if there is a
    `mode` for it. Raises OSError.
    """
    if mode is not None:
        make(top, mode)
    opened = os.open(top, _HANDLE)
    try:
        for part in parts:
            above, opened = opened, _within(opened, part, mode)
            os.close(above)
        yield opened
    finally:
        os.close(opened)


class Folders:
    """Handles of folders beneath `top`, each opened once; what is missing is made, as by `folder`.

    Those in which one was made are `changed`: the caller makes that durable.
    """

    def __init__(self, top: Path, mode: int) -> None:
        make(top, mode)
        self._mode = mode
        self._opened: dict[tuple[str, ...], int] = {(): os.open(top, _HANDLE)}
        self.changed: set[int] = set()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        for handle in self._opened.values():
            os.close(handle)

    def handle(self, *parts: str) -> int:
        """Return a handle of the folder that is reached by `parts`. Raises OSError."""
        if parts not in self._opened:
            above = self.handle(*parts[:-1])
            self._opened[parts] = _within(above, parts[-1], self._mode, self.changed.add)
        return self._opened[parts]


def is_folder(path: Path) -> bool:
    """Return whether a folder is there that can be looked at; what opens it says why not."""
    try:
        return path.is_dir()
    except OSError:
        return False


def make(path: Path, mode: int) -> None:
    """Make the folder `path` and those above it, each durable before something stands in it.

    Raises OSError.
    """
    if path.is_dir():
        return
    make(path.parent, mode)
    path.mkdir(mode, exist_ok=True)
    with folder(path.parent) as above:
        os.fsync(above)


def refuse_link(name: str, above: int) -> None:
    """Raise OSError when this name in the folder with the handle `above` is a link."""
    if stat.S_ISLNK(os.lstat(name, dir_fd=above).st_mode):
        raise OSError(errno.ELOOP, A_LINK)


def _read(opened: int, most: int) -> bytes:
    """Return the bytes of the file with this handle, which is closed."""
    with open(opened, "rb") as file:
        found = os.fstat(file.fileno())
        if not stat.S_ISREG(found.st_mode):
            raise OSError(errno.EINVAL, NO_FILE)
        if found.st_size > most:
            raise OSError(errno.EFBIG, TOO_LARGE)
        return file.read(found.st_size)


def _within(
    above: int, part: str, mode: int | None, made: Callable[[int], object] | None = None
) -> int:
    """Return a handle of the folder `part` within another one.

    Where it is made, that is durable at once, unless `made` sees to that.
    """
    refuse_way(part)
    try:
        return os.open(part, _HANDLE | os.O_NOFOLLOW, dir_fd=above)
    except FileNotFoundError:
        if mode is None:
            raise
    except OSError:
        refuse_link(part, above)
        raise
    with suppress(FileExistsError):
        os.mkdir(part, mode, dir_fd=above)
        (made or os.fsync)(above)
    return _within(above, part, None)
