"""Worker processes: their order, how much is in hand, and how they end."""

import os
import select
import signal
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest

from store import processes
from store.errors import WorkerError
from store.imports.sources import Loaded, Reading, Sources
from store.imports.unpacking import AT_ONCE, Archive, Unpacked
from store.models import Issue
from store.press.outline import Outline
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
        if item > 2 and len(used) >= 4:
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
def test_a_stream_of_answers_ends_and_may_be_left(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as packed:
        for number in range(4):
            packed.writestr(f"{number}.txt", bytes(AT_ONCE))
    archive = Archive(os.fsencode(path), "a.zip")
    with Worker() as worker:
        left = worker.stream("unpack", archive, Unpacked)
        assert [file.path for file in next(left).files] == ["0.txt"]
        left.close()
        found = [some.files for some in worker.stream("unpack", archive, Unpacked)]
        assert [file.path for files in found for file in files] == [f"{n}.txt" for n in range(4)]
        assert worker.ask("outlines", [], list[Outline]) == []


@pytest.mark.slow
def test_an_archive_is_unpacked_within_bounds(tmp_path: Path) -> None:
    path = tmp_path / "bomb.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_BZIP2) as packed:
        packed.writestr("a.txt", bytes(300 * 2**20))
    size, told = (300 * 2**20).to_bytes(4, "little"), (2**20).to_bytes(4, "little")
    path.write_bytes(path.read_bytes().replace(size, told))
    with Worker() as worker:
        (found,) = worker.stream("unpack", Archive(os.fsencode(path), "bomb.zip"), Unpacked)
    assert "bomb.zip: this archive unpacks to more than one may" in str(found.refusal)


@pytest.mark.slow
def test_a_worker_whose_libraries_print_without_end_goes_on() -> None:
    """A page with so many attributes has lxml print a line for each when memory runs out."""
    attributes = " ".join(f"a{n}=1" for n in range(499))
    page = b"<html>" + f"<div {attributes}>x</div>".encode() * 1500
    with Worker() as worker:
        sources = Sources((Loaded("a.html", page), Loaded("b.txt", b"")), words=False)
        told: list[str] = []
        found, _ = worker.ask("read", sources, list[Reading], lambda: told.append("a part"))
        assert "a.html" in str(found.error)
        assert told == ["a part"] * 2


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
