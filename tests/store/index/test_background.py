"""The index brought up to date by a process beside the one that reads."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from store.errors import DubaoError
from store.index.background import indexing
from store.index.search import open_searcher
from store.index.storage.location import index_file, lock_file
from store.library.library import Library, open_library
from store.reader.marks import Marks


def with_papers(folder: Path, builder: Callable[..., Any]) -> Library:
    library = open_library(folder / "library", state=folder / "state")
    for day in range(1, 6):
        builder().on(2024, 3, day).page("1").article(f"防汛{day}").add_to(library)
    return library


def lacking(library: Library, marks: Marks) -> int:
    return open_searcher(library, marks).lacking()


@pytest.mark.slow
async def test_it_says_how_far_it_is(tmp_path: Path, builder: type, marks: Marks) -> None:
    library = with_papers(tmp_path, builder)
    assert lacking(library, marks) == 5
    told = [each async for each in indexing(library.address)]
    assert told[-1] == (5, 5)
    assert lacking(library, marks) == 0


@pytest.mark.slow
async def test_it_says_why_it_fails(tmp_path: Path, builder: type) -> None:
    library = with_papers(tmp_path, builder)
    lock_file(index_file(library)).mkdir()
    with pytest.raises(DubaoError, match="the index cannot be written"):
        await drained(str(library.path))


async def test_it_says_that_the_process_has_died(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("store.index.background.sys.executable", shutil.which("false"))
    with pytest.raises(DubaoError, match=r"has ended \(1\)"):
        await drained(str(tmp_path))


async def drained(library: str) -> None:
    async for _ in indexing(library):
        pass
