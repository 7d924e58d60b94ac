"""Which library it is: the same through a link and when it has moved, whatever another one says."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from store.backends.disk import DiskFiles
from store.errors import DamagedError
from store.library.library import Library, open_library
from store.library.library_id import FILE, Identity, read_id

Builder = Callable[..., Any]


@pytest.fixture
def shelf(tmp_path: Path, builder: Builder) -> Library:
    """Give a library of one issue."""
    library = open_library(tmp_path / "papers", state=tmp_path / "state")
    builder("临江报").on(2024, 3, 5).page("1").article("甲").add_to(library)
    return library


def identity(folder: Path) -> Identity:
    return Identity(DiskFiles(folder))


def test_it_comes_with_the_first_change_and_stays(
    shelf: Library, builder: Builder, tmp_path: Path
) -> None:
    files = DiskFiles(shelf.path)
    first = read_id(files)
    assert len(first) == 32
    builder("临江报").on(2024, 3, 6).page("1").article("乙").add_to(shelf)
    shelf.remove("linjiangbao-2024-03-05")
    assert read_id(files) == first
    other = open_library(tmp_path / "other")
    builder("临江报").on(2024, 3, 5).page("1").article("甲").add_to(other)
    assert read_id(DiskFiles(other.path)) != first


def test_one_of_an_older_version_gets_its_id_when_it_changes(
    shelf: Library, builder: Builder
) -> None:
    (shelf.path / FILE).unlink()
    old = open_library(shelf.path)
    assert old.place == str(shelf.path.resolve())
    assert len(old.rows()) == 1
    builder("临江报").on(2024, 3, 6).page("1").article("乙").add_to(old)
    assert old.place == f"{read_id(DiskFiles(shelf.path))} {shelf.path.resolve()}"


@pytest.mark.parametrize("way", ["link", "dots", "moved"])
def test_it_is_the_same_library_by_another_way(
    shelf: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    before = identity(shelf.path)
    name, place = before.names[0], before.place
    if way == "link":
        (tmp_path / "link").symlink_to(shelf.path)
        after = identity(tmp_path / "link")
    elif way == "dots":
        monkeypatch.chdir(tmp_path)
        after = identity(Path("papers/../papers"))
    else:
        after = identity(shelf.path.rename(tmp_path / "elsewhere"))
    assert after.names[0] == name
    assert (after.place == place) is (way != "moved")


def test_a_copy_is_the_same_library_in_another_place(shelf: Library, tmp_path: Path) -> None:
    copy = identity(Path(shutil.copytree(shelf.path, tmp_path / "copy")))
    assert copy.names[0] == identity(shelf.path).names[0]
    assert copy.place != shelf.place


def test_another_library_in_its_place_is_another(
    shelf: Library, tmp_path: Path, builder: Builder
) -> None:
    before = identity(shelf.path)
    name, place = before.names[0], before.place
    shelf.path.rename(tmp_path / "old")
    builder("临江报").on(2024, 3, 5).page("1").article("甲").add_to(open_library(shelf.path))
    assert identity(shelf.path).names[0] != name
    assert identity(shelf.path).place != place


def test_what_others_own_is_another_whatever_id_it_claims(
    shelf: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = identity(shelf.path).names[0]
    monkeypatch.setattr("store.backends.disk._owner", lambda _folder: 12345)
    assert identity(shelf.path).names[0] != name


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"[",
        b'{"dubao":{"1":{"schema":3}},"library":{"this":{"id":"../../x"}}}',
        b'{"dubao":{"1":{"schema":99}}}',
    ],
)
def test_an_id_that_cannot_be_read_holds_nobody_up_and_is_left(
    shelf: Library, builder: Builder, text: bytes
) -> None:
    (shelf.path / FILE).write_bytes(text)
    library = open_library(shelf.path)
    assert library.place == str(shelf.path.resolve())
    builder("临江报").on(2024, 3, 6).page("1").article("乙").add_to(library)
    assert (shelf.path / FILE).read_bytes() == text
    assert len(library.rows()) == 2


def test_it_is_made_once(tmp_path: Path) -> None:
    files = DiskFiles(tmp_path)
    Identity(files).make()
    first = read_id(files)
    Identity(files).make()
    assert read_id(files) == first


def test_a_damaged_one_says_so(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"{}")
    with pytest.raises(DamagedError):
        read_id(DiskFiles(tmp_path))


def test_a_path_that_is_no_text_makes_a_place_that_can_be_written(tmp_path: Path) -> None:
    places = []
    for name in (b"papers\xff", b"papers\xfe", "报".encode()):
        folder = tmp_path / os.fsdecode(name)
        folder.mkdir()
        places.append(identity(folder).place)
        places[-1].encode()
    assert len({*places}) == len(places)
    assert places[-1] == str(tmp_path.resolve() / "报")
