"""``dubao import``: what it reads and changes, and what it reports in a pipe or on a terminal."""

import io
import json
import os
import signal
import sys
from pathlib import Path

import pytest

from store.library.library import open_library
from store.sample import sample
from tests.tui.cli.support import ISSUE, Dubao, contents

FEW, COUNT = 4, 9


def test_a_page_is_imported_once(dubao: Dubao, page: str, tmp_path: Path) -> None:
    status, out, _ = dubao("import", page)
    assert status == 0
    assert ISSUE in out
    held = contents(tmp_path / "data")
    status, out, _ = dubao("import", page)
    assert (status, "nothing changed" in out) == (0, True)
    assert contents(tmp_path / "data") == held


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("absent.txt", None, "there is no such file"),
        ("empty.txt", b"", "empty"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9, "PNG"),
        ("noise.txt", bytes(range(256)) * 40, "text"),
    ],
)
def test_what_cannot_be_read_is_one_sentence_and_changes_nothing(
    dubao: Dubao, page: str, tmp_path: Path, name: str, data: bytes | None, says: str
) -> None:
    dubao("import", page)
    held = contents(tmp_path / "data")
    if data is not None:
        (tmp_path / name).write_bytes(data)
    status, out, err = dubao("import", name)
    assert (status, out) == (2, "")
    assert err.count("\n") == 1
    assert name in err
    assert says in err
    assert contents(tmp_path / "data") == held


def test_some_failures_among_successes_are_status_1(dubao: Dubao, page: str) -> None:
    status, out, err = dubao("import", "absent.txt", page)
    assert status == 1
    assert ISSUE in out
    assert "absent.txt" in err


def test_a_folder_is_read_whole(dubao: Dubao, tmp_path: Path) -> None:
    folder = tmp_path / "papers" / "inner"
    folder.mkdir(parents=True)
    (folder / "one.txt").write_bytes(sample())
    (folder / ".hidden").write_bytes(b"\x00")
    status, out, _ = dubao("import", "papers")
    assert status == 0
    assert out.count(ISSUE) == 1


