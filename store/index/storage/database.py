"""The index on disk: its tables, and how it is opened; it is never mended but made anew.

``issues`` has a row for each issue that was ever put in. Its articles are numbered from ``first``
on, in its order; no number is used twice, for SQLite 3.40 can delete nothing from a contentless
table without the text. What has been superseded or removed stays in ``texts`` and ``traits``, where
nobody asks for it, until the index is rebuilt. ``live`` marks the issues whose words are counted in
``words``: ``articles`` have the word as a keyword, ``uses`` as a keyword or a name. ``keywords``
are numbers of words, 32 bits each: first where the words of each article end, then the words;
``names`` are the numbers of the names. ``id``, ``revision`` and ``own`` are the issue's stamp.
"""

import os
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from store.index.results import IndexFailedError
from store.index.storage.location import clear, is_own_file
from store.index.storage.verification import verify
from store.index.tokens import TOKENIZER

FORMAT = 8
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
CREATE INDEX spelt ON spellings (number);
PRAGMA user_version = {FORMAT};
COMMIT;
"""


def open_to_read(path: Path) -> sqlite3.Connection | None:
    """Return a connection to the index at `path`, or None when there is none of this format.

    Raises IndexFailedError, sqlite3.Error and OSError when it is damaged, or may not be ours.
    """
    try:
        if not is_own_file(path):
            raise IndexFailedError("not a file of this reader's own")
    except (FileNotFoundError, NotADirectoryError):
        return None
    base = _connect(f"{path.absolute().as_uri()}?mode=ro")
    # As quick as the whole file mapped, with 85 MB fewer resident at 100,000 articles (measured).
    base.execute("PRAGMA cache_size = -4096")
    if not _verified(base):
        base.close()
        return None
    return base


def open_empty() -> sqlite3.Connection:
    """Return a connection to an index in memory that holds nothing."""
    base = _connect("file::memory:")
    base.executescript(_TABLES)
    return base


def open_to_write(path: Path, *, anew: bool = False) -> sqlite3.Connection:
    """Return a connection to the index at `path`, by which it may be changed.

    It is empty if there was none of this format, or if it is to be made `anew`: then a new file is
    put in the place of whatever is there, which is not opened. The caller holds the writers' lock.
    Raises IndexFailedError, sqlite3.Error and OSError; those of one that is damaged, too.
    """
    if not anew and os.path.lexists(path):
        if not is_own_file(path):
            raise IndexFailedError("not a file of this reader's own")
        base = _tuned(path)
        if _verified(base):
            return base
        base.close()
    _make(path)
    return _tuned(path)


def _make(path: Path) -> None:
    """Put an empty index in the place of whatever is at `path`."""
    with replacing(path) as new, closing(_tuned(new)) as base:
        base.executescript(_TABLES)


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Give an empty file that takes the place of whatever is at `path` when the block ends.

    The caller holds the writers' lock. Raises OSError.
    """
    new = path.with_name(f".{path.stem}.new")
    clear(new)
    os.close(os.open(new, os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_NOFOLLOW, 0o600))
    try:
        yield new
    except BaseException:
        clear(new)
        raise
    clear(path)  # its journals too, which would be taken for the new one's
    new.rename(path)


def _tuned(path: Path) -> sqlite3.Connection:
    base = _connect(path.absolute().as_uri())
    base.execute("PRAGMA auto_vacuum = INCREMENTAL")
    # A commit then waits for those who read, and nobody else; 64 MB of pages stay in memory till.
    base.execute("PRAGMA cache_size = -65536")
    base.execute("PRAGMA cache_spill = OFF")
    return base


def _verified(base: sqlite3.Connection) -> bool:
    """Return whether the index in `base` is of this format; it is closed when it fails."""
    try:
        if int(base.execute("PRAGMA user_version").fetchone()[0]) != FORMAT:
            return False
        verify(base, _TABLES)
    except BaseException:
        base.close()
        raise
    return True


def _connect(uri: str) -> sqlite3.Connection:
    base = sqlite3.connect(uri, PATIENCE, isolation_level=None, check_same_thread=False, uri=True)
    base.execute("PRAGMA trusted_schema = OFF")
    base.execute("PRAGMA cell_size_check = ON")
    if sys.version_info >= (3, 12):
        base.setconfig(sqlite3.SQLITE_DBCONFIG_DEFENSIVE, True)
    return base
