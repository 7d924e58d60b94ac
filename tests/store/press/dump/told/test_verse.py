"""Verse under a told headline is text, line by line."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from store.press.dump.lines.kinds import BODY, BYLINE, HEAD
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


def test_a_poem_in_stanzas_is_all_of_its_page(lines_of: Lines) -> None:
    poem = f"古桥夜雨（外一首）\n梦溪牧歌\n\n{VERSE}\n\n{VERSE}"
    kinds = [line.kind for line in tell_verse(lines_of(poem))]
    assert kinds == [HEAD, BYLINE, *[BODY] * 8]
    assert not any(line.kind for line in tell_verse(lines_of(f"{poem}\n\n2034.3.12")))


@pytest.mark.parametrize("poet", ["白露", "□ 白露", "文/白露", "（白露）", "白 露"])
def test_a_title_with_its_poet_and_what_stands_below(lines_of: Lines, poet: str) -> None:
    lines = tell_verse(lines_of(f"溪报\n\n古桥夜雨\n{poet}\n{VERSE}\n\n雨\n{VERSE}"))
    assert [line.kind for line in lines] == ["", HEAD, BYLINE, *[BODY] * 9]


def test_prose_behind_verse_begins_with_its_title(lines_of: Lines) -> None:
    prose = "雨从瓦上走下来，走到缸里就住下，缸沿坐着一只碗。" * 2
    authors = tell_verse(lines_of(f"夜雨\n白露\n{VERSE}\n修桥记\n江一帆\n{prose}"))
    assert [line.kind for line in authors] == [HEAD, BYLINE, *[BODY] * 4, HEAD, BYLINE, ""]
    nobody = tell_verse(lines_of(f"夜雨\n白露\n{VERSE}\n修桥记\n{prose}"))
    assert [line.kind for line in nobody] == [HEAD, BYLINE, *[BODY] * 4, "", ""]


def test_a_told_title_may_stand_apart(lines_of: Lines) -> None:
    lines = tell_verse(headed(lines_of(f"夜雨\n\n白露\n\n{VERSE}")))
    assert [line.kind for line in lines] == [HEAD, BYLINE, *[BODY] * 4]


def test_on_a_page_of_poems_one_may_have_two_lines(lines_of: Lines) -> None:
    short = "雨停了\n碗还满着"
    lines = tell_verse(lines_of(f"夜雨\n白露\n{VERSE}\n\n晨\n江一帆\n{short}"))
    assert [line.kind for line in lines][6:] == [HEAD, BYLINE, BODY, BODY]
    assert not any(line.kind for line in tell_verse(lines_of(f"晨\n江一帆\n{short}")))


def test_verse_that_is_set_in_has_its_title_over_it(lines_of: Lines) -> None:
    set_in = "\n".join(f"　　{line}" for line in VERSE.split("\n"))
    lines = tell_verse(lines_of(f"七绝·夜雨\n{set_in}\n七绝·早市\n白露\n{set_in}"))
    assert [line.kind for line in lines] == [HEAD, *[BODY] * 4, HEAD, BYLINE, *[BODY] * 4]
