"""What changes the tables: issues put in, their words counted, and what is gone."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import msgspec
import pytest

from store.index.storage.database import open_empty
from store.index.writer import Writer
from store.models import Article, CatalogueRow, Issue, Keyword

BRIDGE, LIN = Keyword("古橋", 0.5, "topic", ("gu qiao",)), Keyword("林守诚", 0.5, "person")
ONE = CatalogueRow("one", "报", keyed="0" * 16, revision=1)
TWO = CatalogueRow("two", "报", keyed="1" * 32, revision=2)
ISSUES = {
    ONE.stamp: Issue(articles=(Article(headline="古桥", keywords=(BRIDGE,), names=(LIN,)),)),
    TWO.stamp: Issue(articles=(Article(keywords=(BRIDGE, LIN)), Article(headline="天气"))),
}


@pytest.fixture
def base() -> Iterator[sqlite3.Connection]:
    """Give an index that holds nothing."""
    with closing(open_empty()) as base:
        yield base


@pytest.fixture
def writer(base: sqlite3.Connection) -> Writer:
    """Give a writer that has put two issues in."""
    writer = Writer(base)
    writer.put(ISSUES.items())
    return writer


def words(base: sqlite3.Connection) -> dict[str, tuple[int, int]]:
    """Return each word with the articles that have it as a keyword, and how often it is used."""
    found = base.execute("SELECT folded, articles, uses FROM words WHERE uses > 0")
    return {word: (articles, uses) for word, articles, uses in found}


def test_articles_are_numbered_on(base: sqlite3.Connection, writer: Writer) -> None:
    assert writer.next == 3
    found = base.execute("SELECT first, articles, id FROM issues ORDER BY first").fetchall()
    assert found == [(0, 1, "one"), (1, 2, "two")]
    ((rowid,),) = base.execute("SELECT rowid FROM texts WHERE texts MATCH '天气*'")
    assert rowid == 2


def test_words_are_counted_with_their_spellings(base: sqlite3.Connection, writer: Writer) -> None:
    assert words(base) == {"古桥": (2, 2), "林守诚": (1, 2)}
    assert base.execute("SELECT key FROM spellings").fetchall() == [("gu qiao",)]


def test_a_word_keeps_the_keys_that_it_has_in_any_issue(base: sqlite3.Connection) -> None:
    again = msgspec.structs.replace(BRIDGE, keys=("gu jiao",))
    other = Issue(articles=(Article(names=(again,)),))
    Writer(base).put([(ONE.stamp, ISSUES[ONE.stamp]), (TWO.stamp, other)])
    assert words(base)["古桥"] == (1, 2)
    keys = base.execute("SELECT key FROM spellings ORDER BY key").fetchall()
    assert keys == [("gu jiao",), ("gu qiao",)]


def test_words_of_what_has_gone_count_no_more_until_it_is_back(
    base: sqlite3.Connection, writer: Writer
) -> None:
    assert writer.settle([TWO]) == []
    assert words(base) == {"古桥": (1, 1), "林守诚": (1, 1)}
    assert Writer(base).settle([ONE, TWO]) == []
    assert words(base) == {"古桥": (2, 2), "林守诚": (1, 2)}


def test_what_is_lacking_is_told(writer: Writer) -> None:
    three = CatalogueRow("three", "报")
    assert writer.settle([ONE, three, TWO]) == [three]


def test_all_or_none_of_what_is_put_in_counts(base: sqlite3.Connection) -> None:
    def failing() -> Iterator[tuple[tuple[str, int, str], Issue]]:
        yield ONE.stamp, ISSUES[ONE.stamp]
        raise ZeroDivisionError

    writer = Writer(base)
    with pytest.raises(ZeroDivisionError):
        writer.put(failing())
    assert writer.next == 0
    assert words(base) == {}
    assert writer.settle([ONE]) == [ONE]


def test_tidying_loses_nothing(base: sqlite3.Connection, writer: Writer) -> None:
    writer.tidy()
    assert words(base) == {"古桥": (2, 2), "林守诚": (1, 2)}
    assert base.execute("SELECT rowid FROM texts WHERE texts MATCH '古桥*'").fetchall() == [(0,)]
