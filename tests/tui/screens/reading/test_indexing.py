"""The index is brought up to date beside the reader."""

from pathlib import Path
from typing import Any

from store.library.library import open_library
from tests.tui.screens.reading.fake_host import FakeHost
from tui.screens.reading.indexing import Indexing
from tui.state.session import Session


def test_a_guest_writes_no_index(host: FakeHost) -> None:
    told: list[str] = []
    host.outside.restricted = True
    Indexing(host, told.append, lambda: told.append("done")).start()
    assert told == []


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
