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
