"""Issues that go from one library to another while others come from there: none is lost."""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from store.errors import LibraryError
from store.library.library import Library, open_library
from tests.store.durability.actions import act


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Library, Library]:
    """Give two libraries of two issues each."""
    one, other = open_library(tmp_path / "one"), open_library(tmp_path / "other")
    act(one, ["add", 1, 2])
    act(other, ["add", 3, 4])
    return one, other


def ids(library: Library) -> set[str]:
    return {row.id for row in library.rows()}


def test_two_opposite_moves_both_end(pair: tuple[Library, Library]) -> None:
    """Each waits in the middle of its first issue until the other has begun."""
    one, other = pair
    before = ids(one), ids(other)
    turns = threading.Barrier(2)
    told: dict[str, Any] = {}

    def move(name: str, here: Path, there: Path, names: set[str]) -> None:
        turns.wait()
        told[name] = open_library(here).move(sorted(names), open_library(there))

    moves = [
        threading.Thread(target=move, args=("to", one.path, other.path, before[0])),
        threading.Thread(target=move, args=("fro", other.path, one.path, before[1])),
    ]
    for each in moves:
        each.start()
    for each in moves:
        each.join()
    assert [added.status for added in (*told["to"], *told["fro"])] == ["new"] * 4
    assert (ids(one), ids(other)) == (before[1], before[0])


def test_locks_are_taken_in_one_order_whoever_asks(
    pair: tuple[Library, Library], monkeypatch: pytest.MonkeyPatch
) -> None:
    order: list[Path] = []
    lock = type(pair[0].files).lock

    def noted(files: Any, patience: float | None = None) -> Any:
        order.append(files.folder)
        return lock(files, patience)

    monkeypatch.setattr(type(pair[0].files), "lock", noted)
    one, other = pair
    one.move([*ids(one)], other)
    other.move([*ids(other)], one)
    assert order[:2] == order[2:4]
    assert len(order) == 4, "no lock is taken while another is held out of that order"


@pytest.mark.parametrize("path", ["link", "one/../one"])
def test_one_library_by_two_paths_is_refused(
    pair: tuple[Library, Library], tmp_path: Path, path: str
) -> None:
    one, _ = pair
    (tmp_path / "link").symlink_to(one.path)
    before = ids(one)
    with pytest.raises(LibraryError, match="already in this library"):
        one.move(before, open_library(tmp_path / path))
    assert ids(one) == before


def test_of_a_batch_only_what_fails_stays(pair: tuple[Library, Library]) -> None:
    one, other = pair
    first, second = sorted(ids(one))
    for sha256 in one.copy(first).originals:
        (one.path / "sources" / f"{sha256}.gz").unlink()
    failed, added, none = one.move([first, second, "none"], other)
    assert isinstance(failed, Exception)
    assert isinstance(none, Exception)
    assert not isinstance(added, Exception)
    assert (ids(one), ids(other) >= {second}) == ({first}, True)


@pytest.mark.slow
def test_a_move_killed_at_any_step_loses_nothing(
    tmp_path: Path, killed_at: Callable[..., bool]
) -> None:
    killed, step = True, 0
    while killed:
        root = tmp_path / str(step)
        one, other = open_library(root / "one"), open_library(root / "other")
        act(one, ["add", 1, 2])
        before = {row.id: one.issue(row.id) for row in one.rows()}

        def go(one: Path = one.path, other: Path = other.path) -> None:
            library = open_library(one)
            library.move([row.id for row in library.rows()], open_library(other))

        killed = killed_at(root, step, go)
        assert ids(one) | ids(other) == before.keys()
        go()
        assert ids(one) == set()
        assert {name: other.issue(name) for name in before} == before
        step += 1
    assert step > 10
