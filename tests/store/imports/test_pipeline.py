"""A bulk import: what becomes of each input, in order, through crashes and interruptions."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

import store.imports.worker
from store.errors import LibraryError, WorkerError
from store.imports.pipeline import (
    ISSUES,
    READ,
    Outcome,
    import_inputs,
    keep,
    read_inputs,
    read_one,
    reimport,
)
from store.imports.sources import Input, Known, Loaded, Sources
from store.library.library import Library, open_library
from store.models import Article, Issue, Paper
from store.press.material import Material
from store.press.read import ROOMS
from store.press.result import PressResult, Report
from store.processes import Worker
from tests.forks import as_at_login


def dump(number: int) -> bytes:
    """Return the dump of an issue of its own day."""
    day = date(2020, 1, 1) + timedelta(number)
    head = f"第{number}座老桥修好了"
    story = f"本报讯（记者 白露）近日，望江县的{head}，今天重新通行，两岸的村民都来看。"
    lines = ("临江报", f"{day.year}年{day.month}月{day.day}日", "第1版 要闻", head, story)
    return "\n\n".join(lines).encode()


def inputs(*numbers: int) -> list[Input]:
    return [Input(f"{number}.txt", dump(number)) for number in numbers]


def status(outcome: Outcome) -> str:
    return outcome.added.status if outcome.added else "failed"


@pytest.mark.usefixtures("unworded")
def test_each_input_is_answered_for_in_order(library: Library) -> None:
    list(import_inputs(library, inputs(*range(0, 60, 3))))
    given = [*inputs(*range(40)), Input("empty.txt", b""), *inputs(3, 41, 41)]
    outcomes = list(import_inputs(library, given))
    assert [outcome.name for outcome in outcomes] == [source.name for source in given]
    expected = ["held" if number % 3 == 0 else "new" for number in range(40)]
    assert list(map(status, outcomes)) == [*expected, "failed", "held", "new", "held"]
    assert "empty.txt: the file is empty" in str(outcomes[40].error)
    assert all(outcome.result for outcome in outcomes if status(outcome) == "new")


@pytest.mark.usefixtures("unworded")
def test_nothing_is_made_of_nothing(tmp_path: Path) -> None:
    with open_library(tmp_path / "library") as library:
        assert list(import_inputs(library, [])) == []
        (outcome,) = import_inputs(library, [Input("empty.txt", b"")])
    assert outcome.error
    assert not (tmp_path / "library").exists()


@pytest.mark.usefixtures("unworded")
def test_inputs_are_taken_as_they_are_needed(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("store.processes.cores", lambda: 2)
    taken = 0

    def counted() -> Iterator[Input]:
        nonlocal taken
        for source in inputs(*range(7 * ISSUES)):
            taken += 1
            yield source

    for told, _ in enumerate(import_inputs(library, counted()), 1):
        assert taken - told <= 5 * ISSUES
    assert told == 7 * ISSUES


def asking(monkeypatch: pytest.MonkeyPatch, ask: Callable[[Sources], list[Any]]) -> None:
    monkeypatch.setattr(Worker, "ask", lambda worker, task, request, kind, told: ask(request))


@pytest.mark.usefixtures("unworded")
def test_how_far_all_have_come_is_heard_while_they_are_read(library: Library) -> None:
    heard: list[float] = []
    given = [*inputs(*range(5)), Input("absent.txt"), *inputs(5)]
    first = next(import_inputs(library, given, heard=heard.append))
    assert first.added
    assert heard == [READ] * 6, "of each that is read, before any is safe"
    heard.clear()
    assert len(list(import_inputs(library, [*given, *inputs(6)], heard=heard.append))) == 8
    assert round(sum(heard), 9) == 8
    list(read_inputs(given, heard=heard.append))
    assert round(sum(heard), 9) == 15


@pytest.mark.usefixtures("unworded")
def test_who_kills_a_worker_fails_alone(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    def ask(request: Sources) -> list[Any]:
        if any(source.name == "7.txt" for source in request.sources):
            raise WorkerError("SIGSEGV")
        return store.imports.worker.read(request)

    asking(monkeypatch, ask)
    failed = [o for o in import_inputs(library, inputs(*range(40))) if not o.added]
    (outcome,) = failed
    assert outcome.name == "7.txt"
    assert str(outcome.error).startswith("7.txt: ")
    assert "SIGSEGV" in str(outcome.error)
    assert len(library.rows()) == 39


@pytest.mark.usefixtures("unworded")
def test_who_kills_a_worker_with_its_words_comes_in_without_them(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def ask(request: Sources) -> list[Any]:
        if request.words and any(source.name == "7.txt" for source in request.sources):
            raise WorkerError("SIGPROF")
        return store.imports.worker.read(request)

    asking(monkeypatch, ask)
    outcomes = list(import_inputs(library, inputs(*range(10))))
    assert all(outcome.added for outcome in outcomes)
    warned = [o.name for o in outcomes if o.result and "SIGPROF" in str(o.result.issue.warnings)]
    assert warned == ["7.txt"]


@pytest.mark.usefixtures("unworded")
def test_what_cannot_be_added_fails_alone(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_all = library.add_all

    def full(pairs: list[tuple[Issue, bytes]]) -> list[Any]:
        if any(data == dump(5) for _, data in pairs):
            raise LibraryError("There is no room for it.")
        return list(add_all(pairs))

    monkeypatch.setattr(library, "add_all", full)
    outcomes = list(import_inputs(library, inputs(*range(20))))
    assert [o.name for o in outcomes if o.error] == ["5.txt"]
    assert str(outcomes[5].error) == "There is no room for it."
    assert len(library.rows()) == 19


@pytest.mark.usefixtures("unworded")
def test_a_library_that_takes_nothing_ends_the_import(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(pairs: object) -> list[Any]:
        raise LibraryError("The disk is full.")

    monkeypatch.setattr(library, "add_all", full)
    with pytest.raises(LibraryError, match="full"):
        list(import_inputs(library, inputs(*range(20))))
    monkeypatch.setattr(library, "writable", lambda: False)
    with pytest.raises(LibraryError, match="cannot be written"):
        list(import_inputs(library, inputs(1)))


@pytest.mark.usefixtures("unworded")
def test_an_import_that_is_closed_goes_on_from_there(library: Library) -> None:
    first = import_inputs(library, inputs(*range(60)))
    assert status(next(first)) == "new"
    first.close()
    assert 0 < len(library.rows()) < 60
    held = len(library.rows())
    outcomes = list(import_inputs(library, inputs(*range(60))))
    assert [status(outcome) for outcome in outcomes] == ["held"] * held + ["new"] * (60 - held)
    assert len(library.rows()) == 60


@pytest.mark.slow
@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGINT])
@pytest.mark.usefixtures("in_this_process")
def test_a_process_that_is_ended_leaves_whole_issues(tmp_path: Path, end: signal.Signals) -> None:
    papers = tmp_path / "papers"
    papers.mkdir()
    for number in range(90):
        (papers / f"{number:02}.txt").write_bytes(dump(number))
    command = "import sys; from tui.cli.main import main; sys.exit(main())"
    folders = ("--library", str(tmp_path / "library"))
    with subprocess.Popen(
        [sys.executable, "-c", command, *folders, "import", str(papers)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "LANGUAGE": "en"},
        preexec_fn=as_at_login,
    ) as process:
        assert process.stdout
        process.stdout.readline()  # as soon as one is in the library
        process.send_signal(end)
        _, said = process.communicate()
    with open_library(tmp_path / "library") as library:
        held = [row.id for row in library.rows()]
        assert 0 < len(held) < 90
        assert all(library.issue(name).articles[0].keywords for name in held)
        again = list(import_inputs(library, inputs(*range(90))))
        assert [o.added.issue for o in again if o.added and o.added.status == "held"] == held[::-1]
        assert len(library.rows()) == 90
    if end == signal.SIGKILL:
        assert process.returncode == -end
    else:
        assert process.returncode == 130
        assert re.fullmatch(r"dubao: \d+ of 90 are in the library; .* from there\.\n", said)


GREEDY = """
import functools
import store.press.limits
store.press.limits.limited = functools.partial(store.press.limits.limited, 0.5)
import store.press.read

