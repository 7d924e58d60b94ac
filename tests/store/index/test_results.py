"""What a search has to say, and the addresses of what it found."""

import pytest

from store.index.hits import Hits
from store.index.results import Budget, Results, addresses, never
from store.library.library import Library
from store.messages import Message
from tests.store.index.fake_library import CountingLibrary

NEW, OLD = "qingxibao-2024-03-05", "qingxibao-2023-12-31"

pytestmark = pytest.mark.parametrize("indexed", ["no index"], indirect=True)


def test_articles_found_are_counted(indexed: str) -> None:
    assert Results(Hits({NEW: b"\0\1\1", OLD: b"\1"})).articles == 3
    assert Results().articles == 0
    assert never() is False


def test_addresses_are_those_of_the_articles_found(shelf: Library) -> None:
    hits = Hits({NEW: b"\0\1\1", OLD: b"\1"})
    names = (f"{NEW}/1.2", f"{NEW}/2.1", f"{OLD}/A5.1")
    assert addresses(shelf, hits) == (names, ())


def test_an_issue_that_cannot_be_read_is_told_of(shelf: Library) -> None:
    broken = CountingLibrary(shelf, OLD)
    hits = Hits({OLD: b"\1", NEW: b"\0\1\1"})
    assert addresses(broken, hits) == ((f"{NEW}/1.2", f"{NEW}/2.1"), (Message("damaged"),))


def test_a_budget_is_of_steps_and_may_be_cancelled(indexed: str) -> None:
    budget = Budget(steps=3)
    assert not budget()
    assert not budget.take(2)
    assert budget()
    assert budget.spent
    cancelled = Budget(lambda: True)
    assert cancelled()
    assert not cancelled.spent
