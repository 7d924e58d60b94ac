"""Worker processes: their order, how much is in hand, and how they end."""

import os
import select
import signal
import subprocess
import sys
from collections.abc import Iterator
from threading import Event

import pytest

from store import processes
from store.errors import WorkerError
from store.imports.sources import Loaded, Reading, Sources
from store.models import Issue
from store.processes import Worker, spread


@pytest.fixture(autouse=True)
def _four_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "cores", lambda: 4)


def test_what_is_done_comes_in_order_whoever_is_first() -> None:
    last = Event()

    def do(worker: Worker, item: int) -> int:
        if item == 0:
            last.wait()
        if item == 3:
            last.set()
        return item * item

    assert list(spread(do, range(9))) == [(item, item * item) for item in range(9)]


def test_items_are_taken_when_they_are_needed() -> None:
    taken = 0

    def items() -> Iterator[int]:
        nonlocal taken
        while taken < 1000:
            taken += 1
            yield taken

    for at, (item, _) in enumerate(spread(lambda worker, item: None, items()), 1):
        assert item == at
        assert taken - at < 2 * 4 + 1


def test_little_is_done_by_one_worker_and_much_by_all() -> None:
    used: set[int] = set()
    all_at_once = Event()

    def do(worker: Worker, item: int) -> None:
        used.add(id(worker))
        if item > 2 and len(used) == 4:
            all_at_once.set()
        if item > 2:
            all_at_once.wait()

    list(spread(do, [1, 2]))
    assert len(used) == 1
    list(spread(do, range(3, 20)))
    assert len(used) >= 4


@pytest.mark.slow
def test_a_worker_that_dies_says_why_and_the_next_takes_its_place() -> None:
    with Worker() as worker:
        assert worker.ask("extract_keywords", [Issue()], list[Issue]) == [Issue()]
        with pytest.raises(WorkerError, match="Expected `array`"):
            worker.ask("extract_keywords", 1, list[Issue])
        assert worker.ask("extract_keywords", [], list[Issue]) == []
    with pytest.raises(WorkerError):
        worker.ask("extract_keywords", [], list[Issue])


@pytest.mark.slow
def test_a_worker_whose_libraries_print_without_end_goes_on() -> None:
    """A page with so many attributes has lxml print a line for each when memory runs out."""
    attributes = " ".join(f"a{n}=1" for n in range(499))
    page = b"<html>" + f"<div {attributes}>x</div>".encode() * 1500
    with Worker() as worker:
        sources = Sources((Loaded("a.html", page),), words=False)
        (found,) = worker.ask("read", sources, list[Reading])
        assert "a.html" in str(found.error)


@pytest.mark.slow
def test_a_worker_that_cannot_be_started(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/no/such/python")
    with Worker() as worker, pytest.raises(WorkerError, match="/no/such/python"):
        worker.ask("extract_keywords", [], list[Issue])


@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="Linux tells of the end of any process")
@pytest.mark.slow
def test_no_worker_outlives_the_process_that_asks() -> None:
    script = (
        "from store.models import Issue\n"
        "from store.processes import Worker\n"
        "worker = Worker()\n"
        "worker.ask('extract_keywords', [], list[Issue])\n"
        "print(worker._process.pid, flush=True)\n"
        "input()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as asks:
        assert asks.stdout
        ended = os.pidfd_open(int(asks.stdout.readline()))
        try:
            asks.send_signal(signal.SIGKILL)
            assert select.select([ended], [], [], 30)[0]
        finally:
            os.close(ended)
