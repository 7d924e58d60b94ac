"""Readers' own records in an archive: rows that none but the role that wrote them sees.

Each file is one row under its reader's role, which row-level security compares with the role that
asks; whoever administers the database may read all. They are read on the primary, as two hosts have
to agree on what is there.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from hashlib import sha256

import psycopg
from psycopg import errors

from store.backends import opening
from store.backends.disk import UNWRITTEN
from store.backends.postgres import statements
from store.backends.postgres.connection import WRITING, Connection
from store.backends.postgres.faults import first_line
from store.backends.postgres.seen import Seen
from store.backends.postgres.servers import Servers
from store.errors import AwayError, LibraryError
from store.messages import template

NO_STATE = template(
    "{file}: made before marks could lie there; dubao library init adds what lacks."
)
DENIED = template("{file}: this role may keep no marks there ({why}).")

MOST = opening.OTHERS * opening.MB

LONGEST, MOST_FILES = 100, 10_000
"""Characters of a file's name, and files that are looked at."""

TABLE = f"""
CREATE TABLE IF NOT EXISTS dubao.state (
    owner name DEFAULT current_user,
    name text COLLATE "C" CHECK (length(name) <= {LONGEST}),
    data bytea NOT NULL CHECK (octet_length(data) <= {MOST}),
    change bigint NOT NULL,
    PRIMARY KEY (owner, name)
);
ALTER TABLE dubao.state ALTER data SET STORAGE EXTERNAL;
ALTER TABLE dubao.state ENABLE ROW LEVEL SECURITY;
ALTER TABLE dubao.state FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS own ON dubao.state;
CREATE POLICY own ON dubao.state
    USING (owner = current_user) WITH CHECK (owner = current_user);
"""
"""What a role sees and writes is its own. The superuser is not bound by it, so that each query asks
for its own role's as well."""

_KEY = f"SELECT current_user::text, c.* FROM ({statements.CLUSTER}) AS c"
_CHANGES = f"""
SELECT name::text, change::bigint FROM dubao.state
WHERE owner = current_user AND name IS NOT NULL AND change IS NOT NULL LIMIT {MOST_FILES}
"""
_READ = f"""
SELECT name::text, change::bigint, CASE WHEN octet_length(data) <= {MOST} THEN data::bytea END
FROM dubao.state WHERE owner = current_user AND name = ANY(%s) AND change IS NOT NULL
"""
_NEW = """
INSERT INTO dubao.state (name, data, change) VALUES (%s, %s, 1) ON CONFLICT DO NOTHING
RETURNING change
"""
_NEXT = """
UPDATE dubao.state SET data = %s, change = change + 1
WHERE owner = current_user AND name = %s AND change = %s RETURNING change
"""


class ArchiveState:
    """What the reader's role keeps in the archive at `address`.

    Everything raises AwayError where no server can be asked, LibraryError.
    """

    def __init__(self, address: str) -> None:
        self._address = address
        self._servers = Servers(address, Seen(address))

    def close(self) -> None:
        """End the connections; the next call makes them anew."""
        self._servers.close()

    def key(self) -> str:
        """Return what stands for this archive and this reader's role in it."""
        with self._asking() as connection:
            found = connection.execute(_KEY).fetchone() or ()
        return sha256("\n".join(map(str, found)).encode()).hexdigest()[:16]

    def changes(self) -> dict[str, int]:
        """Return the names of the files, and the number of each one's last change."""
        with self._asking() as connection:
            return dict(connection.execute(_CHANGES).fetchall())

    def read(self, names: Sequence[str]) -> dict[str, tuple[int, bytes]]:
        """Return the last change and the bytes of these files; none of what is too large."""
        with self._asking() as connection:
            rows = connection.execute(_READ, (list(names),), binary=True).fetchall()
        return {name: (change, bytes(data or b"")) for name, change, data in rows}

    def put(self, files: Mapping[str, tuple[int, bytes]]) -> dict[str, int]:
        """Put these in place of what was there as of the change given, 0 where nothing was.

        Returns the changes that this made; those that another host has changed are left out.
        """
        made = {}
        with self._asking() as connection, connection.transaction():
            for name, (change, data) in sorted(files.items()):
                values = (data, name, change) if change else (name, data)
                row = connection.execute(_NEXT if change else _NEW, values).fetchone()
                if row:
                    made[name] = row[0]
        return made

    @contextmanager
    def _asking(self) -> Iterator[Connection]:
        """Give a connection to the primary; what it says is told as an error of the library."""
        server = self._servers.primary()
        try:
            connection = server.connected()
            with connection.within(WRITING):
                yield connection
        except (errors.UndefinedTable, errors.InvalidSchemaName) as error:
            raise LibraryError(NO_STATE, file=self._address) from error
        except errors.InsufficientPrivilege as error:
            raise LibraryError(DENIED, file=self._address, why=first_line(error)) from error
        except psycopg.OperationalError as error:
            server.leave_alone(error)
            raise AwayError(UNWRITTEN, file=self._address, why=first_line(error)) from error
        except psycopg.Error as error:
            raise LibraryError(UNWRITTEN, file=self._address, why=first_line(error)) from error
