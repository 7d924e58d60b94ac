"""The index on disk: where it lies, its tables, and how it is opened.

``issues`` has a row for each issue that was ever put in. Its articles are numbered from ``first``
on, in its order; no number is used twice, for SQLite 3.40 can delete nothing from a contentless
table without the text. What has been superseded or removed stays in ``texts`` and ``traits``, where
nobody asks for it, until the index is rebuilt. ``live`` marks the issues whose words are counted in
``words``: ``articles`` have the word as a keyword, ``uses`` as a keyword or a name. ``keywords``
are numbers of words, 32 bits each: first where the words of each article end, then the words;
``names`` are the numbers of the names. ``id``, ``revision`` and ``own`` are the issue's stamp.
"""

import hashlib
import os
import sqlite3
from pathlib import Path

from store.index.tokens import TOKENIZER
from store.locations import cache_folder

FORMAT = 2
"""Goes up when the tables, the tokens or the folding change: an older index is rebuilt."""

PATIENCE = 2.0
"""Seconds to wait for the writer to commit or a reader to look: each takes some 20 ms."""

HASH = 1 << 25
"""Bytes of tokens that FTS5 gathers before it writes them: as many as a commit has, so that less
has to be merged. With its default of 1 MB it takes a quarter longer (measured)."""

# The body comes first in `texts`: each column but the first costs two bytes a token, a third more.
_FTS = f'''content = '', columnsize = 0, tokenize = "{TOKENIZER.replace('"', '""')}"'''
_TABLES = f"""
BEGIN IMMEDIATE;
CREATE VIRTUAL TABLE texts USING fts5 (rest, head, byline, "column", {_FTS});
CREATE VIRTUAL TABLE traits USING fts5 (trait, detail = none, {_FTS});
INSERT INTO texts (texts, rank) VALUES ('hashsize', {HASH});
INSERT INTO traits (traits, rank) VALUES ('hashsize', {HASH});
CREATE TABLE issues (
    first INTEGER PRIMARY KEY, articles INTEGER, id TEXT, revision INTEGER, live INTEGER,
    keywords BLOB, names BLOB, own TEXT
);
CREATE TABLE words (
    number INTEGER PRIMARY KEY, folded TEXT UNIQUE, word TEXT, kind TEXT,
    articles INTEGER, uses INTEGER
);
CREATE INDEX most ON words (articles);
CREATE TABLE spellings (
    key TEXT, number INTEGER, PRIMARY KEY (key, number)
) WITHOUT ROWID;
PRAGMA user_version = {FORMAT};
COMMIT;
"""


def index_file(library: Path) -> Path:
    """Return where the index of the library in this folder lies.

    Within it, or in the reader's own cache when the library is read-only.
    """
    if os.access(library, os.W_OK):
        return library / "index.sqlite3"
    name = hashlib.sha256(str(library.resolve()).encode()).hexdigest()[:16]
    return cache_folder() / "indexes" / f"{name}.sqlite3"


def open_to_read(path: Path) -> sqlite3.Connection | None:
    """Return a connection to the index at `path`, or None when there is none of this format.

    Raises sqlite3.Error when it is damaged.
    """
    if not path.is_file():
        return None
    base = _connect(f"{path.absolute().as_uri()}?mode=ro")
    # As quick as the whole file mapped, with 85 MB fewer resident at 100,000 articles (measured).
    base.execute("PRAGMA cache_size = -4096")
    if _format(base) != FORMAT:
        base.close()
        return None
    return base


def open_empty() -> sqlite3.Connection:
    """Return a connection to an index in memory that holds nothing."""
    base = _connect("file::memory:")
    base.executescript(_TABLES)
    return base


def open_to_write(path: Path, *, anew: bool = False) -> sqlite3.Connection:
    """Return a connection that may change the index at `path`.

    It is empty if there was none of this format, or if it is to be rebuilt `anew`. The caller holds
    the writers' lock. Raises sqlite3.Error, a DatabaseError when it is damaged.
    """
    base = _connect(path.absolute().as_uri())
    base.execute("PRAGMA auto_vacuum = INCREMENTAL")
    # Only a commit then waits for readers; until then 64 MB of pages stay in memory.
    base.execute("PRAGMA cache_size = -65536")
    base.execute("PRAGMA cache_spill = OFF")
    if anew or _format(base) != FORMAT:
        base.execute("BEGIN IMMEDIATE")
        for (name,) in base.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND (sql LIKE 'CREATE VIRTUAL%'"
            " OR name IN ('issues', 'words', 'spellings'))"
        ).fetchall():
            base.execute(f"DROP TABLE {name}")
        base.execute("COMMIT")
        base.executescript(_TABLES)
    return base


def remove(path: Path) -> None:
    """Remove a damaged index. The caller holds the writers' lock."""
    for name in (path, path.with_name(f"{path.name}-journal")):
        name.unlink(missing_ok=True)


def _connect(uri: str) -> sqlite3.Connection:
    return sqlite3.connect(uri, PATIENCE, isolation_level=None, check_same_thread=False, uri=True)


def _format(base: sqlite3.Connection) -> int:
    return int(base.execute("PRAGMA user_version").fetchone()[0])
