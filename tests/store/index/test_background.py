"""The index brought up to date by a process beside the one that reads."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from store.index.background import indexing
from store.index.search import open_searcher
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
    told = [each async for each in indexing(library.path)]
    assert told[-1] == (5, 5)
    assert lacking(library, marks) == 0
