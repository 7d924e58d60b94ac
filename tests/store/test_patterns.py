"""Patterns that are compiled when they are first used."""

import re
from typing import Any

import pytest

from store import patterns


def test_it_does_what_a_compiled_pattern_does() -> None:
    made = patterns.pattern("(古)桥", re.IGNORECASE)
    assert made.sub(r"\1城", "古桥") == "古城"
    assert made.findall("古桥，古桥") == ["古", "古"]
    assert made.pattern == "(古)桥"
    assert made.flags & re.IGNORECASE


def test_it_is_compiled_once_and_not_before_it_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []

    def compile(source: str, flags: int = 0) -> Any:
        compiled.append(source)
        return original(source, flags)

    original = re.compile
    monkeypatch.setattr(re, "compile", compile)
    made = patterns.pattern("一桥一策")
    assert (made.pattern, compiled) == ("一桥一策", [])
    assert made.search("一桥一策护好古桥")
    assert made.search("护好古桥") is None
    assert compiled == ["一桥一策"]


def test_what_is_wrong_is_told_when_it_is_used() -> None:
    made = patterns.pattern("(")
    with pytest.raises(re.error):
        made.search("古桥")
