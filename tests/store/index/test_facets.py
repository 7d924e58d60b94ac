"""The keywords of what is left: how many articles have each, and which come first."""

from collections.abc import Callable

import pytest

from store.index.facets import facets
from store.index.hits import Hits
from store.index.lookup import Index
from store.index.results import Budget, Facet, Results
from store.index.search import Searcher
from store.index.storage.local import LocalIndex
from store.library.library import Library

NEW = "qingxibao-2024-03-05"

Search = Callable[[str], Results]


def test_facets_are_keywords_of_what_is_left(searcher: Searcher, search: Search) -> None:
    def found(text: str) -> tuple[Facet, ...]:
        return searcher.facets(search(text))

    first, *rest = found("date:2024")
    assert first == Facet("古桥", "topic", 2)
    assert set(rest) == {Facet("林守诚", "person", 1), Facet("重庆", "place", 1)}
    assert {facet.word for facet in found("结对")} == {"古桥", "重庆"}
    assert found("") == found("古|闻|来|桥") != ()
    assert found("旧闻") == ()


@pytest.mark.parametrize("indexed", ["an index"], indirect=True)
def test_weighed_facets_are_what_is_more_frequent_here(
    searcher: Searcher, search: Search, monkeypatch: pytest.MonkeyPatch
) -> None:
    def words(text: str) -> list[str]:
        return [facet.word for facet in searcher.facets(search(text), weighed=True)]

    assert words("林守诚") == ["古桥", "林守诚"]  # in a library too small to weigh
    monkeypatch.setattr("store.index.facets.ENOUGH", 2)
    assert words("林守诚") == ["林守诚", "古桥"]
    assert words("")[0] == "古桥"


@pytest.mark.parametrize("indexed", ["an index"], indirect=True)
@pytest.mark.parametrize("mask", [b"\1\1\1", b"\1\0\0"])
def test_what_was_read_through_is_counted_beside(shelf: Library, mask: bytes) -> None:
    read = {"古桥": Facet("古橋", "topic", 3), "新词": Facet("新词", "topic", 1)}
    with Index(LocalIndex(shelf)).snapshot(shelf.rows(), Budget()) as lookup:
        told = facets(lookup, Hits({NEW: mask, "elsewhere": b"\1"}), read)
    assert told[0] == Facet("古桥", "topic", 3 + (2 if mask[2] else 1))
    assert Facet("新词", "topic", 1) in told


@pytest.mark.parametrize("indexed", ["an index"], indirect=True)
def test_no_more_are_told_than_are_asked_for(shelf: Library) -> None:
    with Index(LocalIndex(shelf)).snapshot(shelf.rows(), Budget()) as lookup:
        everything = Hits.all_of(shelf.rows())
        assert facets(lookup, everything, {}, 1) == (Facet("古桥", "topic", 2),)
        assert facets(lookup, Hits(), {}) == ()


@pytest.mark.parametrize("indexed", ["an index"], indirect=True)
def test_what_an_issue_that_is_gone_had_is_not_counted(shelf: Library) -> None:
    rows = shelf.rows()[1:]
    with Index(LocalIndex(shelf)).snapshot(rows, Budget()) as lookup:
        assert facets(lookup, Hits.all_of(rows), {}) == ()


def test_counting_is_given_up(searcher: Searcher, search: Search) -> None:
    assert searcher.facets(search("古桥"), cancelled=lambda: True) is None
