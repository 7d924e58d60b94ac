"""Feeds of any kind are bounded."""

import pytest

from store.errors import SourceError
from store.press.feed.entries import MOST, check_count, damaged


def test_a_feed_has_so_many_entries_at_most() -> None:
    check_count(MOST, "a.xml")
    with pytest.raises(SourceError, match=r"^a\.xml: 10,001 entries are more than the limit"):
        check_count(MOST + 1, "a.xml")


def test_a_damaged_feed_is_named() -> None:
    assert str(damaged("a.xml")).startswith("a.xml: this feed is damaged")
