"""Folders of guests without a name: they go with the guest, or after them if they were killed."""

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def passing_folder(within: Path) -> Iterator[Path]:
    """Give a private folder in `within` that goes at the end of the block.

    It is locked for as long as its process lives; those whose lock is free are removed first.
    Raises OSError.
    """
    within.mkdir(0o700, parents=True, exist_ok=True)
    with _locked(within, fcntl.LOCK_EX):  # none is seen between its making and its lock
        _sweep(within)
        folder = Path(tempfile.mkdtemp(dir=within))
        alive = os.open(folder, os.O_RDONLY)
        fcntl.flock(alive, fcntl.LOCK_EX)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        os.close(alive)


def _sweep(within: Path) -> None:
    """Remove the folders whose processes have gone."""
    for folder in within.iterdir():
        try:
            with _locked(folder, fcntl.LOCK_EX | fcntl.LOCK_NB):
                shutil.rmtree(folder, ignore_errors=True)
        except OSError:  # its guest is still here, or it is none of ours
            continue


@contextmanager
def _locked(folder: Path, how: int) -> Iterator[None]:
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    try:
        fcntl.flock(handle, how)
        yield
    finally:
        os.close(handle)
