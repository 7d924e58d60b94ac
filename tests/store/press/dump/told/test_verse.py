"""Verse under a told headline is text, line by line."""

from collections.abc import Callable

from msgspec.structs import replace

from store.press.dump.lines.kinds import BODY, HEAD
from store.press.dump.lines.lines import Line
from store.press.dump.told.verse import tell_verse

Lines = Callable[[str], list[Line]]
VERSE = "雨从瓦上走下来\n走到缸里就住下\n缸沿坐着一只碗\n碗里有半个月亮"


def headed(lines: list[Line]) -> list[Line]:
    return [replace(lines[0], kind=HEAD), *lines[1:]]


def test_short_lines_under_a_headline(lines_of: Lines) -> None:
    lines = tell_verse(headed(lines_of(f"古桥夜雨\n{VERSE}")))
    assert [line.kind for line in lines] == [HEAD, *[BODY] * 4]


def test_prose_and_what_no_headline_heads_are_weighed(lines_of: Lines) -> None:
    prose = f"古桥夜雨\n{VERSE}\n" + "雨从瓦上走下来，走到缸里就住下。" * 3
    assert [line.kind for line in tell_verse(headed(lines_of(prose)))] == [HEAD, *[""] * 5]
    assert not any(line.kind for line in tell_verse(lines_of(f"古桥夜雨\n{VERSE}")))
