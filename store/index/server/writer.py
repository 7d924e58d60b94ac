"""Changes to the index in an archive's database, by one host at a time."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager

import psycopg
from psycopg import errors

from store.backends.postgres import statements
from store.backends.postgres.connection import Connection
from store.backends.postgres.faults import first_line
from store.backends.postgres.seen import Seen
from store.backends.postgres.servers import Servers
from store.backends.postgres.turns import ANOTHER, HELD
from store.errors import HeldError, LibraryError
from store.index.folded import FoldedArticle
from store.index.server.grams import as_array, grams, stored
from store.index.storage.database import FORMAT
from store.index.tables import Put
from store.index.writer import IndexWriter, Met
from store.messages import template
from store.words.latin import spelt

NO_TABLES = template(
    "{file}: made before an index could lie there; dubao library init adds what lacks."
)

LONG = 600.0
"""Seconds for which the server may be silent while it takes out or merges what it has."""

_MAY_WRITE = "SELECT has_table_privilege('dubao.index_issues', 'INSERT')"
_IS_OF = "SELECT coalesce(min(format) = %s, true) FROM dubao.index_state"
_CHANGED = f"""
INSERT INTO dubao.index_state AS s (format, change) VALUES ({FORMAT}, 1)
ON CONFLICT (one) DO UPDATE SET format = {FORMAT}, change = s.change + 1
"""
_ISSUES = "SELECT first, articles, live, id, revision, own FROM dubao.index_issues"
_ARTICLES = "COPY dubao.index_articles FROM STDIN (FORMAT binary)"
_ARTICLE = ("int4", "bytea", "text[]", "text", "text", "text", "text")
_PUT = "COPY dubao.index_issues FROM STDIN (FORMAT binary)"
_ISSUE = ("int4", "int4", "bool", "text", "int8", "text", "bytea", "bytea")
# GIN gathers what is new and merges it pair by pair, where it would else look for the place of each
# pair of each article. It does so as soon as there is more than is allowed; the last article finds
# that nearly nothing is, so that nothing is left for searches to go through.
_GATHER = "SET LOCAL gin_pending_list_limit = '1GB'; SET LOCAL work_mem = '64MB'"
_MERGE = "SET LOCAL gin_pending_list_limit = '64kB'"
_WORDS = """
INSERT INTO dubao.index_words AS w (folded, word, kind, articles, uses)
SELECT * FROM unnest(%s::text[], %s::text[], %s::text[], %s::int[], %s::int[])
ON CONFLICT (folded) DO UPDATE
SET articles = w.articles + excluded.articles, uses = w.uses + excluded.uses
RETURNING folded, number
"""
_SPELLINGS = """
INSERT INTO dubao.index_spellings SELECT * FROM unnest(%s::text[], %s::int[])
ON CONFLICT DO NOTHING
"""
_LIVE = """
UPDATE dubao.index_issues SET live = %s WHERE first = %s RETURNING articles, keywords, names
"""
_RECOUNT = """
UPDATE dubao.index_words AS w SET articles = w.articles + n.articles, uses = w.uses + n.uses
FROM unnest(%s::int[], %s::int[], %s::int[]) AS n (articles, uses, number)
WHERE w.number = n.number
"""
# Those who look at it see it as it was until this is done, which TRUNCATE would not let them.
_EMPTY = """
DELETE FROM dubao.index_issues;
DELETE FROM dubao.index_articles;
DELETE FROM dubao.index_words;
DELETE FROM dubao.index_spellings
"""


@contextmanager
def writing(address: str) -> Iterator["ServerWriter | None"]:
    """Give the only writer of the index of the archive at `address`; None where the role may not.

    Raises HeldError while there is another one, LibraryError; what the block raises because of the
    server is told as such an error.
    """
    servers = Servers(address, Seen(address))
    try:
        with servers.primary().opened() as connection:
            if not _says(connection, _MAY_WRITE):
                yield None
                return
            if not _says(connection, statements.TRY, statements.LOCKS, "index"):  # till its end
                raise HeldError(HELD, file=address, holder=ANOTHER)
            connection.execute("SET statement_timeout = 0")
            with connection.within(LONG):
                writer = ServerWriter(connection)
                if not _says(connection, _IS_OF, FORMAT):
                    writer.empty()
                yield writer
    except (errors.UndefinedTable, errors.InvalidSchemaName) as error:
        raise LibraryError(NO_TABLES, file=address) from error
    except psycopg.Error as error:
        raise LibraryError(
            "{file}: the index cannot be written ({why}).", file=address, why=first_line(error)
        ) from error
    finally:
        servers.close()


def _says(connection: Connection, query: str, *values: object) -> bool:
    row = connection.execute(query.encode(), values).fetchone()
    return bool(row and row[0])


class ServerWriter(IndexWriter):
    """The only writer of the index, by `connection`; every method may raise psycopg.Error."""

    def __init__(self, connection: Connection) -> None:
        self._base = connection
        super().__init__(
            Put(first, articles, live, tuple(stamp))
            for first, articles, live, *stamp in connection.execute(_ISSUES)
        )

    def empty(self) -> None:
        """Take out all that was put in."""
        with self._base.transaction():
            self._base.execute(_EMPTY)
            self._base.execute(_CHANGED)
        super().__init__(())

    @contextmanager
    def _changing(self) -> Iterator[None]:
        with self._base.transaction():
            self._base.execute(_CHANGED)
            yield

    def _put_articles(self, articles: Iterator[tuple[int, FoldedArticle]]) -> None:
        listed = list(articles)
        self._base.execute(_GATHER)
        self._copy(_ARTICLES, _ARTICLE, map(_row, listed[:-1]))
        self._base.execute(_MERGE)
        self._copy(_ARTICLES, _ARTICLE, map(_row, listed[-1:]))

    def _put_issues(self, issues: Iterator[tuple[Put, bytes, bytes]]) -> None:
        self._copy(
            _PUT,
            _ISSUE,
            ((put.first, put.articles, put.live, *put.stamp, *words) for put, *words in issues),
        )

    def _copy(self, into: str, kinds: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
        """Put rows in by one statement, in the form in which the server has them."""
        with self._base.cursor() as cursor, cursor.copy(into.encode()) as copy:
            copy.set_types(kinds)
            for row in rows:
                copy.write_row(row)

    def _count(self, words: Mapping[str, Met]) -> Mapping[str, int]:
        kept: dict[str, Met] = {}
        for folded, met in words.items():
            if stored(folded) in kept:  # two may be kept as one
                kept[stored(folded)].add(met.keys, met.articles, met.uses)
            else:
                kept[stored(folded)] = met
        values = (
            list(kept),
            [stored(met.word.word) for met in kept.values()],
            [met.word.kind for met in kept.values()],
            [met.articles for met in kept.values()],
            [met.uses for met in kept.values()],
        )
        numbers: dict[str, int] = dict(self._base.execute(_WORDS, values).fetchall())
        keys = {
            (stored(spelt(key)), numbers[name]) for name, met in kept.items() for key in met.keys
        }
        self._base.execute(_SPELLINGS, ([key for key, _ in keys], [number for _, number in keys]))
        return {folded: numbers[stored(folded)] for folded in words}

    def _set_live(self, first: int, live: bool) -> tuple[int, bytes, bytes]:
        ((articles, keywords, names),) = self._base.execute(_LIVE, (live, first))
        return articles, keywords, names

    def _recount(self, changes: Sequence[tuple[int, int, int]]) -> None:
        columns = [[change[at] for change in changes] for at in range(3)]
        self._base.execute(_RECOUNT, columns)


def _row(numbered: tuple[int, FoldedArticle]) -> tuple[object, ...]:
    """Return an article as the table has it."""
    number, article = numbered
    text = stored(article.text)
    parts = map(stored, (article.head, article.byline, article.column))
    return number, as_array(grams(text)), list(map(stored, article.traits)), text, *parts
