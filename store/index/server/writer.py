"""Changes to the index in an archive's database, by one host at a time."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
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
from store.index.server.grams import grams, stored
from store.index.storage.database import FORMAT
from store.index.tables import Put
from store.index.writer import IndexWriter
from store.messages import template
from store.models import Keyword
from store.words.latin import spelt

NO_TABLES = template(
    "{file}: made before an index could lie there; dubao library init adds what lacks."
)

_MAY_WRITE = "SELECT has_table_privilege('dubao.index_issues', 'INSERT')"
_IS_OF = "SELECT coalesce(min(format) = %s, true) FROM dubao.index_state"
_CHANGED = f"""
INSERT INTO dubao.index_state AS s (format, change) VALUES ({FORMAT}, 1)
ON CONFLICT (one) DO UPDATE SET format = {FORMAT}, change = s.change + 1
"""
_ISSUES = "SELECT first, articles, live, id, revision, own FROM dubao.index_issues"
_ARTICLES = "COPY dubao.index_articles FROM STDIN"
_ISSUE = "INSERT INTO dubao.index_issues VALUES (%s, %s, %s, %s, %s, %s, %s, %s)"
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
SET LOCAL statement_timeout = 0;
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

    def _put_articles(self, first: int, articles: Sequence[FoldedArticle]) -> None:
        with self._base.cursor() as cursor, cursor.copy(_ARTICLES) as copy:
            for number, article in enumerate(articles, first):
                text = stored(article.text)
                parts = map(stored, (article.head, article.byline, article.column))
                traits = list(map(stored, article.traits))
                copy.write_row((number, list(grams(text)), traits, text, *parts))

    def _put_issue(self, put: Put, keywords: bytes, names: bytes) -> None:
        values = (put.first, put.articles, put.live, *put.stamp, keywords, names)
        self._base.execute(_ISSUE, values)

    def _count(
        self, words: Mapping[str, Keyword], articles: Counter[str], uses: Counter[str]
    ) -> Mapping[str, int]:
        kept: dict[str, Keyword] = {}
        as_keyword: Counter[str] = Counter()
        used: Counter[str] = Counter()
        for folded, word in words.items():  # two may be kept as one
            name = stored(folded)
            kept.setdefault(name, word)
            as_keyword[name] += articles[folded]
            used[name] += uses[folded]
        values = (
            list(kept),
            [stored(word.word) for word in kept.values()],
            [word.kind for word in kept.values()],
            [as_keyword[name] for name in kept],
            [used[name] for name in kept],
        )
        numbers: dict[str, int] = dict(self._base.execute(_WORDS, values).fetchall())
        keys = [
            (stored(spelt(key)), numbers[name]) for name, word in kept.items() for key in word.keys
        ]
        self._base.execute(_SPELLINGS, ([key for key, _ in keys], [number for _, number in keys]))
        return {folded: numbers[stored(folded)] for folded in words}

    def _set_live(self, first: int, live: bool) -> tuple[int, bytes, bytes]:
        ((articles, keywords, names),) = self._base.execute(_LIVE, (live, first))
        return articles, keywords, names

    def _recount(self, changes: Sequence[tuple[int, int, int]]) -> None:
        columns = [[change[at] for change in changes] for at in range(3)]
        self._base.execute(_RECOUNT, columns)
