"""A library with a file missing or damaged: the reader says so and goes on."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from store.library.library import open_library
from store.reader.marks import Marks
from tui.app import DubaoApp
from tui.panes.issues import IssueList

SIZES = [(80, 24), (120, 40)]


def missing(path: Path) -> None:
    path.unlink()


def damaged(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:200])


@pytest.fixture(params=[missing, damaged])
def broken(
    request: pytest.FixtureRequest, tmp_path: Path, marks: Marks, builder: Callable[..., Any]
) -> DubaoApp:
    """Give a reader of three issues of which the one in the middle is broken."""
    library = open_library(tmp_path / "library")
    for day in (1, 3, 5):
        paper = builder("临江报").on(2024, 3, day).page("1")
        paper.article(f"{day}日防汛", "堤上无险。").article(f"{day}日春茶").add_to(library)
    (path,) = (tmp_path / "library").rglob("*2024-03-03*.json")
    request.param(path)
    return DubaoApp(open_library(tmp_path / "library"), marks)


@pytest.mark.parametrize("size", SIZES)
async def test_one_reads_on_past_it(drive: Any, broken: DubaoApp, size: tuple[int, int]) -> None:
    async with drive(broken, size) as reader:
        assert reader.shown == "linjiangbao-2024-03-05/1.1"
        listed = reader.reading.query_one(IssueList)
        await reader.press("home")
        while listed.row and listed.row.id != "linjiangbao-2024-03-03":
            await reader.press("down")
        await reader.press("enter")
        assert "dubao check --repair" in reader.told
        for keys in (("f", "escape"), ("A",), ("u",), ("greater_than_sign",), ("less_than_sign",),
                     ("C", "escape"), ("M", "s"), ("u",), ("a", "escape"), ("i", "escape"),
                     ("D",), ("u",)):  # fmt: skip
            await reader.press(*keys)
        await reader.press("slash", *"防汛", "enter")
        assert {"5日防汛", "1日防汛"} <= set(reader.labels)
        await reader.press("T", "escape", "escape", "space", "space", "space", "space")
        assert broken.is_running


async def test_where_one_left_off_may_be_gone(
    drive: Any, broken: DubaoApp, marks: Marks, tmp_path: Path
) -> None:
    async with drive(broken, (80, 24)) as reader:
        await reader.press("q")
    (path,) = (tmp_path / "library").rglob("*2024-03-05*.json")
    path.unlink()
    again = DubaoApp(open_library(tmp_path / "library"), marks)
    async with drive(again, (80, 24)) as reader:
        assert reader.shown == "linjiangbao-2024-03-01/1.1"
