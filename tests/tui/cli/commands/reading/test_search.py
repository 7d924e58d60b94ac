"""``dubao search``: the articles that a query finds."""

import json
from typing import Any

from tests.tui.cli.support import Dubao


def test_searching(dubao: Dubao, page: str) -> None:
    dubao("import", page)
    status, out, _ = dubao("search", "--json", "鲜叶")
    hits: list[dict[str, Any]] = json.loads(out)
    assert status == 0
    assert [hit["headline"] for hit in hits] == ["头茬春茶今日开园 早市鲜叶每斤九十元"]
    assert {"id", "issue", "paper", "date", "page", "headline", "hits"} == set(hits[0])
    status, out, _ = dubao("search", "绝无此词")
    assert (status, out) == (1, "")
    assert dubao("search", "--limit", "1", "桥")[1].count("\n") == 1
