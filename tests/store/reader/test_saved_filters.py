"""Saved filters: kept in order, whole, each under its name."""

from typing import Any

import pytest

from store.backends.files import Files
from store.errors import DubaoError, NotFoundError
from store.reader.saved_filters import SavedFilter, SavedFilters


@pytest.fixture
def filters(files: Files) -> SavedFilters:
    return SavedFilters(files)


def test_filters_are_kept_in_their_order(filters: SavedFilters, files: Files) -> None:
    filters.save(SavedFilter("水", "防汛"))
    filters.save(SavedFilter("茶", "春茶", "tag", "茶叶"))
    filters.save(SavedFilter("水", "防汛 | 水库"))
    assert [each.name for each in SavedFilters(files).all()] == ["水", "茶"]
    assert filters.all()[0].query == "防汛 | 水库"
    assert filters.drop("水").query == "防汛 | 水库"
    assert [each.name for each in SavedFilters(files).all()] == ["茶"]
    with pytest.raises(NotFoundError, match="there are: 茶"):
        filters.drop("水")


def test_what_was_done_is_kept_while_the_filter_stands_as_it_was(filters: SavedFilters) -> None:
    first = SavedFilter("水", "防汛", "read")
    filters.save(first)
    filters.done(first, "here", 3)
    [kept] = filters.all()
    assert kept.seen == {"here": 3}
    filters.done(first, "here", 4)  # it is another now
    assert filters.all() == (kept,)


def test_the_stamp_changes_with_the_filters(filters: SavedFilters) -> None:
    before = filters.stamp()
    filters.save(SavedFilter("水", "防汛"))
    assert filters.stamp() != before


@pytest.mark.parametrize(
    "words",
    [
        ("", "防汛"),
        ("水", " "),
        ("水", "防汛", "tag"),
        ("水", "防汛", "read", "x"),
        ("水", "x", "eat"),
    ],
)
def test_half_a_filter_is_refused(words: tuple[Any, ...]) -> None:
    with pytest.raises(DubaoError):
        SavedFilter(*words)


@pytest.mark.parametrize(
    ("name", "query", "tag"),
    [("水" * 65, "防汛", ""), ("水", "汛" * 1001, ""), ("水", "汛", "签" * 65)],
)
def test_names_tags_and_queries_have_a_length(
    filters: SavedFilters, name: str, query: str, tag: str
) -> None:
    with pytest.raises(DubaoError, match="characters at most"):
        filters.save(SavedFilter(name, query, "tag" if tag else "", tag))
    assert not filters.all()


def test_filters_have_a_number(filters: SavedFilters) -> None:
    for number in range(100):
        filters.save(SavedFilter(str(number), "防汛"))
    filters.save(SavedFilter("7", "春茶"))
    with pytest.raises(DubaoError, match="100 saved filters"):
        filters.save(SavedFilter("水", "防汛"))
    assert len(filters.all()) == 100
