"""What a reader has been told of in brief."""

import pytest

from store.backends.files import Files
from store.reader import briefed
from store.reader.briefed import Briefed


def test_what_was_told_of_is_known_the_next_time(files: Files) -> None:
    assert Briefed(files).keys() == ()
    Briefed(files).keep(["a1", "b2"])
    Briefed(files).keep(["b2", "c3"])
    assert Briefed(files).keys() == ("a1", "b2", "c3")


def test_the_oldest_are_forgotten(files: Files, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(briefed, "MOST", 2)
    Briefed(files).keep(["a1", "b2", "c3"])
    assert Briefed(files).keys() == ("b2", "c3")
