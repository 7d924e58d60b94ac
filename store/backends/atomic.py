"""Atomic writes: a file is replaced whole, or left as it was.

The bytes go into a new file beside the target, which is synced and then takes the target's name;
the folder is synced last. A reader sees the old file or the new one, and so does whoever looks
after ``kill -9`` or a power cut. No link that somebody planted there is ever followed.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from store.backends import opening

READABLE, PRIVATE = 0o666, 0o600
"""Modes of a new file, before the process's umask: for everyone to read, for its owner alone."""


class UnsyncedError(OSError):
    """The change stands, but whether its names are on the disk is not known."""


@contextmanager
def replacing(
    target: Path, *, mode: int = READABLE, temporary: str = "", durable: bool = True
) -> Iterator[BinaryIO]:
    """Yield a binary file that becomes `target` when the block ends, unless the block raises.

    See `replacing_in`; links may lead to the folder of `target`.
    """
    with (
        opening.folder(target.parent) as folder,
        replacing_in(folder, target.name, mode=mode, temporary=temporary, durable=durable) as file,
    ):
        yield file


@contextmanager
def replacing_in(
    folder: int, name: str, *, mode: int = READABLE, temporary: str = "", durable: bool = True
) -> Iterator[BinaryIO]:
    """Yield a binary file that becomes `name` in the folder with this handle, as `replacing` does.

    `temporary` names the file beside it that takes the bytes. Give one only while holding a
    lock: what a killed process left under that name is removed first. By default the name is
    random. Without `durable` nothing is synced, which is enough for what can be made again.

    Raises OSError; what had the name is then as it was, and the temporary file is gone. Once the
    new file has the name, an UnsyncedError is raised instead.
    """
    new = temporary or f".dubao-{os.urandom(6).hex()}.new"
    if temporary:
        with suppress(FileNotFoundError):
            os.unlink(new, dir_fd=folder)

    def opener(path: str, flags: int) -> int:
        return os.open(path, flags | os.O_NOFOLLOW, mode, dir_fd=folder)

    # "x" opens a new file or none: never one that exists, nor what a link points to.
    file = open(new, "xb", opener=opener)  # noqa: SIM115
    try:
        with file:
            yield file
            file.flush()
            if durable:
                os.fsync(file.fileno())
        os.replace(new, name, src_dir_fd=folder, dst_dir_fd=folder)
    except BaseException:
        with suppress(OSError):
            os.unlink(new, dir_fd=folder)
        raise
    if durable:
        settle(folder)


def write(target: Path, data: bytes, *, mode: int = READABLE, durable: bool = True) -> None:
    """Put `data` in the place of `target`, as `replacing` does."""
    with replacing(target, mode=mode, durable=durable) as file:
        file.write(data)


def settle(*folders: int) -> None:
    """Make what has been changed in the folders with these handles durable.

    Raises UnsyncedError; it stands anyway.
    """
    try:
        for folder in folders:
            os.fsync(folder)
    except OSError as error:
        raise UnsyncedError(error.errno, error.strerror) from error
