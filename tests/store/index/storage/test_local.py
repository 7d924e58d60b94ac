"""The index in a file, looked at: whatever SQLite raises is told as an error of ours."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing

import pytest

from store.index.results import Budget, GivenUpError, IndexFailedError
from store.index.storage.database import open_empty
from store.index.storage.local import LocalIndex, LocalTables
from store.index.tables import Put, Used, Word
from store.index.writer import Writer
from store.models import Article, Issue, Keyword

BRIDGE = Keyword("古橋", 0.5, "topic", ("gu qiao",))


@pytest.fixture
def base() -> Iterator[sqlite3.Connection]:
    """Give an index of one article."""
    with closing(open_empty()) as base:
        issue = Issue(articles=(Article(headline="古桥", keywords=(BRIDGE,)),))
        Writer(base).put([(("one", 1, ""), issue)])
        yield base


def test_it_answers_by_number(base: sqlite3.Connection) -> None:
    tables = LocalTables(base, Budget())
    assert list(tables.issues()) == [Put(0, 1, True, ("one", 1, ""))]
    assert list(tables.holding(["古", "古桥", "桥古"], "text")) == [[0], [0], []]
    assert list(tables.holding(["古桥"], "byline")) == [[]]
    assert tables.having("kind=news") == [0]
    (word,) = tables.words(["古桥", "新桥"])
    assert word == Word(word.number, "古桥", "古橋", "topic", 1)
    assert list(tables.numbered([word.number, 99])) == [word]
    assert list(tables.most_met()) == [(word.number, 1)]
    assert list(tables.beginning("古")) == [Used(word.number, "古桥", "", 1)]
    found = [Used(word.number, "古桥", "gu qiao", 1)]
    assert list(tables.spelt("g", "g", "g*q*", by_key=True)) == found
    assert list(tables.keywords()) == list(tables.keywords([0]))
    assert list(tables.keywords([7])) == []
    assert tables.words_in(0)[0] == 1


QUESTIONS: list[Callable[[LocalTables], object]] = [
    lambda tables: list(tables.issues()),
    lambda tables: list(tables.holding(["古桥"], "text")),
    lambda tables: list(tables.most_met()),
    lambda tables: list(tables.words(["古桥"])),
    lambda tables: tables.words_in(0),
]


@pytest.mark.parametrize("ask", QUESTIONS)
def test_an_error_of_sqlite_is_told_as_ours(ask: Callable[[LocalTables], object]) -> None:
    with closing(sqlite3.connect(":memory:")) as base:
        with pytest.raises(IndexFailedError):
            ask(LocalTables(base, Budget()))
        with pytest.raises(GivenUpError):
            ask(LocalTables(base, Budget(lambda: True)))


def test_without_a_library_nothing_is_in_it() -> None:
    kept = LocalIndex()
    with kept.moment(Budget()) as (version, tables):
        assert not list(tables.issues())
    with kept.moment(Budget()) as (same, _):
        assert same == version
    assert kept.trouble is None
