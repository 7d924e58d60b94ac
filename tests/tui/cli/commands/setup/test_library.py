"""``dubao library init``: a folder, or a database."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from store.library.library import open_library
from tests.clusters import Cluster, a_folder, needs_postgres, running
from tui.cli.main import main


def test_a_folder_becomes_a_library(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "papers"
    assert main(["library", "init", str(folder)]) == 0
    assert capsys.readouterr().out == f"{folder}: a library of 0 issues.\n"
    assert (folder / "library.json").exists()
    assert main(["library", "init", str(folder)]) == 0, "what is there stays"


def test_an_address_with_a_password_is_not_taken(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["library", "init", "postgresql://ye:hush@127.0.0.1:1/papers"]) == 2
    said = capsys.readouterr().err
    assert "~/.pgpass" in said
    assert "hush" not in said


@pytest.fixture
def server() -> Iterator[Cluster]:
    """Give a server with an empty database."""
    with running() as cluster:
        cluster.sql("CREATE DATABASE papers")
        yield cluster


@pytest.fixture
def guarded() -> Iterator[Cluster]:
    """Give a server that wants a password of whoever is not its superuser."""
    with a_folder() as folder:
        cluster = Cluster(folder / "primary")
        cluster.make()
        rules = ("postgres 127.0.0.1/32 trust", "all 127.0.0.1/32 scram-sha-256")
        hba = "".join(f"host all {rule}\n" for rule in rules)
        (cluster.folder / "pg_hba.conf").write_text(hba)
        cluster.start()
        cluster.sql("CREATE DATABASE papers", "CREATE ROLE lan LOGIN PASSWORD 'hush'")
        yield cluster


@pytest.mark.slow
@needs_postgres
def test_who_is_not_let_in_is_told_why_in_a_sentence(
    guarded: Cluster,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("DUBAO_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("PGPASSFILE", str(tmp_path / "pgpass"))
    lan = guarded.address(user="lan")

    def told(address: str) -> str:
        assert main(["--library", address, "list"]) == 2
        said = capsys.readouterr()
        assert not said.out
        assert said.err.count("\n") == 1
        assert said.err.startswith(f"dubao: {address}: ")
        return said.err

    assert main(["library", "init", guarded.address()]) == 0
    capsys.readouterr()
    assert "no password supplied" in told(lan)
    monkeypatch.setenv("PGPASSWORD", "wrong")
    assert "password authentication failed" in told(lan)
    assert "password authentication failed" in told(guarded.address(user="nobody"))
    monkeypatch.setenv("PGPASSWORD", "hush")
    assert "this role may not do that" in told(lan)
    assert "SSL was required" in told(f"{lan}?sslmode=require")
    assert 'database "elsewhere" does not exist' in told(guarded.address("elsewhere"))
    guarded.sql("GRANT dubao_reader TO lan", database="papers")
    assert main(["--library", lan, "list"]) == 1
    assert "The library is empty" in capsys.readouterr().out


@pytest.mark.slow
@needs_postgres
def test_a_database_becomes_a_library_that_issues_go_to_and_come_from(
    server: Cluster,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    unworded: None,
) -> None:
    monkeypatch.setenv("DUBAO_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("DUBAO_STATE", str(tmp_path / "state"))
    there, here, again = server.address(), str(tmp_path / "here"), str(tmp_path / "again")
    page = tmp_path / "page.txt"
    page.write_text("临江报\n2024年3月5日\n第1版\n\n老桥修好了\n\n本报讯 老桥今天通行。\n", "utf-8")
    assert main(["--library", there, "list"]) == 2
    assert "dubao library init makes one" in capsys.readouterr().err
    assert main(["library", "init", there]) == 0
    assert "GRANT dubao_reader" in capsys.readouterr().out
    assert main(["--library", here, "import", str(page)]) == 0
    (row,) = open_library(here).rows()
    assert main(["--library", here, "export", "-o", str(tmp_path / "one.zip")]) == 0
    assert main(["--library", here, "move", "--all", "--to", there]) == 0
    assert main(["--library", there, "check"]) == 0
    capsys.readouterr()
    assert main(["--library", there, "export", "-o", str(tmp_path / "other.zip")]) == 0
    assert "Nobody's marks are in it" in capsys.readouterr().err
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "other.zip").read_bytes()
    assert main(["--library", there, "move", "--all", "--to", again]) == 0
    assert [each.id for each in open_library(again).rows()] == [row.id]
    assert open_library(there).rows() == ()
