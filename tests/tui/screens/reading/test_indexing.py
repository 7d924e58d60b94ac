"""The index is brought up to date beside the reader."""

from collections.abc import AsyncGenerator
from pathlib import Path
from typing import Any

import pytest

from store.errors import LibraryError
from store.index.search import open_searcher
from store.library.library import open_library
from store.reader.marks import Marks
from tests.tui.screens.reading.fake_host import FakeHost
from tui.app import DubaoApp
from tui.screens.reading.indexing import Indexing
from tui.state.session import Session


async def test_it_is_made_at_the_start_and_follows_what_others_import(
    drive: Any, tmp_path: Path, builder: Any, marks: Marks
) -> None:
    library = open_library(tmp_path / "library", state=tmp_path / "state")
    builder().on(2024, 3, 5).page("1").article("防汛").add_to(library)
    async with drive(DubaoApp(library, marks), (120, 30)) as reader:
        assert open_searcher(library, marks).lacking() == 0
        builder().on(2024, 3, 9).page("1").article("新到").add_to(open_library(library.path))
        assert open_searcher(library, marks).lacking() == 1
        reader.reading.view.look()
        await reader.settle()
        assert open_searcher(library, marks).lacking() == 0
        assert any("2024-03-09" in label for label in reader.labels)


def test_a_guest_writes_no_index(host: FakeHost) -> None:
    told: list[str] = []
    host.outside.restricted = True
    Indexing(host, told.append, lambda: told.append("done")).start()
    assert told == []


@pytest.mark.slow
def test_the_index_is_made_and_then_all_is_known(
    host: FakeHost, tmp_path: Path, builder: Any
) -> None:
    told: list[str] = []
    own = open_library(tmp_path / "own")
    builder("清溪报").on(2024, 3, 9).page("1").article("采茶", "春茶开园。").add_to(own)
    host.begin(Session(own, host.session.marks))
    assert host.session.narrowing.lacking() == 1
    Indexing(host, told.append, lambda: told.append("done")).start()
    assert told[-1] == "done"
    assert told[0].startswith("indexing ")
    assert host.session.narrowing.lacking() == 0


@pytest.mark.parametrize("fails", [LibraryError("The disk is full."), LibraryError("No room.")])
def test_a_failure_is_told_once(
    host: FakeHost,
    tmp_path: Path,
    builder: Any,
    monkeypatch: pytest.MonkeyPatch,
    fails: LibraryError,
) -> None:
    async def indexing(_library: Path) -> AsyncGenerator[tuple[int, int], None]:
        yield 1, 2
        raise fails

    own = open_library(tmp_path / "own")
    builder("清溪报").on(2024, 3, 9).page("1").article("采茶", "春茶开园。").add_to(own)
    host.begin(Session(own, host.session.marks))
    monkeypatch.setattr("store.index.background.indexing", indexing)
    told: list[str] = []
    it = Indexing(host, told.append, lambda: told.append("done"))
    it.start()
    assert told[-1] == "done"
    assert host.told == str(fails)
    host.told = ""
    it.start()
    assert host.told == ""
