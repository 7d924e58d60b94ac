"""Files on disk: whole or not at all, one writer at a time, every failure a sentence."""

import errno
import os
import resource
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from traceback import walk_stack

import pytest

from store.backends.disk import DiskFiles
from store.errors import LibraryError, UnsureError

KB = 1024


def test_reading_makes_nothing(tmp_path: Path) -> None:
    files = DiskFiles(tmp_path / "none")
    files.read("a.json")
    files.stamps("a")
    assert list(tmp_path.iterdir()) == []


def test_private_files_are_in_a_private_folder(tmp_path: Path) -> None:
    files = DiskFiles(tmp_path / "state", private=True)
    before = os.umask(0)
    try:
        with files.lock():
            files.write("marks/a.json", b"one")
    finally:
        os.umask(before)
    modes = {p.name: p.stat().st_mode & 0o777 for p in (tmp_path / "state").rglob("*")}
    assert modes == {"marks": 0o700, "a.json": 0o600, ".lock": 0o600}
    assert (tmp_path / "state").stat().st_mode & 0o777 == 0o700


def test_all_files_share_one_room(tmp_path: Path) -> None:
    files = DiskFiles(tmp_path, room=100 * KB)
    with files.lock():
        files.write("marks/a.json", bytes(60 * KB))
        files.write("b.json", bytes(39 * KB))
        for name, size in (("c.json", 2), ("marks/c.json", 2), ("b.json", 41)):
            with pytest.raises(LibraryError, match=rf"{name}: no more room"):
                files.write(name, bytes(size * KB))
        assert files.stamps("marks").keys() == {"marks/a.json"}
        files.write("b.json", bytes(39 * KB))
        files.write("marks/a.json", bytes(10 * KB))
        files.write("c.json", bytes(49 * KB))


def test_less_is_written_even_where_there_is_too_much_already(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(bytes(300 * KB))
    files = DiskFiles(tmp_path, room=100 * KB)
    with files.lock():
        files.write("a.json", bytes(200 * KB))
        with pytest.raises(LibraryError, match="no more room"):
            files.write("b.json", bytes(KB))


def test_a_stale_temporary_is_taken_away(tmp_path: Path) -> None:
    (tmp_path / ".new").write_bytes(b"half")
    with DiskFiles(tmp_path).lock():
        DiskFiles(tmp_path).write("a.json", b"whole")
    assert {path.name for path in tmp_path.iterdir()} == {".lock", "a.json"}


def test_what_is_written_or_moved_is_not_said_to_be_as_it_was(
    tmp_path: Path, failing_sync: Callable[[int | None], None]
) -> None:
    files = DiskFiles(tmp_path)
    with files.lock():
        files.write("a.json", b"one")
        failing_sync(0)
        with pytest.raises(UnsureError, match=r"a\.json: is written, but may not survive"):
            files.write("a.json", b"two")
        failing_sync(0)
        with pytest.raises(UnsureError, match=r"b\.json: is written, but may not survive"):
            files.move("a.json", "b.json")
    assert files.read("b.json") == b"two"


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
    def fail(*_: object, **__: object) -> None:
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

    def read_only(path: str, flags: int, *rest: int, **named: int) -> int:
        if flags & (os.O_WRONLY | os.O_RDWR):
            raise OSError(errno.EROFS, os.strerror(errno.EROFS))
        return opened(path, flags, *rest, **named)

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
            patch.setattr(os, call, forbid)
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


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    """Give a folder of the reader's own, in which nothing of a library has its place."""
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    (folder / "a.json").write_bytes(b"mine")
    return folder


@pytest.mark.parametrize("linked", ["issues", "issues/paper"])
def test_no_folder_is_written_through_a_link(linked: str, tmp_path: Path, elsewhere: Path) -> None:
    library = tmp_path / "library"
    (library / linked).parent.mkdir(parents=True)
    (library / linked).symlink_to(elsewhere)
    files = DiskFiles(library)
    files_before = list(elsewhere.iterdir())
    changes: tuple[Callable[[], None], ...] = (
        lambda: files.write("issues/paper/b.json", b"theirs"),
        lambda: files.write("issues/paper/a.json", b"theirs"),
        lambda: files.remove("issues/paper/a.json"),
        lambda: files.move("issues/paper/a.json", "quarantine/a.json"),
    )
    for change in changes:
        with pytest.raises(LibraryError, match="a link, and dubao writes through none"):
            change()
    assert list(elsewhere.iterdir()) == files_before
    assert (elsewhere / "a.json").read_bytes() == b"mine"


def test_nothing_is_carried_off_into_a_folder_that_is_a_link(
    tmp_path: Path, elsewhere: Path
) -> None:
    files = DiskFiles(tmp_path / "library")
    files.write("a.json", b"ours")
    (files.folder / "quarantine").symlink_to(elsewhere)
    with pytest.raises(LibraryError, match="a link"):
        files.move("a.json", "quarantine/b.json")
    assert files.read("a.json") == b"ours"
    assert [path.name for path in elsewhere.iterdir()] == ["a.json"]


def test_no_file_leads_out_of_its_folder(tmp_path: Path, elsewhere: Path) -> None:
    files = DiskFiles(tmp_path / "library")
    files.write("a.json", b"ours")
    ways = ("../elsewhere/a.json", str(elsewhere / "a.json"), "issues/../../elsewhere/a.json")
    for way in ways:
        changes: tuple[Callable[[], object], ...] = (
            partial(files.write, way, b"theirs"),
            partial(files.remove, way),
            partial(files.move, way, "b.json"),
            partial(files.move, "a.json", way),
            partial(files.read, way),
            partial(files.stamp, way),
            partial(files.names, way),
        )
        for change in changes:
            with pytest.raises(LibraryError, match="leads elsewhere"):
                change()
    assert (elsewhere / "a.json").read_bytes() == b"mine"
    assert files.names("") == ["a.json"]


def test_what_a_link_leads_to_is_no_file_of_a_library(tmp_path: Path, elsewhere: Path) -> None:
    library, state = DiskFiles(tmp_path / "library"), DiskFiles(tmp_path / "state", private=True)
    for files in (library, state):
        files.folder.mkdir()
        (files.folder / "recent.json").symlink_to(elsewhere / "a.json")
    with pytest.raises(LibraryError, match="a link, and dubao follows none"):
        library.read("recent.json")
    assert state.read("recent.json") == b"mine", "nobody but its owner has put it there"


def test_a_library_may_be_reached_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "disk").mkdir()
    (tmp_path / "library").symlink_to("disk")
    files = DiskFiles(tmp_path / "library")
    with files.lock():
        files.write("issues/a.json", b"one")
    assert (tmp_path / "disk/issues/a.json").read_bytes() == b"one"
    assert files.read("issues/a.json") == b"one"


