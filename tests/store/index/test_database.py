"""The index on disk: where it lies, what is opened, and what is made anew."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from store.index.database import (
    FORMAT,
    index_file,
    open_empty,
    open_to_read,
    open_to_write,
    remove,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Give an index with one row, of an issue without articles."""
    path = tmp_path / "index.sqlite3"
    with closing(open_to_write(path)) as base:
        put_one(base)
    return path


def put_one(base: sqlite3.Connection) -> None:
    base.execute("INSERT INTO issues VALUES (0, 0, 'x', 1, 1, '', '', '')")


def rows(base: sqlite3.Connection) -> int:
    ((count,),) = base.execute("SELECT count(*) FROM issues")
    return int(count)


def test_it_lies_in_the_library_where_that_may_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert index_file(tmp_path) == tmp_path / "index.sqlite3"
    monkeypatch.setattr("store.index.database.os.access", lambda path, mode: False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    one, other = index_file(tmp_path), index_file(tmp_path / "other")
    assert one != other
    assert one.is_relative_to(tmp_path / "cache")


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


def test_a_damaged_one_fails_and_is_taken_away(path: Path) -> None:
    path.write_bytes(b"no database" * 1000)
    with pytest.raises(sqlite3.DatabaseError):
        open_to_read(path)
    remove(path)
    remove(path)
    assert not path.exists()


def test_an_empty_one_has_the_tables() -> None:
    with closing(open_empty()) as base:
        assert rows(base) == 0
        assert base.execute("SELECT rowid FROM texts WHERE texts MATCH 'x'").fetchall() == []
