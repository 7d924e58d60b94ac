"""Where the index lies: where nobody but its reader can write."""

import os
from pathlib import Path

import pytest

from store.index.storage.location import (
    NAME,
    clear,
    index_file,
    is_own_file,
    lock_file,
    make_folder,
)
from store.library.library import Library, open_library


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DUBAO_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def library(tmp_path: Path) -> Library:
    (tmp_path / "library").mkdir()
    return open_library(tmp_path / "library")


def test_it_lies_in_a_library_of_ones_own(library: Library) -> None:
    assert index_file(library) == library.path / NAME
    assert lock_file(library.path / NAME) == library.path / ".index.lock"


@pytest.mark.parametrize("mode", [0o777, 0o775, 0o757])
def test_it_lies_in_the_cache_where_others_may_write(
    library: Library, cache: Path, mode: int
) -> None:
    library.path.chmod(mode)
    assert index_file(library).parent == cache / "indexes"


def test_it_lies_in_the_cache_where_one_may_not_write(
    library: Library, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("store.index.storage.location.os.access", lambda path, mode: False)
    one, other = index_file(library), index_file(open_library(library.path.parent))
    assert one != other
    assert one.parent == other.parent == cache / "indexes"


def test_it_lies_in_the_cache_where_another_owns_the_library(
    library: Library, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = os.geteuid() + 1
    monkeypatch.setattr("store.index.storage.location.os.geteuid", lambda: other)
    assert index_file(library).parent == cache / "indexes"


def test_its_folder_is_private(cache: Path) -> None:
    make_folder(cache / "indexes/a.sqlite3")
    assert (cache / "indexes").stat().st_mode & 0o777 == 0o700


def test_only_a_regular_file_of_ones_own_is_one(library: Library) -> None:
    path = library.path / NAME
    with pytest.raises(FileNotFoundError):
        is_own_file(path)
    path.write_bytes(b"")
    assert is_own_file(path)
    path.chmod(0o622)
    assert not is_own_file(path)
    path.chmod(0o600)
    (library.path / "other").hardlink_to(path)
    assert not is_own_file(path)
    (library.path / "link").symlink_to(path)
    assert not is_own_file(library.path / "link")


def test_whatever_stands_there_is_cleared_and_folders_are_kept(library: Library) -> None:
    path = library.path / NAME
    for _ in range(2):
        path.mkdir()
        (path / "mine").write_bytes(b"mine")
        clear(path)
    path.symlink_to("none")
    path.with_name(f"{NAME}-wal").write_bytes(b"")
    clear(path)
    assert len(list(library.path.rglob("mine"))) == 2
    assert {each.name for each in library.path.iterdir()} == {f"{NAME}.aside-1", f"{NAME}.aside-2"}
