"""The index in a database holds what the one in a file holds."""

from collections.abc import Iterator
from contextlib import closing

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from store.backends.postgres.connection import Connection
from store.index.folded import FoldedArticle
from store.index.query.conditions import Field
from store.index.results import Budget
from store.index.server.grams import grams, stored
from store.index.server.tables import BEGIN, ServerTables
from store.index.storage.database import open_empty
from store.index.storage.local import LocalTables
from store.index.tokens import tokens, traits
from tests.clusters import Cluster, needs_postgres

pytestmark = [needs_postgres, pytest.mark.slow]

PUT = "INSERT INTO dubao.index_articles VALUES (%s, %s, %s, %s, %s, %s, %s)"
text = st.text("古桥的𠀀ab12 ，", max_size=10)
articles = st.builds(
    lambda head, column, rest: FoldedArticle(
        head=head, column=column, text="\n".join(filter(None, (head, column, rest)))
    ),
    *(text, text, text),
)


@pytest.fixture
def database(cluster: Cluster) -> Iterator[Connection]:
    with Connection.connect(cluster.address(), autocommit=True) as connection:
        yield connection


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.lists(articles, max_size=5),
    st.lists(text.filter(bool), min_size=1, max_size=4),
    st.sampled_from(["text", "head", "column"]),
)
def test_words_are_found_where_they_stand(
    database: Connection,
    held: list[FoldedArticle],
    words: list[str],
    where: Field,
) -> None:
    database.execute("DELETE FROM dubao.index_articles")
    with closing(open_empty()) as base:
        for number, one in enumerate(held):
            kept = (stored(one.text), one.head, one.byline, one.column)
            database.execute(PUT, (number, list(grams(kept[0])), list(one.traits), *kept))
            base.execute(
                'INSERT INTO texts (rowid, rest, head, byline, "column") VALUES (?, ?, ?, ?, ?)',
                (number, *map(tokens, (one.rest, one.head, one.byline, one.column))),
            )
            base.execute(
                "INSERT INTO traits (rowid, trait) VALUES (?, ?)",
                (number, traits(one.text, one.traits)),
            )
        truth = {
            number
            for number, one in enumerate(held)
            if any(word in getattr(one, where) for word in words)
        }
        local = LocalTables(base, Budget()).holding(words, where)
        database.execute(BEGIN)
        server = ServerTables(database, Budget()).holding(words, where)
        assert {number for some in server for number in some} == truth
        assert {number for some in local for number in some} == truth
        database.execute("COMMIT")