def test_a_lock_that_is_a_link_is_refused(tmp_path: Path, elsewhere: Path) -> None:
    (tmp_path / ".lock").symlink_to(elsewhere / "a.json")
    with pytest.raises(LibraryError, match="a link"), DiskFiles(tmp_path).lock():
        pass
    (tmp_path / ".lock").unlink()
    (tmp_path / ".lock").hardlink_to(elsewhere / "a.json")
    with pytest.raises(LibraryError, match="not a regular file"), DiskFiles(tmp_path).lock():
        pass
    assert (elsewhere / "a.json").read_bytes() == b"mine"


def test_only_regular_files_are_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "fifo.json")
    (tmp_path / "endless.json").symlink_to("/dev/zero")
    (tmp_path / "folder.json").mkdir()
    for name in ("fifo.json", "endless.json", "folder.json"):
        with pytest.raises(LibraryError, match=rf"{name}: cannot be read"):
            DiskFiles(tmp_path).read(name)


def test_nothing_is_read_or_written_beyond_the_bound(tmp_path: Path) -> None:
    files = DiskFiles(tmp_path)
    with open(tmp_path / "place.json", "wb") as file:
        file.truncate(20 * 2**30)
    with pytest.raises(LibraryError, match="larger than any"):
        files.read("place.json")
    with pytest.raises(LibraryError, match="larger than any"):
        files.write("marks.json", bytes(64 * 2**20 + 1))
    assert files.read("marks.json") is None


def test_a_dangling_link_hides_no_other_file(tmp_path: Path) -> None:
    files = DiskFiles(tmp_path)
    files.write("marks/a.json", b"one")
    (tmp_path / "marks/b.json").symlink_to("nowhere")
    assert set(files.stamps("marks")) == {"marks/a.json"}


def test_names_are_told_however_deep_they_lie(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deep = "/".join(["issues", *"d" * 60])
    files = DiskFiles(tmp_path)
    files.write(f"{deep}/a.json", b"")
    walked: set[int] = set()
    scan = os.scandir

    def seen(path: Path) -> object:
        walked.add(sum(1 for _ in walk_stack(None)))
        return scan(path)

    monkeypatch.setattr(os, "scandir", seen)
    assert files.names("issues") == [f"{deep}/a.json"]
    assert len(walked) == 1, "no call within another"


def test_a_file_is_dated_by_when_it_was_written(tmp_path: Path) -> None:
    files = DiskFiles(tmp_path)
    assert files.dated("a.json") is None
    with files.lock():
        files.write("a.json", b"{}")
    os.utime(tmp_path / "a.json", (86_400, 86_400))
    assert files.dated("a.json") == datetime(1970, 1, 2, tzinfo=UTC)
