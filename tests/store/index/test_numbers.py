"""Words of an issue as numbers: of each article, of those found, of all."""

from collections import Counter
from collections.abc import Iterator
from contextlib import closing

import pytest

from store.index.hits import Hits
from store.index.numbers import each_of, numbers_in, packed, words_of
from store.index.results import Budget
from store.index.storage.database import open_empty
from store.index.storage.local import LocalTables

FIRST_OF = {"a": 0, "b": 3}


@pytest.fixture
def tables() -> Iterator[LocalTables]:
    """Give an index of two issues: of three articles with the words 1 2, none and 2; of one."""
    with closing(open_empty()) as base:
        base.execute(
            "INSERT INTO issues VALUES (0, 3, 'a', 1, 1, ?, ?, '')",
            (packed([2, 2, 3, 1, 2, 2]), packed([7, 2])),
        )
        base.execute(
            "INSERT INTO issues VALUES (3, 1, 'b', 1, 1, ?, ?, '')",
            (packed([1, 5]), packed([])),
        )
        yield LocalTables(base, Budget())


@pytest.mark.parametrize(
    ("masks", "numbers"),
    [
        ({}, []),
        ({"a": b"\1\0\0"}, [1, 2]),
        ({"a": b"\0\1\0"}, []),
        ({"a": b"\1\0\1", "b": b"\1"}, [1, 2, 2, 5]),
        ({"a": b"\1\1\1"}, [1, 2, 2]),
    ],
)
def test_keywords_of_hits(tables: LocalTables, masks: dict[str, bytes], numbers: list[int]) -> None:
    assert sorted(numbers_in(tables, Hits(masks), FIRST_OF)) == numbers


def test_keywords_of_each_article(tables: LocalTables) -> None:
    assert {name: list(each) for name, each in each_of(tables, FIRST_OF)} == {
        "a": [frozenset((1, 2)), frozenset(), frozenset((2,))],
        "b": [frozenset((5,))],
    }
    assert [name for name, _ in each_of(tables, {"b": 3})] == ["b"]


def test_a_word_is_used_as_a_keyword_or_as_a_name(tables: LocalTables) -> None:
    as_keyword, used = words_of(tables, 0)
    assert as_keyword == Counter({1: 1, 2: 2})
    assert used == Counter({1: 1, 2: 3, 7: 1})
