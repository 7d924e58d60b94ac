"""Files on disk: whole or not at all, one writer at a time, every failure a sentence."""

import errno
import io
import os
import resource
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from store.backends.disk import DiskFiles
from store.errors import LibraryError


def test_reading_makes_nothing(tmp_path: Path) -> None:
    files = DiskFiles(tmp_path / "none")
    files.read("a.json")
    files.stamps("a")
    assert list(tmp_path.iterdir()) == []


def test_private_files_are_in_a_private_folder(tmp_path: Path) -> None:
    files = DiskFiles(tmp_path / "state", private=True)
    with files.lock():
        files.write("marks/a.json", b"one")
    assert (tmp_path / "state").stat().st_mode & 0o777 == 0o700


def test_a_stale_temporary_is_taken_away(tmp_path: Path) -> None:
    (tmp_path / ".new").write_bytes(b"half")
    with DiskFiles(tmp_path).lock():
        DiskFiles(tmp_path).write("a.json", b"whole")
    assert {path.name for path in tmp_path.iterdir()} == {".lock", "a.json"}


def test_a_planted_link_is_not_followed(tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_bytes(b"mine")
    folder = tmp_path / "library"
    folder.mkdir()
    (folder / ".new").symlink_to(victim)
    with DiskFiles(folder).lock():
        DiskFiles(folder).write("a.json", b"theirs")
    assert victim.read_bytes() == b"mine"


@contextmanager
def small_disk() -> Iterator[None]:
    """Let no file grow beyond a kilobyte: the write itself fails, as on a full disk."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1024, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_failing_write_leaves_what_was(tmp_path: Path) -> None:
    files = DiskFiles(tmp_path)
    files.write("a.json", b"before")
    with small_disk(), pytest.raises(LibraryError, match=r"a\.json: cannot be written"):
        files.write("a.json", b"after" * 1000)
    assert files.read("a.json") == b"before"
    assert [path.name for path in tmp_path.iterdir()] == ["a.json"]


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_a_full_disk_is_a_sentence(
    call: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    files = DiskFiles(tmp_path)
    files.write("a.json", b"before")
    monkeypatch.setattr(os, call, fail)
    with pytest.raises(LibraryError, match="No space left on device"):
        files.write("a.json", b"after")
    assert files.read("a.json") == b"before"
    assert [path.name for path in tmp_path.iterdir()] == ["a.json"]


def test_a_read_only_folder_is_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = os.open

    def read_only(path: str, flags: int, *rest: int) -> int:
        if flags & (os.O_WRONLY | os.O_RDWR):
            raise OSError(errno.EROFS, os.strerror(errno.EROFS))
        return opened(path, flags, *rest)

    monkeypatch.setattr(os, "open", read_only)
    with pytest.raises(LibraryError, match="Read-only file system"), DiskFiles(tmp_path).lock():
        pass


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write everywhere")
def test_a_forbidden_folder_is_a_sentence(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(LibraryError, match="Permission denied"), DiskFiles(tmp_path).lock():
        pass


def test_a_folder_that_may_not_be_read_is_not_an_empty_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forbid(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    for call, ask in (("stat", "stamp"), ("scandir", "stamps"), ("open", "read")):
        with monkeypatch.context() as patch:
            patch.setattr(os if call != "open" else io, call, forbid)
            with pytest.raises(LibraryError, match="Permission denied"):
                getattr(DiskFiles(tmp_path), ask)("a.json")


def test_a_file_in_the_folders_place_holds_nothing_and_is_kept(tmp_path: Path) -> None:
    (tmp_path / "notes").write_bytes(b"mine")
    files = DiskFiles(tmp_path / "notes")
    assert files.read("a.json") is None
    assert files.stamp("a.json") is None
    assert files.stamps("a") == {}
    with pytest.raises(LibraryError, match="notes"), files.lock():
        pass
    assert (tmp_path / "notes").read_bytes() == b"mine"


def test_a_kill_leaves_the_old_or_the_new(
    tmp_path: Path, killed_at: Callable[[Path, int, Callable[[], object]], bool]
) -> None:
    files = DiskFiles(tmp_path)
    files.write("a.json", b"old")
    seen: list[bytes] = []
    while killed_at(tmp_path, len(seen), lambda: files.write("a.json", b"new")):
        seen.append(files.read("a.json") or b"")
        files.write("a.json", b"old")
    assert seen == sorted(seen, reverse=True), "old until it is replaced"
    assert set(seen) == {b"old", b"new"}
