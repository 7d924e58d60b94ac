"""Kills of those who write an archive in PostgreSQL, and of its primary: what was told stays.

24 kills of writers and 2 of the primary, each with a promotion; with DUBAO_LONG 200 and 20. Run
with ``-s`` to see the counts.
"""

import os
import random
import select
import signal
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from store.backends.memory import MemoryFiles
from store.backends.postgres.files import PostgresFiles
from store.backends.postgres.schema import make_archive
from store.errors import AwayError, UnsureError
from store.library.library import Library, open_library
from tests.clusters import Cluster, a_folder, needs_postgres
from tests.conftest import LONG, PaperBuilder
from tests.store.durability.actions import (
    Tell,
    act,
    choose,
    in_child,
    seen,
    source,
    told_by,
    until_killed,
)

pytestmark = [pytest.mark.slow, needs_postgres]

KILLS, FAILOVERS = (200, 20) if LONG else (24, 2)


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let an archive's cache be a test's own."""
    monkeypatch.setenv("DUBAO_CACHE", str(tmp_path / "cache"))


def test_an_archive_whose_writers_are_killed_loses_nothing_acknowledged(
    cluster: Cluster, archive: PostgresFiles
) -> None:
    act(Library(MemoryFiles()), ["add", 1])  # what it takes is loaded once for all
    chance = random.Random(7)
    acknowledged = 0
    for kill in range(KILLS):
        model = Library(in_memory(archive))
        does = partial(_act, cluster.address(), random.Random(kill))
        told = until_killed(does, chance.uniform(0, 0.05), chance.randrange(1, 7))
        begun = [action for verb, *rest in told for action in rest if verb == "begun"]
        done = sum(verb == "done" for verb, *_ in told)
        acknowledged += done
        for action in begun[:done]:
            act(model, action)
        found = seen(Library(archive))
        if found != seen(model) and len(begun) > done:
            act(model, begun[done])
        assert found == seen(model), told
    assert acknowledged
    print(f"\n{KILLS} kills, {acknowledged} acknowledged changes, none lost")


def in_memory(files: PostgresFiles) -> MemoryFiles:
    """Return a copy of an archive's files."""
    copy = MemoryFiles()
    for name in files.names(""):
        copy.write(name, files.read(name) or b"")
    return copy


def _act(address: str, chance: random.Random, tell: Tell) -> None:
    """Do one thing after another to the library, and tell before and after each."""
    library = open_library(address)
    while True:
        action = choose(chance, library)
        tell(["begun", action])
        act(library, action)
        tell(["done"])


@pytest.fixture
def folder() -> Iterator[Path]:
    """Give a folder for clusters."""
    with a_folder() as folder:
        yield folder


def test_a_primary_that_is_killed_and_replaced_loses_nothing_acknowledged(folder: Path) -> None:
    chance, lost, acknowledged = random.Random(9), set[int](), set[int]()
    primary = Cluster(folder / "0")
    primary.make()
    primary.start()
    primary.sql("CREATE DATABASE papers")
    make_archive(primary.address())
    for failover in range(1, FAILOVERS + 1):
        standby = Cluster(folder / str(failover))
        standby.follow(primary)
        standby.start()
        primary.wait_for_standby(True)
        both = f"postgresql://postgres@{primary.host},{standby.host}/papers"
        child, pipe = in_child(partial(_add, both, failover * 10_000))
        first = b""
        while first.count(b"done") < 3:
            first += os.read(pipe, 4096)
        select.select([], [], [], chance.uniform(0, 0.5))
        primary.stop()
        standby.wait_for_standby(False)
        standby.promote()
        library = open_library(both)
        library.add_all([])
        os.kill(child, signal.SIGKILL)
        acknowledged |= {number for verb, number in told_by(pipe, first) if verb == "done"}
        os.waitpid(child, 0)
        there = {row.id for row in open_library(standby.address()).rows()}
        lost |= {number for number in acknowledged if paper(number).issue().id not in there}
        primary = standby
    print(f"\n{FAILOVERS} failovers, {len(acknowledged)} acknowledged issues, {len(lost)} lost")
    assert acknowledged
    assert not lost


def paper(number: int) -> PaperBuilder:
    """Return the source of this number, each of a day of its own."""
    return source(number, dated=True, after=number)


def _add(address: str, first: int, tell: Tell) -> None:
    """Add one issue after another, and tell of each that was acknowledged."""
    library = open_library(address)
    for number in range(first, first + 10_000):
        tell(["begun", number])
        try:
            library.add(paper(number).issue(), paper(number).original)
        except (AwayError, UnsureError):
            continue
        tell(["done", number])
