"""``dubao trend``: words over time."""

import json

from tests.tui.cli.support import Dubao


def test_a_word_is_drawn_over_time(dubao: Dubao, page: str) -> None:
    dubao("import", page)
    status, out, _ = dubao("trend", "古桥", "无此词")
    assert status == 0
    assert "2024-03-12" in out
    assert "#" in out
    assert "无此词: 0 articles" in out
    status, out, _ = dubao("trend", "--json", "古桥")
    (told,) = json.loads(out)
    assert told["word"] == "古桥"
    assert told["periods"][0]["articles"] > 0
    assert dubao("trend", "无此词")[0] == 1
