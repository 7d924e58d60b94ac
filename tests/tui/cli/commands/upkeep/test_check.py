"""``dubao check``: what is wrong is found and mended."""

import json
from pathlib import Path

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
    newer = path.read_bytes().replace(b'"schema":3', b'"schema":4')
    path.write_bytes(newer)
    status, out, err = dubao("check", "--repair")
    assert (status, out) == (2, "")
    assert (
        err == f"dubao: {path}: written by a newer dubao (schema 4); update this one to read it.\n"
    )
    assert path.read_bytes() == newer
    assert not list(tmp_path.rglob("quarantine"))
