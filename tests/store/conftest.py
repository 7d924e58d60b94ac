"""What tests of the store share: each kind of files, and processes that may be killed."""

import errno
import os
import shutil
import signal
import stat
import sys
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

import psycopg
import pytest

from store.backends.disk import DiskFiles
from store.backends.files import Files
from store.backends.postgres.files import PostgresFiles
from store.backends.postgres.schema import make_archive
from store.backends.postgres.seen import Seen
from tests.clusters import Cluster, needs_postgres, running
from tests.forks import ended, forked


@pytest.fixture(
    params=["memory", "disk", pytest.param("postgres", marks=[needs_postgres, pytest.mark.slow])]
)
def files(request: pytest.FixtureRequest, files: Files, tmp_path: Path) -> Files:
    """Give files in memory, then on disk, then in PostgreSQL: the same tests run on all."""
    if request.param == "postgres":
        archive: Files = request.getfixturevalue("archive")
        return archive
    return files if request.param == "memory" else DiskFiles(tmp_path / "library")


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """Give a server of PostgreSQL with an archive in its database ``papers``."""
    with running() as cluster:
        cluster.sql("CREATE DATABASE papers")
        make_archive(cluster.address())
        for role, member in (
            ("lan", "IN ROLE dubao_reader"),
            ("ye", "IN ROLE dubao_keeper"),
            ("hei", ""),
        ):
            cluster.sql(f"CREATE ROLE {role} LOGIN {member}")
        yield cluster


@pytest.fixture
def archive(cluster: Cluster) -> Iterator[PostgresFiles]:
    """Give the files of an archive that is empty."""
    with psycopg.connect(cluster.address(), autocommit=True) as connection:
        connection.execute("TRUNCATE dubao.files")
    files = PostgresFiles(Seen(cluster.address()))
    yield files
    files.close()


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
def left_by_kills(tmp_path: Path) -> Callable[[Path, Callable[[], object]], Iterator[Path]]:
    """Give a function that does something, and yields what a kill at each of its steps leaves.

    It does it in another process, which copies the folder before each step: what is in its files
    then is what is in them after a kill. Steps are those of `killed_at`. The last copy is made at
    the end.
    """

    def run(folder: Path, do: Callable[[], object]) -> Iterator[Path]:
        copies = tmp_path / f"{folder.name}-left"
        steps = count()

        def keep() -> None:
            copy = copies / str(next(steps))
            if folder.exists():
                shutil.copytree(folder, copy)
            else:
                copy.mkdir()

        def act() -> None:
            copies.mkdir()
            _at_each_step(folder, keep)
            do()
            keep()

        assert ended(forked(act)) == 0
        yield from sorted(copies.iterdir(), key=lambda copy: int(copy.name))

    return run


@pytest.fixture
def killed_at() -> Callable[[Path, int, Callable[[], object]], bool]:
    """Give a function that does something in another process, which dies at its nth step.

    A step is whatever touches a file beneath the folder, by its path or by a folder's handle, and
    each sync; the process is killed just before it. Returns False when the process came to its end
    with fewer steps.
    """

    def run(folder: Path, step: int, do: Callable[[], object]) -> bool:
        left = iter(range(step))

        def die() -> None:
            if next(left, None) is None:
                os.kill(os.getpid(), signal.SIGKILL)

        def act() -> None:
            _at_each_step(folder, die)
            do()

        status = ended(forked(act))
        assert status in (0, -signal.SIGKILL)
        return status != 0

    return run


def _at_each_step(folder: Path, do: Callable[[], None]) -> None:
    """Do something before each step of this process beneath `folder`, from now to its end."""
    sync, busy = os.fsync, False

    def step() -> None:
        nonlocal busy
        if not busy:
            busy = True
            do()
            busy = False

    def seen(event: str, arguments: tuple[Any, ...]) -> None:
        path = str(arguments[0]) if arguments else ""
        relative = isinstance(arguments[0], str) and not path.startswith("/") if path else False
        if event.startswith(("open", "os.")) and (relative or str(folder) in path):
            step()

    def synced(fd: Any) -> None:
        step()
        sync(fd)

    sys.addaudithook(seen)
    os.fsync = synced