def test_standard_input_is_read(
    dubao: Dubao, page: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with (tmp_path / page).open() as stdin:
        monkeypatch.setattr("sys.stdin", stdin)
        status, out, _ = dubao("import", "-")
    assert (status, ISSUE in out) == (0, True)


def test_a_dry_run_prints_the_issue_and_keeps_nothing(
    dubao: Dubao, page: str, tmp_path: Path
) -> None:
    status, out, _ = dubao("import", "--dry-run", "--json", page)
    issue = json.loads(out)
    assert status == 0
    assert issue["id"] == ISSUE
    assert issue["paper"]["name"] == "青溪时报"
    assert issue["date"] == "2024-03-12"
    assert {"kicker", "headline", "subhead", "byline", "paragraphs"} <= set(issue["articles"][0])
    assert not (tmp_path / "data").exists()
    status, out, _ = dubao("import", "--dry-run", "--json", page, page)
    assert [one["id"] for one in json.loads(out)] == [ISSUE, ISSUE]


def test_a_date_given_wins_and_the_old_name_still_works(dubao: Dubao, tmp_path: Path) -> None:
    undated = "临江报\n\n老桥修好了\n\n本报讯(记者 白露)3月11日,望江县的老桥修好了,今天通行。\n"
    (tmp_path / "undated.txt").write_text(undated, encoding="utf-8")
    _, out, _ = dubao("import", "undated.txt")
    old = out.split()[1]
    assert "-undated-" in old
    _, out, _ = dubao("import", "--date", "2024-03-12", "undated.txt")
    assert "linjiangbao-2024-03-12" in out
    assert dubao("show", old, "--json") == dubao("show", "linjiangbao-2024-03-12", "--json")
    assert dubao("import", "--date", "12 March", "undated.txt")[0] == 2


def test_text_that_is_no_newspaper_is_refused(
    dubao: Dubao, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    stdin = io.TextIOWrapper(io.BytesIO(b"hi\n"))
    monkeypatch.setattr("sys.stdin", stdin)
    status, out, err = dubao("import", "-")
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert not (tmp_path / "data").exists()


def test_a_pipe_is_read_once(dubao: Dubao) -> None:
    reading, writing = os.pipe()
    os.write(writing, sample())
    os.close(writing)
    try:
        status, out, _ = dubao("import", f"/dev/fd/{reading}")
    finally:
        os.close(reading)
    assert (status, ISSUE in out) == (0, True)


@pytest.fixture
def papers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Give a folder of issues of a paper, of which two cannot be read and two are the same.

    They are more than few.
    """
    monkeypatch.setattr("tui.cli.commands.arrival.import_.FEW", FEW)
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


def test_on_a_terminal_some_are_named_and_summed_up(on_a_terminal: Dubao, papers: str) -> None:
    out = on_a_terminal("import", papers)[1]
    assert f"papers/01.txt: {on_day(1)}" in out
    assert "already in the library as" in out
    assert f"{COUNT - 3} new issues" in out


def on_day(day: int) -> str:
    """Return the id of the issue of a day in the folder of papers."""
    return f"qingxishibao-2024-04-{day:02}"


def test_on_a_terminal_many_are_summed_up(
    on_a_terminal: Dubao, papers: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.cli.commands.arrival.import_.SOME", FEW)
    status, out, err = on_a_terminal("import", papers)
    rows = [line.split(maxsplit=1) for line in out.splitlines()]
    assert status == 1
    assert rows[0] == [str(COUNT - 3), f"new issues, {7 * (COUNT - 3)} articles in all"]
    assert ["1", "already in the library"] in rows
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


@pytest.fixture
def archive(dubao: Dubao, page: str, tmp_path: Path) -> Path:
    """Give the archive of a library with the sample issue, corrected, in a folder of its own."""
    dubao("import", page)
    dubao("edit", f"{ISSUE}/1.2", "--join")
    (tmp_path / "kept").mkdir()
    assert dubao("export", "-o", "kept/all.zip") == (0, "", "")
    return tmp_path / "kept" / "all.zip"


def test_an_archive_is_imported_into_an_empty_library(
    dubao: Dubao, archive: Path, tmp_path: Path
) -> None:
    status, out, err = dubao("--library", "there", "import", "kept/all.zip")
    assert (status, out.count("\n"), err) == (0, 1, "")
    assert ISSUE in out
    assert open_library(tmp_path / "there").copy(ISSUE) == open_library().copy(ISSUE)
    assert dubao("--library", "there", "export", "--format", "archive", "-o", "again.zip")[0] == 0
    assert (tmp_path / "again.zip").read_bytes() == archive.read_bytes()
    status, out, _ = dubao("--library", "there", "import", "kept/all.zip")
    assert (status, "nothing changed" in out) == (0, True)


@pytest.mark.parametrize("named", ["kept/page.txt", "kept", "-"])
def test_its_bytes_tell_an_archive(
    dubao: Dubao, archive: Path, named: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Stdin:
        buffer = io.BytesIO(archive.read_bytes())

    monkeypatch.setattr("sys.stdin", Stdin)
    archive.rename(archive.with_name("page.txt"))
    status, out, _ = dubao("--library", "there", "import", named, "--json")
    (record,) = json.loads(out)
    assert (status, record["issue"], record["status"]) == (0, ISSUE, "new")


def test_an_archive_that_is_cut_off_changes_nothing(
    dubao: Dubao, archive: Path, page: str, tmp_path: Path
) -> None:
    archive.write_bytes(archive.read_bytes()[:-9])
    dubao("remove", ISSUE)
    before = contents(tmp_path / "data")
    status, out, err = dubao("import", "kept/all.zip")
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert "kept/all.zip" in err
    assert contents(tmp_path / "data") == before
    assert dubao("--library", "there", "import", "kept/all.zip", page)[0] == 1


def test_a_dry_run_looks_at_an_archive_and_keeps_nothing(
    dubao: Dubao, archive: Path, tmp_path: Path
) -> None:
    status, out, _ = dubao("--library", "there", "import", "--dry-run", "kept/all.zip")
    assert (status, ISSUE in out) == (0, True)
    assert not (tmp_path / "there").exists()


def test_what_filters_have_left_undone_is_done_by_an_import_that_brings_nothing(
    dubao: Dubao, page: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    dubao("filters", "桥", "古桥", "--star")
    with monkeypatch.context() as killed:
        killed.setattr("tui.cli.saved_filters.apply_all", lambda _library: None)
        dubao("import", page)
    assert dubao("search", "is:starred")[0] == 1
    assert "nothing changed" in dubao("import", page)[1]
    assert dubao("search", "is:starred")[0] == 0