def room(material):
    if b"spin" in material.data:
        sum(range(10**15))
    bytearray(10**9)

store.press.read.ROOMS["web"] = room
"""


@pytest.mark.slow
@pytest.mark.parametrize("files", ["disk"], indirect=True)
def test_a_source_that_wants_too_much_fails_alone(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "sitecustomize.py").write_text(GREEDY)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    greedy = [Input("spin.html", b"<html>spin"), Input("large.html", b"<html>allocate")]
    first, second, third = inputs(1, 2, 3)
    outcomes = list(import_inputs(library, [first, greedy[0], second, greedy[1], third]))
    assert list(map(status, outcomes)) == ["new", "failed", "new", "failed", "new"]
    assert "took longer" in str(outcomes[1].error)
    assert "more memory" in str(outcomes[3].error)


@pytest.mark.usefixtures("unworded")
def test_each_issue_of_a_source_has_its_outcome(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def room(material: Material) -> list[PressResult]:
        issue = Issue(
            Paper("临江报"), sources=(material.source(),), articles=(Article(headline="新桥"),)
        )
        return [PressResult(replace(issue, date=date(2024, 3, day)), Report()) for day in (5, 6)]

    monkeypatch.setitem(ROOMS, "feed", room)
    given = [*inputs(1), Input("feed.xml", b"<rss></rss>"), *inputs(2)]
    outcomes = list(import_inputs(library, given))
    assert [outcome.name for outcome in outcomes] == ["1.txt", "feed.xml", "feed.xml", "2.txt"]
    assert list(map(status, outcomes)) == ["new"] * 4
    held = list(import_inputs(library, given))
    assert list(map(status, held)) == ["held"] * 3, "it is not read again"
    library.remove("linjiangbao-2024-03-05")
    again = [each.added for each in import_inputs(library, given[1:2]) if each.added]
    assert [(each.issue, each.status) for each in again] == [
        ("linjiangbao-2024-03-05", "restored"),
        ("linjiangbao-2024-03-06", "held"),
    ]
    (read,) = reimport(library, "linjiangbao-2024-03-06").after.sources
    assert read.part == "2024-03-06"


@pytest.mark.usefixtures("unworded")
def test_what_was_fetched_keeps_the_day_when_it_arrived(library: Library) -> None:
    feed = "<rss><channel><title>临江报</title><item><title>新桥通车</title></item></channel></rss>"
    known = Known(arrived=datetime(2024, 3, 5, 1, tzinfo=UTC))
    source = Input("https://linjiang.example/feed", feed.encode())
    (outcome,) = import_inputs(library, [source], known)
    assert outcome.added is not None
    assert outcome.added.issue == "linjiangbao-2024-03-05"
    assert not reimport(library, outcome.added.issue).changed
    (again,) = import_inputs(library, [source], known)
    assert status(again) == "held"


@pytest.mark.usefixtures("unworded")
def test_what_was_read_elsewhere_is_kept_in_one_go(library: Library) -> None:
    known = Known(paper="清溪报")
    sources = [Loaded("a.txt", dump(1), known), Loaded("b.txt", b""), Loaded("c.txt", dump(2))]
    with Worker() as worker:
        read = [(source, read_one(worker, source)) for source in sources]
    first, failed, last = keep(library, read)
    assert [status(outcome) for outcome in (*first, *failed, *last)] == ["new", "failed", "new"]
    assert {row.paper for row in library.rows()} == {"清溪报", "临江报"}
    assert [status(each) for (each,) in keep(library, [read[0]])] == ["held"]
