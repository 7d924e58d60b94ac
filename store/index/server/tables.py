"""The index in an archive's database, looked at by one transaction that sees one moment."""

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager

import psycopg

from store.backends.postgres.connection import Connection
from store.index.query.conditions import Field
from store.index.results import Budget, GivenUpError, IndexFailedError
from store.index.server.grams import asked, is_exact, stored
from store.index.tables import Put, Used, Word

BEGIN = """
BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;
SET LOCAL enable_seqscan = off;
SET LOCAL jit = off;
SET LOCAL max_parallel_workers_per_gather = 0
"""
_ANY = "SELECT array_agg(number) FROM dubao.index_articles WHERE grams && %s::int[]"
_WORDS = "SELECT number, folded, word, kind, articles FROM dubao.index_words"


def _each(where: Field) -> str:
    """Return what finds the articles that have a word's pairs, and hold it in this column."""
    return f"""
SELECT array_agg(DISTINCT a.number) FROM unnest(%s::text[], %s::text[]) AS w (word, grams)
JOIN LATERAL (
    SELECT number FROM dubao.index_articles
    WHERE grams @> w.grams::int[] AND strpos("{where}", w.word) > 0
) AS a ON true
"""


class ServerTables:
    """The tables that `store.backends.postgres.index_tables` makes."""

    def __init__(self, connection: Connection, budget: Budget) -> None:
        self._connection = connection
        self._budget = budget

    def issues(self) -> Iterator[Put]:
        """Yield the issues that were put in, by number."""
        with self._asking() as base:
            for first, articles, live, *stamp in base.execute(
                "SELECT first, articles, live, id, revision, own FROM dubao.index_issues"
                " ORDER BY first"
            ):
                yield Put(first, articles, live, tuple(stamp))

    def holding(self, words: Iterable[str], where: Field) -> Iterator[list[int]]:
        """Yield the articles that hold one of these folded words there."""
        kept = list(map(stored, words))
        exact = [word for word in kept if where == "text" and is_exact(word)]
        if exact:
            yield self._numbers(_ANY, list(set().union(*map(asked, exact))))
        others = [word for word in kept if not (where == "text" and is_exact(word))]
        if others:
            pairs = ["{" + ",".join(map(str, asked(word))) + "}" for word in others]
            yield self._numbers(_each(where), others, pairs)

    def having(self, name: str) -> list[int]:
        """Return the articles that have a trait."""
        return self._numbers(
            "SELECT array_agg(number) FROM dubao.index_articles WHERE traits @> %s::text[]",
            [stored(name)],
        )

    def _numbers(self, query: str, *values: list[int] | list[str]) -> list[int]:
        with self._asking() as base:
            row = base.execute(query.encode(), values, binary=True).fetchone()
        return (row and row[0]) or []

    def beginning(self, folded: str) -> Iterator[Used]:
        """Yield the words whose folded form begins so, used most first."""
        with self._asking() as base:
            for row in base.execute(
                "SELECT number, folded, '', uses FROM dubao.index_words"
                " WHERE starts_with(folded, %s) AND uses > 0 ORDER BY uses DESC, folded",
                (stored(folded),),
            ):
                yield Used(*row)

    def spelt(self, first: str, last: str, pattern: str, *, by_key: bool) -> Iterator[Used]:
        """Yield words by each of their keys that fits the pattern, used most first."""
        column = "key" if by_key else "folded"
        expression = f"^(?:{pattern.replace('*', '.*')})$"  # it has letters, * and [nl] alone
        asked_ = f"""
SELECT number, folded, key, uses FROM dubao.index_spellings JOIN dubao.index_words USING (number)
WHERE {column} >= %s AND {column} < %s AND key ~ %s AND uses > 0 ORDER BY uses DESC, folded
"""
        with self._asking() as base:
            values = (stored(first), chr(ord(last) + 1), expression)
            for row in base.execute(asked_.encode(), values):
                yield Used(*row)

    def most_met(self) -> Iterator[tuple[int, int]]:
        """Yield the number of each word, and how many articles have it, most first."""
        with self._asking() as base:
            yield from base.execute(
                "SELECT number, articles FROM dubao.index_words WHERE articles > 0"
                " ORDER BY articles DESC"
            )

    def words_in(self, first: int) -> tuple[int, bytes, bytes]:
        """Return the articles, ``keywords`` and ``names`` of an issue that was put in."""
        with self._asking() as base:
            ((articles, keywords, names),) = base.execute(
                "SELECT articles, keywords, names FROM dubao.index_issues WHERE first = %s",
                (first,),
                binary=True,
            )
        return articles, keywords, names

    def words(self, folded: Collection[str]) -> Iterator[Word]:
        """Yield those of these words that the index knows."""
        with self._asking() as base:
            kept = list(map(stored, folded))
            for row in base.execute(f"{_WORDS} WHERE folded = ANY(%s)".encode(), (kept,)):
                yield Word(*row)

    def numbered(self, numbers: Collection[int]) -> Iterator[Word]:
        """Yield the words of these numbers."""
        with self._asking() as base:
            for row in base.execute(f"{_WORDS} WHERE number = ANY(%s)".encode(), (list(numbers),)):
                yield Word(*row)

    def keywords(self, firsts: Collection[int] | None = None) -> Iterator[tuple[int, int, bytes]]:
        """Yield the number, articles and ``keywords`` of the issues with these numbers, or all."""
        listed = None if firsts is None else list(firsts)
        with self._asking() as base:
            yield from base.execute(
                "SELECT first, articles, keywords FROM dubao.index_issues"
                " WHERE %s::int[] IS NULL OR first = ANY(%s::int[])",
                (listed, listed),
                binary=True,
            )

    @contextmanager
    def _asking(self) -> Iterator[Connection]:
        """Give what is asked; what the server says against it is told as an error of ours."""
        if self._budget():
            raise GivenUpError
        try:
            yield self._connection
        except psycopg.Error as error:
            raise IndexFailedError(str(error)) from error
