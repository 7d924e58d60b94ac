"""Atomic writes: a file is replaced whole, or left as it was.

The bytes go into a new file beside the target, which is synced and then takes the target's name;
the folder is synced last. A reader sees the old file or the new one, and so does whoever looks
after ``kill -9`` or a power cut. No link that somebody planted there is ever followed.
"""

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, NamedTuple

from store.backends import opening

TEMPORARY = ".new"
"""The name of a folder's temporary file; of several it is what their names end in."""

SIDE_BY_SIDE = 16
"""Files that are synced at a time: 64 take 7 ms then, and 15 to 300 one by one (measured)."""

READABLE, PRIVATE = 0o666, 0o600
"""Modes of a new file, before the process's umask: for everyone to read, for its owner alone."""


class UnsyncedError(OSError):
    """The change stands, but whether its names are on the disk is not known."""


class New(NamedTuple):
    """What is to be the file `name` in the folder with this handle."""

    folder: int
    name: str
    data: bytes


@contextmanager
def replacing(target: Path, *, mode: int = READABLE, durable: bool = True) -> Iterator[BinaryIO]:
    """Yield a binary file that becomes `target` when the block ends, unless the block raises.

    Links may lead to the folder of `target`. Without `durable` nothing is synced, which is enough
    for what can be made again.

    Raises OSError; what had the name is then as it was, and the temporary file is gone. Once the
    new file has the name, an UnsyncedError is raised instead.
    """
    new = f".dubao-{os.urandom(6).hex()}.new"
    with opening.folder(target.parent) as folder:
        file = _made(new, folder, mode)
        try:
            with file:
                yield file
                file.flush()
                if durable:
                    os.fsync(file.fileno())
            os.replace(new, target.name, src_dir_fd=folder, dst_dir_fd=folder)
        except BaseException:
            _unlink(folder, new)
            raise
        if durable:
            settle(folder)


def replace_all(files: Sequence[New], mode: int = READABLE) -> None:
    """Put `files` in their places, each as `replacing` does, but for the syncing of folders.

    All are synced side by side, which takes little longer than one. The caller holds a lock: what a
    killed process left of such files, their temporary ones, is removed. Raises OSError; the
    temporary files are gone then.
    """
    in_folders = Counter[int]()
    new: list[tuple[New, str]] = []
    for each in files:
        new.append((each, _temporary(in_folders[each.folder])))
        in_folders[each.folder] += 1
    try:
        with ExitStack() as stack:
            handles = []
            for (folder, _, data), temporary in new:
                _unlink(folder, temporary)
                file = stack.enter_context(_made(temporary, folder, mode))
                file.write(data)
                file.flush()
                handles.append(file.fileno())
            _sync(handles)
        # The last first: what a kill leaves are the first numbers.
        for (folder, name, _), temporary in reversed(new):
            os.replace(temporary, name, src_dir_fd=folder, dst_dir_fd=folder)
    except BaseException:
        for each, temporary in new:
            _unlink(each.folder, temporary)
        raise
    for folder, used in in_folders.items():
        _clear(folder, used)


def write(target: Path, data: bytes, *, mode: int = READABLE, durable: bool = True) -> None:
    """Put `data` in the place of `target`, as `replacing` does."""
    with replacing(target, mode=mode, durable=durable) as file:
        file.write(data)


def settle(*folders: int) -> None:
    """Make what has been changed in the folders with these handles durable.

    Raises UnsyncedError; it stands anyway.
    """
    try:
        _sync(folders)
    except OSError as error:
        raise UnsyncedError(*error.args) from error


def _sync(handles: Sequence[int]) -> None:
    """Sync what has these handles, side by side."""
    if len(handles) == 1:
        os.fsync(handles[0])
        return
    from concurrent.futures import ThreadPoolExecutor  # 5 ms, for many files alone

    shares = [handles[at::SIDE_BY_SIDE] for at in range(min(len(handles), SIDE_BY_SIDE))]
    with ThreadPoolExecutor(max(1, len(shares))) as threads:
        for done in [threads.submit(_sync_in_turn, share) for share in shares]:
            done.result()


def _sync_in_turn(handles: Sequence[int]) -> None:
    for handle in handles:
        os.fsync(handle)


def _made(name: str, folder: int, mode: int) -> BinaryIO:
    """Return a new file of this name, which is to be written."""

    def opener(path: str, flags: int) -> int:
        return os.open(path, flags | os.O_NOFOLLOW, mode, dir_fd=folder)

    # "x" opens a new file or none: never one that exists, nor what a link points to.
    return open(name, "xb", opener=opener)


def _temporary(number: int) -> str:
    """Return the name of the temporary file of this number in its folder."""
    return f".{number}{TEMPORARY}" if number else TEMPORARY


def _clear(folder: int, used: int) -> None:
    """Remove the temporary files from this number on, the last first, in this folder."""
    number = used
    with suppress(FileNotFoundError):
        while True:
            os.stat(_temporary(number), dir_fd=folder, follow_symlinks=False)
            number += 1
    for each in reversed(range(used, number)):
        _unlink(folder, _temporary(each))


def _unlink(folder: int, name: str) -> None:
    with suppress(OSError):
        os.unlink(name, dir_fd=folder)
