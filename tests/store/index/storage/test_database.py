"""The index on disk: where it lies, what is opened, and what is made anew."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from store.index.results import IndexFailedError
from store.index.storage.database import (
    FORMAT,
    open_empty,
    open_to_read,
    open_to_write,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Give an index with one row, of an issue without articles."""
    path = tmp_path / "index.sqlite3"
    with closing(open_to_write(path)) as base:
        put_one(base)
    return path


def put_one(base: sqlite3.Connection) -> None:
    base.execute("INSERT INTO issues VALUES (0, 0, 'x', 1, 1, x'', x'', '')")


def rows(base: sqlite3.Connection) -> int:
    ((count,),) = base.execute("SELECT count(*) FROM issues")
    return int(count)


def test_what_was_written_is_read(path: Path) -> None:
    base = open_to_read(path)
    assert base
    with closing(base):
        assert rows(base) == 1
        with pytest.raises(sqlite3.OperationalError):
            put_one(base)


def test_where_there_is_none_nothing_is_opened_to_be_read(tmp_path: Path) -> None:
    assert open_to_read(tmp_path / "index.sqlite3") is None
    assert not list(tmp_path.iterdir())


def test_one_of_another_format_is_not_read_and_is_made_anew(path: Path) -> None:
    with closing(sqlite3.connect(path)) as base:
        base.execute(f"PRAGMA user_version = {FORMAT + 1}")
    assert open_to_read(path) is None
    with closing(open_to_write(path)) as base:
        assert rows(base) == 0


def test_it_goes_on_where_it_was_unless_it_is_to_be_made_anew(path: Path) -> None:
    with closing(open_to_write(path)) as base:
        assert rows(base) == 1
    with closing(open_to_write(path, anew=True)) as base:
        assert rows(base) == 0


def test_a_damaged_one_fails(path: Path) -> None:
    path.write_bytes(b"no database" * 1000)
    for opened in (open_to_read, open_to_write):
        with pytest.raises(sqlite3.DatabaseError):
            opened(path)


@pytest.mark.parametrize("place", ["missing", "there"])
def test_no_link_is_opened(place: str, path: Path, tmp_path: Path) -> None:
    path.unlink()
    victim = tmp_path / "victim"
    if place == "there":
        victim.write_bytes(b"")
    path.symlink_to(victim)
    for opened in (open_to_read, open_to_write):
        with pytest.raises(IndexFailedError):
            opened(path)
    with closing(open_to_write(path, anew=True)) as base:
        put_one(base)
    assert victim.exists() is (place == "there")
    assert not path.is_symlink()
    assert not victim.exists() or not victim.read_bytes()


def test_what_others_may_have_written_is_not_opened(path: Path) -> None:
    path.chmod(0o666)
    with pytest.raises(IndexFailedError):
        open_to_read(path)
    path.chmod(0o600)
    path.parent.chmod(0o777)
    with pytest.raises(IndexFailedError):
        open_to_read(path)


def test_a_new_one_takes_the_place_of_anything(path: Path) -> None:
    def as_folder() -> None:
        path.mkdir()
        (path / "mine").write_bytes(b"mine")

    for put in (as_folder, lambda: os.mkfifo(path), lambda: path.write_bytes(b"x" * 5000)):
        path.unlink()
        put()
        path.with_name(f"{path.name}-journal").write_bytes(b"x" * 5000)
        with closing(open_to_write(path, anew=True)) as base:
            put_one(base)
        opened = open_to_read(path)
        assert opened
        with closing(opened):
            assert rows(opened) == 1
    assert [found.read_bytes() for found in path.parent.rglob("mine")] == [b"mine"]


def test_it_is_for_its_owner_alone(path: Path) -> None:
    before = os.umask(0)
    try:
        open_to_write(path, anew=True).close()
    finally:
        os.umask(before)
    assert path.stat().st_mode & 0o777 == 0o600


def test_an_empty_one_has_the_tables() -> None:
    with closing(open_empty()) as base:
        assert rows(base) == 0
        assert base.execute("SELECT rowid FROM texts WHERE texts MATCH 'x'").fetchall() == []
