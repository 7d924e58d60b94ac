"""``dubao show``: an issue or an article, printed."""

import json

from tests.tui.cli.support import ISSUE, Dubao


def test_showing(dubao: Dubao, page: str) -> None:
    dubao("import", page)
    status, out, _ = dubao("show", f"{ISSUE}/1.1", "--width", "40")
    assert status == 0
    assert "一桥一策护好古桥" in out
    assert all(sum(1 + (ord(c) > 0x2E7F) for c in line) <= 40 for line in out.splitlines())
    assert "## 一桥一策护好古桥" in dubao("show", ISSUE, "--format", "markdown")[1]
    assert json.loads(dubao("show", ISSUE, "--json")[1])["id"] == ISSUE
    assert dubao("show", f"{ISSUE}/1.1", "--width", "0")[0] == 2
    lines = dubao("show", ISSUE)[1].splitlines()
    first = next(at for at, line in enumerate(lines) if line.startswith("1版"))
    assert first < lines.index(f"{ISSUE}/1.1") < lines.index(f"{ISSUE}/1.2")
    assert f"{ISSUE}/1.1" not in dubao("show", f"{ISSUE}/1.1")[1]
    status, out, err = dubao("show", "qingxi")
    assert (status, out, err.count("\n")) == (2, "", 1)
