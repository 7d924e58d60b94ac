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

READABLE, PRIVATE = 0o666, 0o600
"""Modes of a new file, before the process's umask: for everyone to read, for its owner alone."""


@contextmanager
def replacing(
    target: Path, *, mode: int = READABLE, temporary: str = "", durable: bool = True
) -> Iterator[BinaryIO]:
    """Yield a binary file that becomes `target` when the block ends, unless the block raises.

    `temporary` names the file beside `target` that takes the bytes. Give one only while holding a
    lock: what a killed process left under that name is removed first. By default the name is
    random. Without `durable` nothing is synced, which is enough for what can be made again.

    Raises OSError; `target` is then as it was, and the temporary file is gone.
    """
    new = target.with_name(temporary or f".dubao-{os.urandom(6).hex()}.new")
    if temporary:
        new.unlink(missing_ok=True)

    def opener(path: str, flags: int) -> int:
        return os.open(path, flags | os.O_NOFOLLOW, mode)

    # "x" opens a new file or none: never one that exists, nor what a link points to.
    file = open(new, "xb", opener=opener)  # noqa: SIM115
    try:
        with file:
            yield file
            file.flush()
            if durable:
                os.fsync(file.fileno())
        new.replace(target)
    except BaseException:
        with suppress(OSError):
            new.unlink(missing_ok=True)
        raise
    if durable:
        sync_folder(target.parent)


def write(
    target: Path, data: bytes, *, mode: int = READABLE, temporary: str = "", durable: bool = True
) -> None:
    """Put `data` in the place of `target`, as `replacing` does."""
    with replacing(target, mode=mode, temporary=temporary, durable=durable) as file:
        file.write(data)


def sync_folder(folder: Path) -> None:
    """Make the names in `folder` durable. Raises OSError."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
