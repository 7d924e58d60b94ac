"""A repair that a kill or a full disk has ended: the next one finishes it, and nothing is lost."""

import shutil
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from store.backends.disk import DiskFiles
from store.errors import LibraryError
from store.library.library import Library, open_library
from tests.store.library.repair.damages import DAMAGES, aged, check, library_in, told


@pytest.fixture
def old(tmp_path: Path) -> Library:
    return aged(library_in(tmp_path))


@pytest.mark.slow
@pytest.mark.parametrize("damage", DAMAGES)
def test_a_repair_killed_at_any_step_is_finished_by_the_next(
    old: Library,
    damage: str,
    tmp_path: Path,
    left_by_kills: Callable[[Path, Callable[[], object]], Iterable[Path]],
) -> None:
    whole = tmp_path / "whole"
    DAMAGES[damage](old.path)
    shutil.copytree(old.path, whole)
    check(open_library(whole), repair=True)
    wanted = told(open_library(whole))
    step = 0
    for folder in left_by_kills(old.path, lambda: check(open_library(old.path), repair=True)):
        check(open_library(folder), repair=True)
        assert told(open_library(folder)) == wanted
        remaining = check(open_library(folder))
        assert not remaining or "cannot be read again" in str(remaining[0].wrong)
        step += 1
    assert step > 10


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_disk_that_is_full_leaves_what_the_next_repair_finishes(
    old: Library, damage: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = tmp_path / "whole"
    DAMAGES[damage](old.path)
    shutil.copytree(old.path, whole)
    check(open_library(whole), repair=True)
    wanted = told(open_library(whole))
    write = DiskFiles.write
    failed, step = True, 0
    while failed:
        folder = tmp_path / f"at-{step}"
        shutil.copytree(old.path, folder)
        room = iter(range(step))

        def full(files: DiskFiles, name: str, data: bytes, room: Iterator[int] = room) -> None:
            if next(room, None) is None:
                raise LibraryError("no room")
            write(files, name, data)

        monkeypatch.setattr(DiskFiles, "write", full)
        try:
            check(open_library(folder), repair=True)
        except LibraryError:
            pass
        else:
            failed = False
        monkeypatch.setattr(DiskFiles, "write", write)
        check(open_library(folder), repair=True)
        assert told(open_library(folder)) == wanted
        step += 1
