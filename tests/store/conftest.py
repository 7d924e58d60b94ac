"""What tests of the store share: each kind of files, and processes that may be killed."""

import errno
import os
import signal
import stat
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from store.backends.disk import DiskFiles
from store.backends.files import Files


@pytest.fixture(params=["memory", "disk"])
def files(request: pytest.FixtureRequest, files: Files, tmp_path: Path) -> Files:
    """Give files in memory, and then files on disk: the same tests run on both."""
    return files if request.param == "memory" else DiskFiles(tmp_path / "library")


@pytest.fixture
def contents() -> Callable[[Path], dict[str, bytes]]:
    """Give a function that returns the bytes of every file in a folder."""

    def read(folder: Path) -> dict[str, bytes]:
        return {
            str(path.relative_to(folder)): path.read_bytes()
            for path in folder.rglob("*")
            if path.is_file() and path.name != ".lock"
        }

    return read


@pytest.fixture
def failing_sync(monkeypatch: pytest.MonkeyPatch) -> Callable[[int | None], None]:
    """Give a function that lets the nth sync of a folder fail from now on, or (None) none."""
    left: float = float("inf")
    sync = os.fsync

    def fsync(fd: int) -> None:
        nonlocal left
        if stat.S_ISDIR(os.fstat(fd).st_mode):
            left -= 1
            if left == -1:
                raise OSError(errno.EIO, os.strerror(errno.EIO))
        sync(fd)

    def fail(at: int | None) -> None:
        nonlocal left
        left = float("inf") if at is None else at

    monkeypatch.setattr(os, "fsync", fsync)
    return fail


@pytest.fixture
def killed_at() -> Callable[[Path, int, Callable[[], object]], bool]:
    """Give a function that does something in another process, which dies at its nth step.

    A step is whatever touches a file beneath the folder, by its path or by a folder's handle, and
    each sync; the process is killed just before it. Returns False when the process came to its end
    with fewer steps.
    """

    def run(folder: Path, step: int, do: Callable[[], object]) -> bool:
        child = os.fork()
        if child == 0:
            try:
                _die_at(folder, step)
                do()
                os._exit(0)
            except BaseException as error:
                print(error, file=sys.stderr)
                os._exit(1)
        status = os.waitpid(child, 0)[1]
        assert not os.WIFEXITED(status) or os.WEXITSTATUS(status) == 0
        return os.WIFSIGNALED(status)

    return run


def _die_at(folder: Path, step: int) -> None:
    """Kill this process at its nth step beneath `folder`."""
    left = step
    sync = os.fsync

    def count() -> None:
        nonlocal left
        left -= 1
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)

    def seen(event: str, arguments: tuple[Any, ...]) -> None:
        path = str(arguments[0]) if arguments else ""
        relative = isinstance(arguments[0], str) and not path.startswith("/") if path else False
        if event.startswith(("open", "os.")) and (relative or str(folder) in path):
            count()

    def synced(fd: Any) -> None:
        count()
        sync(fd)

    sys.addaudithook(seen)
    os.fsync = synced
