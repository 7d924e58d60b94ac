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


def test_words_are_taken_as_they_come(dubao: Dubao, page: str) -> None:
    dubao("import", page)
    found = dubao("search", "桥 -is:read")[1]
    assert found
    assert dubao("search", "桥", "-is:read")[:2] == (0, found)
    assert dubao("search", "--limit", "1", "鲜叶", "-桥梁")[0] == 0
    assert dubao("search", "-桥", "-is:unread")[0] == 1
    assert dubao("search", "-x", "桥")[0] == 2
