"""Which issues the index holds as the catalogue has them, and their articles by number."""

from collections.abc import Iterator

import pytest
from msgspec.structs import replace

from store.index.indexed_rows import IndexedRows, indexed_rows
from store.index.results import Budget
from store.index.storage.database import open_empty
from store.index.storage.local import LocalTables
from store.index.writer import Writer
from store.models import Article, CatalogueRow, Issue

SIZES = {"a": 2, "empty": 0, "b": 3}


def key(name: str, at: int) -> str:
    return f"{name:0>15}{at}"


ROWS = {
    name: CatalogueRow(name, "报", keyed="".join(key(name, at) for at in range(size)), revision=1)
    for name, size in SIZES.items()
}


def issue(name: str) -> Issue:
    return Issue(articles=tuple(Article(key=key(name, at)) for at in range(SIZES[name])))


@pytest.fixture
def writer() -> Iterator[Writer]:
    """Give the writer of an index of three issues: numbers 0 and 1, 2, 3 to 5."""
    base = open_empty()
    writer = Writer(base)
    writer.put((row.stamp, issue(name)) for name, row in ROWS.items())
    yield writer
    base.close()


@pytest.fixture
def rows(writer: Writer) -> IndexedRows:
    """Give what that index holds of its own catalogue."""
    return indexed_rows(LocalTables(writer._base, Budget()).issues(), ROWS.values())


def test_all_that_is_in_it_is_found(rows: IndexedRows) -> None:
    assert rows.first_of == {"a": 0, "empty": 2, "b": 3}
    assert (rows.articles, rows.size) == (5, 6)
    assert (rows.rest, rows.gone) == ((), [])
    assert {name: list(rows.hits(rows.everything).select(name, "xyz")) for name in SIZES} == {
        "a": ["x", "y"],
        "empty": [],
        "b": ["x", "y", "z"],
    }


def test_what_has_changed_since_is_lacking(writer: Writer) -> None:
    changed = [ROWS["a"], replace(ROWS["b"], revision=2), CatalogueRow("new", "报")]
    rows = indexed_rows(LocalTables(writer._base, Budget()).issues(), changed)
    assert [row.id for row in rows.rows] == ["a"]
    assert rows.rest == tuple(changed[1:])
    assert rows.gone == [2, 3]
    assert list(rows.hits(rows.everything)) == ["a"]


def test_articles_by_number_key_and_issue(rows: IndexedRows) -> None:
    by_number = rows.with_numbers([[1], [5, 1]])
    assert by_number == rows.with_keys({key("a", 1), key("b", 2), "other"})
    assert rows.in_issues(lambda row: row.id == "b") == rows.with_numbers([[3, 4, 5]])
    hits = rows.hits(by_number)
    assert list(hits) == ["a", "b"]
    assert [list(hits.select(name, range(3))) for name in hits] == [[1], [2]]


def test_an_index_that_is_empty_holds_nothing() -> None:
    rows = IndexedRows()
    assert rows.everything == 0
    assert not rows.hits(rows.everything)
