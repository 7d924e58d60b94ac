"""What the index knows of a query, for those issues that it holds as they are."""

import os

import pytest
from msgspec.structs import replace

from store.index.folded import Needles
from store.index.hits import Hits
from store.index.lookup import Index
from store.index.query.conditions import ALONE, Scope
from store.index.query.parse import parse
from store.index.results import Budget, GivenUpError, IndexFailedError
from store.index.storage.local import LocalIndex
from store.index.storage.location import index_file
from store.index.update import update
from store.library.library import Library

NEW, OLD = "qingxibao-2024-03-05", "qingxibao-2023-12-31"

pytestmark = pytest.mark.parametrize("indexed", ["an index"], indirect=True)


def found(index: Index, library: Library, query: str, scope: Scope = ALONE) -> Hits:
    """Return what the index has to say to a query."""
    with index.snapshot(library.rows(), Budget()) as lookup:
        return lookup.find(parse(query), scope)[0]


@pytest.mark.parametrize(
    ("query", "hits"),
    [
        ("古桥 修缮", {NEW: b"\1\0\0"}),
        ("-古桥 date:2024", {NEW: b"\0\1\1"}),
        ("桥 date:2024", {NEW: b"\1\1\0"}),
        ("headline:旧闻", {OLD: b"\1"}),
        ("paper:清溪 版:1", {NEW: b"\1\1\0"}),
        ("kind:photo", {NEW: b"\0\1\0"}),
        ("is:read", {}),
    ],
)
def test_a_query_finds_articles(shelf: Library, query: str, hits: dict[str, bytes]) -> None:
    assert found(Index(LocalIndex(shelf)), shelf, query) == Hits(hits)


def test_what_is_hidden_is_left_out(shelf: Library) -> None:
    with Index(LocalIndex(shelf)).snapshot(shelf.rows(), Budget()) as lookup:
        hits, _ = lookup.find(parse("桥 date:2024").without([parse("古桥")]), ALONE)
    assert hits == Hits({NEW: b"\0\1\0"})


def test_marks_are_asked_for_by_key(shelf: Library) -> None:
    keys = shelf.rows()[0].keys
    scope = Scope(read={keys[1]}, tags={"要": {keys[2]}})
    assert found(Index(LocalIndex(shelf)), shelf, "is:read|tag:要", scope) == Hits({NEW: b"\0\1\1"})


def test_words_that_letters_stand_for_are_counted(shelf: Library) -> None:
    scope = Scope(stands_for={"lsc": Needles(("lsc", "林守诚"))})
    with Index(LocalIndex(shelf)).snapshot(shelf.rows(), Budget()) as lookup:
        hits, stood = lookup.find(parse("lsc"), scope)
        assert hits == Hits({NEW: b"\1\1\0"})
        assert stood == {"林守诚": 2}
        assert lookup.uses("lsc") == {"林守诚": 1}
        assert lookup.uses("古") == {"古桥": 2}


def test_words_of_an_issue_that_is_gone_do_not_count(shelf: Library) -> None:
    rows = shelf.rows()
    with Index(LocalIndex(shelf)).snapshot(rows[1:], Budget()) as lookup:
        assert lookup.uses("lsc").total() == 0


def test_what_has_changed_since_is_left_to_others(shelf: Library) -> None:
    newest, *others = shelf.rows()
    changed = replace(newest, revision=99)
    with Index(LocalIndex(shelf)).snapshot([changed, *others], Budget()) as lookup:
        assert lookup.indexed.rest == (changed,)
        assert lookup.find(parse("古桥 date:2024"), ALONE)[0] == Hits()


def test_without_an_index_nothing_is_known_until_there_is_one(shelf: Library) -> None:
    index = Index(LocalIndex(shelf))
    index_file(shelf).unlink()
    assert not found(index, shelf, "古桥")
    update(shelf)
    assert found(index, shelf, "修缮")


def test_a_search_is_given_up(shelf: Library) -> None:
    with (
        pytest.raises(GivenUpError),
        Index(LocalIndex(shelf)).snapshot(shelf.rows(), Budget(lambda: True)) as lookup,
    ):
        lookup.find(parse("古桥"), ALONE)


def test_a_damaged_index_fails(shelf: Library) -> None:
    path = index_file(shelf)
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + os.urandom(len(whole) - 4096))
    index = Index(LocalIndex(shelf))
    with pytest.raises(IndexFailedError):
        found(index, shelf, "古桥")
    assert index.trouble
    assert "reindex" in str(index.trouble)
