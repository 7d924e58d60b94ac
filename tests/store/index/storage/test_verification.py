"""Whether a database is an index as it was written."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest

from store.index.results import IndexFailedError
from store.index.storage.verification import may_be_whole, schema, seal, unseal, verify

TABLES = """
CREATE TABLE issues (
    first INTEGER PRIMARY KEY, articles INTEGER, id TEXT, revision INTEGER, live INTEGER,
    keywords BLOB, names BLOB, own TEXT
);
CREATE TABLE words (number INTEGER PRIMARY KEY, folded, word, kind, articles, uses);
CREATE TABLE spellings (key TEXT, number INTEGER);
"""


@pytest.fixture
def base() -> Iterator[sqlite3.Connection]:
    """Give an index of one issue with one word."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as base:
        base.executescript(TABLES)
        base.execute("INSERT INTO issues VALUES (0, 1, 'x', 1, 1, x'0100000001000000', x'', '')")
        base.execute("INSERT INTO words VALUES (1, '桥', '桥', 'topic', 1, 1)")
        base.execute("INSERT INTO spellings VALUES ('qiao', 1)")
        yield base


def test_what_was_written_is_whole(base: sqlite3.Connection) -> None:
    verify(base, TABLES)
    seal(base)
    verify(base, TABLES)
    assert len(schema(base)) == 3


@pytest.mark.parametrize(
    "change",
    [
        "CREATE VIEW v AS SELECT 1",
        "UPDATE issues SET articles = 3",
        "UPDATE issues SET live = 2",
        "UPDATE words SET uses = 0",
        "UPDATE words SET number = -1",
        "UPDATE spellings SET key = NULL",
    ],
)
def test_another_schema_or_value_is_damage(base: sqlite3.Connection, change: str) -> None:
    base.execute(change)
    with pytest.raises(IndexFailedError):
        verify(base, TABLES)


def test_other_sums_are_damage_unless_the_writer_is_at_it(base: sqlite3.Connection) -> None:
    seal(base)
    base.execute("UPDATE spellings SET key = 'q'")
    with pytest.raises(IndexFailedError):
        verify(base, TABLES)
    unseal(base)
    verify(base, TABLES)


def test_what_is_held_by_others_may_be_whole() -> None:
    error = sqlite3.OperationalError()
    assert not may_be_whole(error)
    error.sqlite_errorcode = sqlite3.SQLITE_BUSY
    assert may_be_whole(error)
    assert not may_be_whole(ValueError())
