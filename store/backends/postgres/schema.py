"""The tables of an archive, and the roles that may read and write them."""

import psycopg
from psycopg import sql

from store.backends.postgres import state
from store.backends.postgres.faults import first_line
from store.backends.postgres.index_tables import INDEX_TABLES
from store.backends.postgres.seen import Seen
from store.backends.postgres.servers import Servers
from store.errors import LibraryError
from store.messages import template

VERSION = 1
"""The format of the tables; an older dubao refuses a newer one."""

READER, KEEPER = "dubao_reader", "dubao_keeper"
"""Roles that nobody logs in by: who is to read is made a member of the one, whoever writes of the
other (``GRANT dubao_reader TO lan``)."""

NOT_MADE = template("{file}: no library can be made there ({why}).")

_TABLES = f"""
CREATE SCHEMA IF NOT EXISTS dubao;
CREATE TABLE IF NOT EXISTS dubao.archive (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    version int NOT NULL,
    change bigint NOT NULL
);
CREATE TABLE IF NOT EXISTS dubao.files (
    name text COLLATE "C" PRIMARY KEY,
    data bytea NOT NULL,
    change bigint NOT NULL,
    written timestamptz NOT NULL DEFAULT now()
);
ALTER TABLE dubao.files ALTER data SET STORAGE EXTERNAL;
CREATE SEQUENCE IF NOT EXISTS dubao.changes;
INSERT INTO dubao.archive (version, change) VALUES ({VERSION}, 0) ON CONFLICT DO NOTHING;
REVOKE ALL ON SCHEMA dubao FROM PUBLIC;
GRANT USAGE ON SCHEMA dubao TO {READER}, {KEEPER};
GRANT SELECT ON dubao.archive, dubao.files TO {READER}, {KEEPER};
GRANT INSERT, UPDATE, DELETE ON dubao.files TO {KEEPER};
GRANT UPDATE (change) ON dubao.archive TO {KEEPER};
GRANT USAGE ON dubao.changes TO {KEEPER};
{state.TABLE}
GRANT SELECT, INSERT, UPDATE, DELETE ON dubao.state TO {READER}, {KEEPER};
{INDEX_TABLES}
GRANT SELECT ON dubao.index_state, dubao.index_issues, dubao.index_articles, dubao.index_words,
    dubao.index_spellings, dubao.index_copy TO {READER}, {KEEPER};
GRANT INSERT, UPDATE, DELETE ON dubao.index_state, dubao.index_issues, dubao.index_articles,
    dubao.index_words, dubao.index_spellings, dubao.index_copy TO {KEEPER};
"""


def make_archive(address: str) -> None:
    """Make the tables and the roles at `address`; what is there already stays as it is.

    The role that makes them owns them. Raises LibraryError.
    """
    servers = Servers(address, Seen(address))
    try:
        connection = servers.primary().connected()
        with connection.transaction():
            for role in (READER, KEEPER):
                there = connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", (role,))
                if not there.fetchone():
                    connection.execute(sql.SQL("CREATE ROLE {}").format(sql.Identifier(role)))
            connection.execute(_TABLES.encode())
    except psycopg.Error as error:
        raise LibraryError(NOT_MADE, file=address, why=first_line(error)) from error
    finally:
        servers.close()
