"""Which files of watched folders are in a library already."""

import pytest

from store.backends.files import Files
from store.reader import watched
from store.reader.watched import Watched


def test_what_was_taken_in_is_known_the_next_time_by_library(files: Files) -> None:
    assert Watched(files).of("ours") == {}
    Watched(files).keep("ours", {"/in/a": (7, 1), "/in/b": (8, 2)})
    Watched(files).keep("theirs", {"/in/b": (8, 2)})
    assert Watched(files).of("ours") == {"/in/a": (7, 1), "/in/b": (8, 2)}
    assert Watched(files).of("theirs") == {"/in/b": (8, 2)}


def test_a_file_that_has_changed_is_another_for_all(files: Files) -> None:
    Watched(files).keep("ours", {"/in/a": (7, 1)})
    Watched(files).keep("theirs", {"/in/a": (7, 3)})
    assert Watched(files).of("ours") == {}
    assert Watched(files).of("theirs") == {"/in/a": (7, 3)}


def test_the_oldest_are_forgotten_and_names_that_are_no_text_never_kept(
    files: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watched, "MOST", 2)
    Watched(files).keep("ours", {f"/in/{name}": (7, 1) for name in ("a", "\udcff", "b", "c")})
    assert list(Watched(files).of("ours")) == ["/in/b", "/in/c"]
