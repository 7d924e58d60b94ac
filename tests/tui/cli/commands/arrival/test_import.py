"""``dubao import`` of many files: what is told of them, in a pipe and on a terminal."""

import json
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from store.sample import sample
from tui.cli.commands.arrival.import_ import FEW

Dubao = Callable[..., tuple[int, str, str]]
COUNT = FEW + 5


@pytest.fixture
def papers(tmp_path: Path) -> str:
    """Give a folder of issues of a paper, of which two cannot be read and two are the same."""
    folder = tmp_path / "papers"
    folder.mkdir()
    text = sample().decode()
    assert "2024年3月12日" in text
    for day in range(1, COUNT - 2):
        issue = text.replace("2024年3月12日", f"2024年4月{day}日")
        (folder / f"{day:02}.txt").write_text(issue, encoding="utf-8")
    (folder / "90-again.txt").write_bytes((folder / "01.txt").read_bytes())
    (folder / "91-empty.txt").write_bytes(b"")
    (folder / "92-picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    return "papers"


@pytest.fixture
def on_a_terminal(dubao: Dubao, monkeypatch: pytest.MonkeyPatch) -> Dubao:
    """Give the runner of the command on a terminal."""

    def run(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
        monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
        return dubao(*arguments)

    return run


def test_in_a_pipe_each_is_told_and_failures_at_the_end(dubao: Dubao, papers: str) -> None:
    status, out, err = dubao("import", papers)
    assert status == 1
    assert out.count(": qingxishibao-2024-04-") == COUNT - 3
    assert ["2", "failed"] in [line.split() for line in out.splitlines()]
    assert out.count("nothing changed") == 1
    assert [line.split(":")[1].strip() for line in err.splitlines()] == [
        str(Path("papers", name)) for name in ("91-empty.txt", "92-picture.png")
    ]


def test_on_a_terminal_many_are_summed_up(on_a_terminal: Dubao, papers: str) -> None:
    status, out, err = on_a_terminal("import", papers)
    rows = [line.split(maxsplit=1) for line in out.splitlines()]
    assert status == 1
    assert [str(COUNT - 3), "new"] in rows
    assert ["1", "held already"] in rows
    assert ["2", "failed"] in rows
    assert "91-empty.txt: the file is empty" in err
    assert "importing" in err
    assert "2 failed" in err


def test_on_a_terminal_few_are_told_of_one_by_one(on_a_terminal: Dubao, page: str) -> None:
    _, out, _ = on_a_terminal("import", page, "absent.txt")
    assert "page.txt: qingxishibao-2024-03-12" in out
    assert "articles" in out


def test_json_is_one_array_of_all(dubao: Dubao, papers: str) -> None:
    records = json.loads(dubao("import", "--json", papers)[1])
    statuses = [record["status"] for record in records]
    assert statuses == ["new"] * (COUNT - 3) + ["held", "failed", "failed"]
    assert records[0]["report"]["articles"]
    issues = json.loads(dubao("import", "--dry-run", "--json", papers)[1])
    assert len(issues) == COUNT - 2
    assert json.loads(dubao("import", "--dry-run", "--json", "absent.txt", "gone.txt")[1]) == []


def test_an_import_outlives_those_who_listen(
    dubao: Dubao, papers: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def broken(*lines: str) -> None:
        raise BrokenPipeError

    with (tmp_path / "out").open("w") as out, monkeypatch.context() as patched:
        patched.setattr("tui.cli.commands.arrival.import_.print_lines", broken)
        patched.setattr("sys.stdout", out)
        assert dubao("import", papers)[0] == 1
    assert dubao("list")[1].count("qingxishibao-") == COUNT - 3


def test_kill_ends_an_import_with_a_word_on_where_it_stands(
    dubao: Dubao, papers: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "tui.cli.commands.arrival.import_.print_lines",
        lambda *lines: os.kill(os.getpid(), signal.SIGTERM),
    )
    before = signal.getsignal(signal.SIGTERM)
    status, _, err = dubao("import", papers)
    assert status == 130
    assert err.startswith(f"dubao: 1 of {COUNT} are in the library; ")
    assert signal.getsignal(signal.SIGTERM) == before


def test_failures_alone_are_status_2(dubao: Dubao, papers: str, tmp_path: Path) -> None:
    for path in (tmp_path / papers).glob("0*.txt"):
        path.unlink()
    for path in (tmp_path / papers).glob("[19]*[t]"):
        path.write_bytes(b"")
    assert dubao("import", "-q", papers)[:2] == (2, "")
