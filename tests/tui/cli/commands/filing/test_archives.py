"""Archives on the command line: written by export, known by import whatever they are called."""

import io
import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from store.library.library import open_library
from store.sample import sample

ISSUE = "qingxishibao-2024-03-12"
Dubao = Callable[..., tuple[int, str, str]]


@pytest.fixture
def archive(dubao: Dubao, page: str, tmp_path: Path) -> Path:
    """Give the archive of a library with the sample issue, corrected, in a folder of its own."""
    dubao("import", page)
    dubao("edit", f"{ISSUE}/1.2", "--join")
    (tmp_path / "kept").mkdir()
    assert dubao("export", "-o", "kept/all.zip") == (0, "", "")
    return tmp_path / "kept" / "all.zip"


def files_of(folder: Path) -> dict[str, bytes]:
    return {str(f.relative_to(folder)): f.read_bytes() for f in folder.rglob("*") if f.is_file()}


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
    before = files_of(tmp_path / "data")
    status, out, err = dubao("import", "kept/all.zip")
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert "kept/all.zip" in err
    assert files_of(tmp_path / "data") == before
    assert dubao("--library", "there", "import", "kept/all.zip", page)[0] == 1


def test_a_dry_run_looks_at_an_archive_and_keeps_nothing(
    dubao: Dubao, archive: Path, tmp_path: Path
) -> None:
    status, out, _ = dubao("--library", "there", "import", "--dry-run", "kept/all.zip")
    assert (status, ISSUE in out) == (0, True)
    assert not (tmp_path / "there").exists()


def test_a_pipe_is_read_once(dubao: Dubao) -> None:
    reading, writing = os.pipe()
    os.write(writing, sample())
    os.close(writing)
    try:
        status, out, _ = dubao("import", f"/dev/fd/{reading}")
    finally:
        os.close(reading)
    assert (status, ISSUE in out) == (0, True)


def test_an_archive_is_not_written_to_a_terminal(
    dubao: Dubao, archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    status, out, err = dubao("export", "--format", "archive")
    assert (status, out, "-o" in err) == (2, "", True)
