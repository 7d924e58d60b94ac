"""Whether a database is an index as we write it: looked at once whenever one is opened.

Its schema is ours to the letter, so that no view, trigger or table of another kind is there; every
value is of its kind and within its range; and where the writer has come to its end, as many rows
are there as it left, and they add up to the same.
"""

import sqlite3
import zlib
from functools import lru_cache
from typing import get_args

from store.index.indexed_rows import MOST_NUMBERS
from store.index.results import IndexFailedError
from store.models import KeywordKind

DAMAGE = (
    *(IndexFailedError, sqlite3.Error),
    *(TypeError, ValueError, LookupError, ArithmeticError),
)
"""What may come of an index in which something else stands than was written."""

_NOT_ITS_FAULT = {
    *(sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_FULL, sqlite3.SQLITE_NOMEM),
}

_KINDS = ", ".join(f"'{kind}'" for kind in get_args(KeywordKind))

_ISSUES = f"""
SELECT count(*), total(first), total(articles), total(length(keywords)), total(length(names)),
    total(length(id)), total(CASE WHEN
        typeof(articles) = 'integer' AND articles BETWEEN 0 AND {MOST_NUMBERS}
        AND first BETWEEN 0 AND {MOST_NUMBERS} AND typeof(id) = 'text'
        AND typeof(revision) = 'integer' AND live IN (0, 1) AND typeof(own) = 'text'
        AND typeof(keywords) = 'blob' AND length(keywords) % 4 = 0
        AND length(keywords) >= 4 * articles AND typeof(names) = 'blob' AND length(names) % 4 = 0
    THEN 0 ELSE 1 END) FROM issues
"""
_WORDS = f"""
SELECT count(*), total(number), total(articles), total(uses), total(length(folded)),
    total(length(word)), total(CASE WHEN
        number BETWEEN 0 AND 4294967295 AND typeof(folded) = 'text' AND typeof(word) = 'text'
        AND kind IN ({_KINDS}) AND typeof(articles) = 'integer' AND typeof(uses) = 'integer'
        AND articles >= 0 AND uses BETWEEN articles AND {2 * MOST_NUMBERS}
    THEN 0 ELSE 1 END) FROM words
"""
_SPELLINGS = """
SELECT count(*), total(number), total(length(key)), total(CASE WHEN
        typeof(key) = 'text' AND typeof(number) = 'integer'
    THEN 0 ELSE 1 END) FROM spellings
"""


def verify(base: sqlite3.Connection, tables: str) -> None:
    """Raise IndexFailedError unless the database is an index with these `tables`.

    Raises sqlite3.Error, too, when it is damaged.
    """
    if schema(base) != _expected(tables):
        raise IndexFailedError("the schema")
    sums, sealed = _sums(base), _sealed(base)
    if any(wrong for *_, wrong in sums):
        raise IndexFailedError("a value")
    if sealed and sealed != _seal_of(sums):
        raise IndexFailedError("the sums")


def may_be_whole(error: Exception) -> bool:
    """Return whether nothing is wrong with the index: others hold it, or there is no room."""
    code = getattr(error.__cause__ or error, "sqlite_errorcode", 0) & 0xFF
    return code in _NOT_ITS_FAULT


def seal(base: sqlite3.Connection) -> None:
    """Let whoever opens the index see that all is there as it is now. Raises sqlite3.Error."""
    if not _sealed(base):
        base.execute(f"PRAGMA application_id = {_seal_of(_sums(base))}")


def unseal(base: sqlite3.Connection) -> None:
    """Let the index be changed. Raises sqlite3.Error."""
    if _sealed(base):
        base.execute("PRAGMA application_id = 0")


def schema(base: sqlite3.Connection) -> list[tuple[str, str, str, str]]:
    """Return what the database consists of: kind, name, table and text. Raises sqlite3.Error."""
    found = base.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name")
    return found.fetchall()


@lru_cache
def _expected(tables: str) -> list[tuple[str, str, str, str]]:
    base = sqlite3.connect(":memory:", isolation_level=None)
    try:
        base.executescript(tables)
        return schema(base)
    finally:
        base.close()


def _sealed(base: sqlite3.Connection) -> int:
    ((sealed,),) = base.execute("PRAGMA application_id")
    return int(sealed)


def _sums(base: sqlite3.Connection) -> list[tuple[float, ...]]:
    return [base.execute(sums).fetchone() for sums in (_ISSUES, _WORDS, _SPELLINGS)]


def _seal_of(sums: list[tuple[float, ...]]) -> int:
    """Return a checksum that is never 0, and fits 31 bits."""
    return zlib.crc32(repr(sums).encode()) >> 1 or 1
