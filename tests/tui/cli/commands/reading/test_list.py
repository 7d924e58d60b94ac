"""``dubao list``: the issues in the library."""

import json

from tests.tui.cli.support import ISSUE, Dubao


def test_the_list(dubao: Dubao, page: str) -> None:
    status, out, _ = dubao("list")
    assert status == 1
    assert "dubao import" in out
    dubao("import", page)
    status, out, _ = dubao("list", "--json")
    (row,) = json.loads(out)
    assert status == 0
    assert (row["id"], row["paper"], row["date"]) == (ISSUE, "青溪时报", "2024-03-12")
    assert row["unread"] == row["articles"] > 0
