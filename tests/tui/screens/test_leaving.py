"""Leaving always ends the reader, whatever cannot be kept or read any more."""

import fcntl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from store.library.library import open_library
from store.reader.marks import open_marks
from tui.app import DubaoApp

QUITS = ("q", "ctrl+q", "ctrl+c")


@contextmanager
def a_file(state: Path) -> Iterator[None]:
    state.write_text("x")
    yield


@contextmanager
def held(state: Path) -> Iterator[None]:
    state.mkdir()
    with (state / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@pytest.fixture
def library(tmp_path: Path, builder: Callable[..., Any]) -> Path:
    """Give the folder of a library with one issue."""
    with open_library(tmp_path / "library") as library:
        builder().on(2024, 3, 5).page("1").article("防汛").article("春茶").add_to(library)
    return tmp_path / "library"


@pytest.mark.parametrize("key", QUITS)
@pytest.mark.parametrize("spoil", [a_file, held])
async def test_a_state_that_takes_nothing_holds_nobody_and_is_told_of_afterwards(
    drive: Any, library: Path, tmp_path: Path, key: str, spoil: Any
) -> None:
    state = tmp_path / "state"
    app = DubaoApp(open_library(library), open_marks(state))
    with spoil(state):
        async with drive(app, (80, 24)) as reader:
            await reader.press(key)
            assert not app.is_running
    assert len(app.untold) == 1
    assert str(state) in str(app.untold[0])


@pytest.mark.parametrize("key", QUITS)
async def test_a_library_that_fails_meanwhile_costs_the_picture_of_the_next_start_alone(
    drive: Any, library: Path, tmp_path: Path, key: str
) -> None:
    catalogue = list(library.glob("*.json"))
    watched = [str(path) for path in catalogue]
    app = DubaoApp(open_library(library), open_marks(tmp_path / "state"), watched=watched)
    async with drive(app, (80, 24)) as reader:
        for path in catalogue:
            path.write_bytes(b"{")
        await reader.press(key)
        assert not app.is_running
    assert app.left_off is None


@pytest.mark.parametrize("key", QUITS)
async def test_a_place_that_is_spoiled_meanwhile_is_set_aside_and_kept_anew(
    drive: Any, library: Path, tmp_path: Path, key: str
) -> None:
    state = tmp_path / "state"
    app = DubaoApp(open_library(library), open_marks(state))
    async with drive(app, (80, 24)) as reader:
        state.mkdir(exist_ok=True)
        (state / "place.json").write_bytes(b"{")
        await reader.press(key)
        assert not app.is_running
    assert list(state.glob("place.json.damaged-*"))
    assert open_marks(state).place().article
