"""``dubao check``: what is wrong is found and mended."""

import json
from pathlib import Path

from store.backends.migrations import SCHEMA
from tests.tui.cli.support import ISSUE, Dubao


def test_a_library_is_checked_and_mended(dubao: Dubao, page: str, tmp_path: Path) -> None:
    dubao("import", page)
    assert dubao("check") == (0, "1 issue, all intact.\n", "")
    (path,) = tmp_path.rglob("issues/*/*.json")
    path.write_bytes(b"{")
    status, out, _ = dubao("check")
    assert (status, "damaged" in out, "--repair" in out) == (1, True, True)
    status, out, _ = dubao("check", "--json")
    assert (status, json.loads(out)[0]["mended"]) == (1, "")
    status, out, _ = dubao("check", "--repair")
    assert (status, "made again of its originals" in out) == (0, True)
    assert dubao("check")[0] == 0
    assert dubao("show", ISSUE)[0] == 0


def test_a_library_of_a_newer_dubao_is_refused(dubao: Dubao, page: str, tmp_path: Path) -> None:
    dubao("import", page)
    (path,) = tmp_path.rglob("issues/*/*.json")
    today, tomorrow = (b'"schema":%d' % schema for schema in (SCHEMA, SCHEMA + 1))
    newer = path.read_bytes().replace(today, tomorrow)
    path.write_bytes(newer)
    status, out, err = dubao("check", "--repair")
    assert (status, out) == (2, "")
    assert (
        err == f"dubao: {path}: written by a newer dubao (schema {SCHEMA + 1}); "
        "update this one to read it.\n"
    )
    assert path.read_bytes() == newer
    assert not list(tmp_path.rglob("quarantine"))


def test_what_was_set_aside_is_put_back(dubao: Dubao, page: str, tmp_path: Path) -> None:
    dubao("import", page)
    assert dubao("check", "--restore") == (0, "Nothing is set aside.\n", "")
    (path,) = tmp_path.rglob("issues/*/*.json")
    path.write_bytes(b"{")
    dubao("check", "--repair")
    assert not path.exists()
    status, out, _ = dubao("check", "--restore", "issues/none.json")
    assert (status, out) == (2, "")
    status, out, _ = dubao("check", "--restore")
    assert (status, "put back" in out, "--repair takes" in out) == (0, True, True)
    assert path.read_bytes() == b"{"
    assert dubao("check", "--repair", "--restore")[0] == 2


def test_a_lost_catalogue_is_told_of_by_every_command_and_made_again(
    dubao: Dubao, page: str, tmp_path: Path
) -> None:
    dubao("import", page)
    (path,) = tmp_path.rglob("recent.json")
    path.unlink()
    for command in (["list"], ["import", page], ["show", ISSUE], ["remove", ISSUE], []):
        status, _, err = dubao(*command)
        assert status == 2
        assert "dubao check --repair" in err.splitlines()[-1]
        assert not path.exists()
    assert dubao("check")[0] == 1
    assert dubao("check", "--repair")[0] == 0
    assert dubao("show", ISSUE)[0] == 0


def test_the_state_is_checked_and_mended(dubao: Dubao, page: str, tmp_path: Path) -> None:
    dubao("import", page)
    dubao("filters", "桥", "古桥")
    (path,) = tmp_path.rglob("filters.json")
    path.write_bytes(b"{")
    status, out, _ = dubao("check")
    assert (status, "filters.json: damaged" in out) == (1, True)
    status, out, _ = dubao("check", "--repair")
    assert (status, "filters.json.damaged-1" in out) == (0, True)
    assert dubao("check")[0] == 0
    path.write_bytes(b"[")
    status, _, err = dubao("filters")
    assert (status, err.count("\n"), "filters.json.damaged-2" in err) == (1, 2, True)
    assert dubao("filters")[2] == "dubao: There are no saved filters.\n"


def test_an_archive_is_verified_without_a_library(dubao: Dubao, page: str, tmp_path: Path) -> None:
    dubao("import", page)
    dubao("export", "-o", "all.zip")
    whole = "all.zip: whole; it would restore 1 issue and 1 original.\n"
    assert dubao("--library", "none", "check", "--verify", "all.zip") == (0, whole, "")
    assert not (tmp_path / "none").exists()
    said = json.loads(dubao("check", "--verify", "all.zip", "--json")[1])
    assert said == {"archive": "all.zip", "issues": 1, "originals": 1, "wrong": ""}
    data = bytearray((tmp_path / "all.zip").read_bytes())
    for torn in (data[:-30], data[: len(data) // 2], data[:200] + b"\0" * 40 + data[240:]):
        (tmp_path / "torn.zip").write_bytes(torn)
        status, out, err = dubao("check", "--verify", "torn.zip")
        assert (status, out, err.count("\n"), "torn.zip" in err) == (1, "", 1, True)
    for name in ("none.zip", page, "."):
        status, out, err = dubao("check", "--verify", name)
        assert (status, out, err.count("\n")) == (2, "", 1)
    assert dubao("check", "--verify", "all.zip", "--repair")[0] == 2
