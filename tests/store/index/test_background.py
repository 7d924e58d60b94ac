"""The index brought up to date beside the reader."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from store.index.background import indexing
from store.index.search import open_searcher
from store.library.library import Library, open_library
from store.reader.marks import Marks
from tui.app import DubaoApp


def with_papers(folder: Path, builder: Callable[..., Any]) -> Library:
    library = open_library(folder / "library", state=folder / "state")
    for day in range(1, 6):
        builder().on(2024, 3, day).page("1").article(f"防汛{day}").add_to(library)
    return library


def lacking(library: Library, marks: Marks) -> int:
    return open_searcher(library, marks).lacking()


async def test_it_says_how_far_it_is(tmp_path: Path, builder: type, marks: Marks) -> None:
    library = with_papers(tmp_path, builder)
    assert lacking(library, marks) == 5
    told = [each async for each in indexing(library.path)]
    assert told[-1] == (5, 5)
    assert lacking(library, marks) == 0


async def test_the_reader_has_it_made_and_asks_again(
    tmp_path: Path, builder: type, marks: Marks
) -> None:
    library = with_papers(tmp_path, builder)
    app = DubaoApp(library, marks)
    async with app.run_test(size=(120, 30)) as pilot:
        while lacking(library, marks):
            await pilot.pause()
        builder().on(2024, 3, 9).page("1").article("新到").add_to(library)
        while lacking(library, marks) or "2024-03-09" not in str(
            [row.label for row in app.screen.issues.rows]  # type: ignore[attr-defined]
        ):
            await pilot.pause(0.05)
