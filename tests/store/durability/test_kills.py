"""``kill -9`` in the middle of a write: all of it is there, or nothing, and what was told stays.

At each step of an action on purpose, and at random instants of many: 24 for a library and as many
for marks, 2,000 with DUBAO_LONG. Run with ``-s`` to see the counts.
"""

import random
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import count
from pathlib import Path

import pytest

from store.backends.disk import DiskFiles
from store.library import catalogue_file
from store.library.library import Library, open_library
from store.models import Mark
from store.reader.marks import Marks
from tests.conftest import LONG
from tests.store.durability.actions import (
    SOURCES,
    Action,
    Tell,
    act,
    act_on_marks,
    choose,
    choose_marks,
    copied,
    seen,
    until_killed,
)

pytestmark = pytest.mark.slow

LeftByKills = Callable[[Path, Callable[[], object]], Iterable[Path]]

KILLS = 2000 if LONG else 24
LONGEST = 0.1
"""Seconds after which a process is killed at the latest: some fifteen actions."""

DAY = "linjiangbao-2024-03-02"
NEXT = ["add", 59]
ACTIONS: dict[str, tuple[list[Action], Action]] = {
    "new": ([], ["add", 1]),
    "several": ([["add", 2]], ["add", 1, 3, 9]),
    "merged": ([["add", 1]], ["date", 5]),
    "redated": ([["add", 5]], ["date", 5]),
    "redated and merged": ([["add", 1, 5]], ["date", 5]),
    "corrected": ([["add", 1, 9]], ["move", DAY, 0, "9"]),
    "undone": ([["add", 1, 9], ["move", DAY, 0, "9"]], ["undo", DAY]),
    "removed": ([["add", 1, 9]], ["remove", DAY]),
    "restored": ([["add", 1, 2], ["remove", DAY]], ["restore", DAY]),
    "restored by adding": ([["add", 1, 2], ["remove", DAY]], ["add", 1]),
    "restored and merged": ([["add", 1], ["remove", DAY], ["add", 9]], ["restore", DAY]),
    "emptied": ([["add", 1, 2], ["remove", DAY], ["add", 9]], ["empty"]),
}


@pytest.fixture(autouse=True)
def _often_folded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let what is recent in a catalogue be taken into its base when four rows are."""
    monkeypatch.setattr(catalogue_file, "ROOM", 3)


@pytest.mark.parametrize(("before", "last"), ACTIONS.values(), ids=ACTIONS)
def test_a_kill_at_any_step_leaves_all_or_nothing(
    before: list[Action], last: Action, tmp_path: Path, left_by_kills: LeftByKills
) -> None:
    done: list[bool] = []
    whole = open_library(tmp_path / "whole")
    for action in before:
        act(whole, action)
    old = seen(whole)
    for folder in left_by_kills(whole.path, lambda: act(open_library(whole.path), last)):
        library = open_library(folder)
        found = seen(library)
        if found == old:
            act(library, last)
        new = seen(library)
        assert new != old
        assert seen(open_library(folder)) == new
        done.append(found == new)
        assert found in (old, new)
        act(library, NEXT)
        assert not list(folder.rglob(".new")), "the next write takes away what is stale"
    assert done == sorted(done), "nothing is seen until all is"
    assert len(done) > 8


@dataclass
class Counts:
    """What came of the kills: it is printed when the test has ended."""

    kills: int = 0
    acknowledged: int = 0
    done: int = 0
    """Actions that were not acknowledged, and yet are there whole."""
    partly: int = 0
    """Marks of several files that are there in part: each as a whole."""


@pytest.fixture
def counts() -> Iterator[Counts]:
    """Give counts."""
    found = Counts()
    yield found
    print(f"\n{found}")


def test_a_library_killed_at_random_instants_loses_nothing_it_acknowledged(
    tmp_path: Path, counts: Counts
) -> None:
    chance = random.Random(5)
    for kill in range(KILLS):
        folder = tmp_path / str(kill // 12)
        model = Library(copied(folder))
        told = until_killed(partial(_act, folder, random.Random(kill)), chance.uniform(0, LONGEST))
        pending = _replay(told, partial(act, model), counts)
        found = seen(open_library(folder))
        if found != seen(model) and pending:
            act(model, pending)
            counts.done += 1
        assert found == seen(model), told
        act(open_library(folder), ["add", SOURCES + kill])
        assert not list(folder.rglob(".new")), "the next write takes away what is stale"


def test_marks_killed_at_random_instants_lose_nothing_acknowledged(
    tmp_path: Path, counts: Counts
) -> None:
    chance = random.Random(6)
    for kill in range(KILLS):
        folder = tmp_path / str(kill // 12)
        model = Marks(copied(folder), _clock(kill))
        told = until_killed(partial(_mark, folder, kill), chance.uniform(0, LONGEST))
        pending = _replay(told, partial(act_on_marks, model), counts)
        found, before = _marks(Marks(DiskFiles(folder))), _marks(model)
        if pending:
            act_on_marks(model, pending)
        after = _marks(model)
        both = {key: {before.get(key), after.get(key)} for key in before | after}
        assert all(found.get(key) in mark for key, mark in both.items()), told
        assert found.keys() <= both.keys()
        counts.done += found == after != before
        counts.partly += before != found != after


def _act(folder: Path, chance: random.Random, tell: Tell) -> None:
    """Do one thing after another to the library, and tell before and after each."""
    library = open_library(folder)
    while True:
        action = choose(chance, library)
        tell(["begun", action])
        act(open_library(folder), action)
        tell(["done"])


def _mark(folder: Path, kill: int, tell: Tell) -> None:
    """Do one thing after another to marks, and tell before and after each."""
    marks, chance = Marks(DiskFiles(folder), _clock(kill)), random.Random(kill)
    while True:
        action = choose_marks(chance)
        tell(["begun", action])
        act_on_marks(marks, action)
        tell(["done"])


def _replay(told: list[Action], do: Callable[[Action], None], counts: Counts) -> Action | None:
    """Do again what was acknowledged; return what was begun and not acknowledged."""
    begun = [action for verb, *rest in told for action in rest if verb == "begun"]
    acknowledged = sum(verb == "done" for verb, *_ in told)
    for action in begun[:acknowledged]:
        do(action)
    counts.kills += 1
    counts.acknowledged += acknowledged
    return begun[acknowledged] if len(begun) > acknowledged else None


def _clock(kill: int) -> Callable[[], datetime]:
    """Return a clock that goes on by a second each time, later than those of kills before."""
    ticks = count(kill * 10_000)
    return lambda: datetime(2024, 3, 5, tzinfo=UTC) + timedelta(seconds=next(ticks))


def _marks(marks: Marks) -> dict[str, Mark]:
    return {mark.key: mark for mark in marks.all()}
