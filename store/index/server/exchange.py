"""A whole index as bytes in an archive's database: a keeper puts it there, new hosts take it.

A host that has none begins with that, and puts in what has changed since: copying is much less work
than reading every issue. What was taken is looked at as any index is before it is used
(`store.index.storage.verification`): one that is broken is made anew.
"""

import zlib
from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from pathlib import Path

import psycopg
from psycopg import errors

from store.backends.postgres.connection import Connection
from store.backends.postgres.faults import first_line
from store.backends.postgres.index_tables import MOST_OF_COPY
from store.backends.postgres.seen import Seen
from store.backends.postgres.servers import Servers
from store.errors import DubaoError, LibraryError
from store.index.server.writer import LONG, NO_TABLES
from store.index.storage.database import FORMAT, open_empty, open_to_read, replacing
from store.index.storage.verification import DAMAGE
from store.messages import template
from store.protocols import CatalogueOnDisk

OWN = template("{file}: this index has what you alone have set right, and is not shared.")
NOT_PUT = template("{file}: the index cannot be put there ({why}).")

PART = 4 * 2**20
"""Bytes of an index that are compressed together."""

_ROOM, _ARTICLES = 16, 128
"""Parts that an index may have, and one more for so many articles: ten times what it has."""

_COPY = "COPY dubao.index_copy FROM STDIN (FORMAT binary)"
_BEGIN = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
_PARTS = "SELECT count(*), min(format), max(format) FROM dubao.index_copy"
_PART = f"""
SELECT CASE WHEN octet_length(data) <= {MOST_OF_COPY} THEN data::bytea END
FROM dubao.index_copy WHERE part = %s
"""


def take(library: CatalogueOnDisk, path: Path) -> bool:
    """Put the index that lies in the archive of `library` in the place of whatever is at `path`.

    The caller holds the writers' lock. Return False where there is none that fits this dubao, or it
    cannot be had. Raises OSError.
    """
    most = _ROOM + sum(row.articles for row in library.rows()) // _ARTICLES
    servers = Servers(library.address, Seen(library.address))
    try:
        for server in servers.to_read():
            with suppress(psycopg.Error, zlib.error, ValueError):
                connection = server.connected()
                connection.execute(_BEGIN)
                if parts := _parts(connection, most):
                    with replacing(path) as new, new.open("wb") as file:
                        file.writelines(_unpacked(connection, parts))
                    return True
    except DubaoError:
        return False
    finally:
        servers.close()
    return False


def put(address: str, path: Path) -> None:
    """Put the index at `path` into the archive at `address`, in the place of another one.

    The caller holds the writers' lock. Raises LibraryError, also where the index has what its
    reader alone has set right.
    """
    servers = Servers(address, Seen(address))
    try:
        _refuse_own(path)
        with (
            servers.primary().opened() as connection,
            connection.within(LONG),
            connection.transaction(),
        ):
            connection.execute("DELETE FROM dubao.index_copy")
            with connection.cursor() as cursor, cursor.copy(_COPY) as copy:
                copy.set_types(("int4", "int4", "bytea"))
                for part, data in enumerate(_packed(path)):
                    copy.write_row((part, FORMAT, data))
    except (errors.UndefinedTable, errors.InvalidSchemaName) as error:
        raise LibraryError(NO_TABLES, file=address) from error
    except (OSError, psycopg.Error, *DAMAGE) as error:
        raise LibraryError(NOT_PUT, file=address, why=first_line(error)) from error
    finally:
        servers.close()


def _refuse_own(path: Path) -> None:
    with closing(open_to_read(path) or open_empty()) as base:
        if base.execute("SELECT 1 FROM issues WHERE own != '' LIMIT 1").fetchone():
            raise LibraryError(OWN, file=path)


def _packed(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while data := file.read(PART):
            yield zlib.compress(data, 1)


def _parts(connection: Connection, most: int) -> Iterable[int]:
    """Return the numbers of the parts; none where there are more, or they are of another format."""
    parts, *formats = connection.execute(_PARTS).fetchone() or (0, 0, 0)
    return range(parts) if parts <= most and formats == [FORMAT, FORMAT] else ()


def _unpacked(connection: Connection, parts: Iterable[int]) -> Iterator[bytes]:
    """Yield the bytes of the index. Raises psycopg.Error, zlib.error, ValueError."""
    for part in parts:
        row = connection.execute(_PART, (part,), binary=True).fetchone()
        if not row or row[0] is None:
            raise ValueError(part)
        unpacking = zlib.decompressobj()
        data = unpacking.decompress(row[0], PART + 1)
        if not unpacking.eof or len(data) > PART:
            raise ValueError(part)
        yield data
