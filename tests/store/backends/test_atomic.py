"""An atomic write: the whole file or the one before, whatever happens on the way."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from store.backends import opening
from store.backends.atomic import PRIVATE, New, UnsyncedError, replace_all, replacing, write


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_written_and_replaced(tmp_path: Path) -> None:
    target = tmp_path / "a.json"
    write(target, b"one")
    write(target, b"two", durable=False)
    assert target.read_bytes() == b"two"
    assert names(tmp_path) == ["a.json"]


def test_what_is_streamed_is_there_only_when_it_is_whole(tmp_path: Path) -> None:
    target = tmp_path / "a.json"
    write(target, b"before")
    with replacing(target) as file:
        file.write(b"af")
        file.write(b"ter")
        file.flush()
        assert target.read_bytes() == b"before"
    assert target.read_bytes() == b"after"


@pytest.mark.parametrize("error", [OSError, ValueError, KeyboardInterrupt])
def test_a_block_that_fails_leaves_what_was(tmp_path: Path, error: type[BaseException]) -> None:
    def fail() -> None:
        with replacing(target) as file:
            file.write(b"half")
            raise error

    target = tmp_path / "a.json"
    write(target, b"before")
    with pytest.raises(error):
        fail()
    assert target.read_bytes() == b"before"
    assert names(tmp_path) == ["a.json"]


def test_a_folder_that_cannot_be_synced_is_told_apart_for_the_file_is_there(
    tmp_path: Path, failing_sync: Callable[[int | None], None]
) -> None:
    failing_sync(0)
    with pytest.raises(UnsyncedError, match="Input/output error"):
        write(tmp_path / "a.json", b"after")
    assert (tmp_path / "a.json").read_bytes() == b"after"


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_a_full_disk_leaves_what_was(
    call: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    target = tmp_path / "a.json"
    write(target, b"before")
    monkeypatch.setattr(os, call, fail)
    with pytest.raises(OSError, match="No space left on device"):
        write(target, b"after")
    assert target.read_bytes() == b"before"
    assert names(tmp_path) == ["a.json"]


def test_modes_are_those_asked_for_within_the_umask(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write(tmp_path / "shared", b"")
        write(tmp_path / "private", b"", mode=PRIVATE)
    finally:
        os.umask(before)
    modes = {path.name: path.stat().st_mode & 0o777 for path in tmp_path.iterdir()}
    assert modes == {"shared": 0o640, "private": 0o600}


def test_a_link_in_the_targets_place_is_replaced_and_not_followed(tmp_path: Path) -> None:
    (tmp_path / "victim").write_bytes(b"mine")
    (tmp_path / "a.json").symlink_to("victim")
    write(tmp_path / "a.json", b"theirs")
    assert (tmp_path / "victim").read_bytes() == b"mine"
    assert not (tmp_path / "a.json").is_symlink()


def test_a_link_in_the_temporarys_place_is_not_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "urandom", lambda size: bytes(size))
    planted = tmp_path / f".dubao-{bytes(6).hex()}.new"
    planted.symlink_to("victim")
    with pytest.raises(FileExistsError):
        write(tmp_path / "a.json", b"theirs")
    assert names(tmp_path) == [planted.name], "no victim was made, and what is not ours stays"


def test_several_are_put_in_place_together(tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / name).mkdir()
    (tmp_path / "a" / "2").write_bytes(b"old")
    with opening.Folders(tmp_path, 0o777) as folders:
        new = [New(folders.handle(at), name, name.encode()) for at in "ab" for name in "123"]
        replace_all(new)
    for at in "ab":
        assert {path.name: path.read_bytes() for path in (tmp_path / at).iterdir()} == {
            "1": b"1",
            "2": b"2",
            "3": b"3",
        }


def test_of_several_that_do_not_fit_none_is_put_in_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sync, left = os.fsync, iter(range(2))

    def fail(handle: int) -> None:
        if next(left, None) is None:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        sync(handle)

    (tmp_path / "1").write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", fail)
    with (
        opening.folder(tmp_path) as folder,
        pytest.raises(OSError, match="No space left on device"),
    ):
        replace_all([New(folder, name, b"new") for name in "1234"])
    assert names(tmp_path) == ["1"]
    assert (tmp_path / "1").read_bytes() == b"old"


@pytest.mark.parametrize("left", [1, 2, 5])
def test_what_a_killed_process_left_under_names_of_ours_is_removed(
    tmp_path: Path, left: int
) -> None:
    for number in range(left):
        (tmp_path / (f".{number}.new" if number else ".new")).write_bytes(b"half")
    with opening.folder(tmp_path) as folder:
        replace_all([New(folder, name, b"whole") for name in ("a.json", "b.json")])
    assert names(tmp_path) == ["a.json", "b.json"]


def test_a_kill_amid_several_leaves_each_whole_and_is_cleared_by_the_next(
    tmp_path: Path, killed_at: Callable[[Path, int, Callable[[], object]], bool]
) -> None:
    def act(text: bytes, count: int) -> None:
        with opening.folder(tmp_path) as folder:
            replace_all([New(folder, str(name), text) for name in range(count)])

    act(b"old", 4)
    step = 0
    while killed_at(tmp_path, step, lambda: act(b"new", 4)):
        assert {(tmp_path / str(n)).read_bytes() for n in range(4)} <= {b"old", b"new"}
        act(b"old", 1)
        assert names(tmp_path) == ["0", "1", "2", "3"]
        step += 1
    assert step > 12, "four are written, synced and put in place"


def test_a_kill_leaves_the_old_or_the_new(
    tmp_path: Path, killed_at: Callable[[Path, int, Callable[[], object]], bool]
) -> None:
    target = tmp_path / "a.json"
    write(target, b"old")
    seen: list[bytes] = []
    while killed_at(tmp_path, len(seen), lambda: write(target, b"new")):
        seen.append(target.read_bytes())
        write(target, b"old")
    assert seen == sorted(seen, reverse=True), "old until it is replaced"
    assert set(seen) == {b"old", b"new"}
