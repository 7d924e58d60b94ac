"""Page lines by stories: under a headline, or behind a story's end."""

from collections.abc import Callable

from msgspec.structs import replace

from store.press.dump.lines.kinds import BYLINE, FURNITURE, HEAD, INDEX
from store.press.dump.lines.lines import Line
from store.press.dump.told.story_marks import heads_over, stand_behind, with_heads

Lines = Callable[[str], list[Line]]
BODY = "三座桥桥墩基础冲刷明显，五座桥栏板风化较重，其余四座状况良好，修缮从四月开始，年内完成。"
MARK = "《青溪时报》（2034年3月12日 第 05 版）"


def marks(lines: list[Line]) -> list[int]:
    return [at for at, line in enumerate(lines) if line.text == MARK]


def test_behind_stories(lines_of: Lines) -> None:
    lines = lines_of(f"古桥修好之后\n{BODY}\n{MARK}\n早市搬进新棚\n{BODY}\n{MARK}")
    assert stand_behind(lines, marks(lines))


def test_behind_verse_alone(lines_of: Lines) -> None:
    lines = lines_of(
        "古桥夜雨\n\n雨从瓦上走下来\n走到缸里就住下\n缸沿坐着一只碗\n碗里有月亮\n\n" + MARK
    )
    assert stand_behind(lines, marks(lines))


def test_under_headlines(lines_of: Lines) -> None:
    lines = lines_of(f"古桥修好之后\n白露\n{MARK}\n{BODY}\n早市搬进新棚\n{MARK}\n{BODY}")
    assert not stand_behind(lines, marks(lines))
    heads = heads_over(lines, marks(lines), [line.text == MARK for line in lines])
    assert heads == {2: [0, 1], 5: [4]}
    kinds = [line.kind for line in with_heads(lines, heads)]
    assert kinds == [HEAD, BYLINE, "", "", HEAD, "", ""]


def test_a_headline_set_apart_stands_alone(lines_of: Lines) -> None:
    lines = lines_of(f"渡口\n\n{MARK}\n\n雨从瓦上走下来\n走到缸里\n\n早市搬家\n\n{MARK}\n\n{BODY}")
    heads = heads_over(lines, marks(lines), [line.text == MARK for line in lines])
    assert heads == {1: [0], 5: [4]}


def test_verse_runs_into_the_next_headline(lines_of: Lines) -> None:
    verse = "雨从瓦上走下来\n走到缸里就住下\n缸沿坐着一只碗\n碗里有半个月亮"
    lines = lines_of(f"古桥夜雨\n白露\n{MARK}\n{verse}\n渡船\n岑小满\n{MARK}\n{BODY}")
    heads = heads_over(lines, marks(lines), [line.text == MARK for line in lines])
    assert heads == {2: [0, 1], 9: [7, 8]}
    lines = lines_of(f"古桥夜雨\n白露\n{MARK}\n{verse}\n莫让好路没人走\n{MARK}\n{BODY}")
    heads = heads_over(lines, marks(lines), [line.text == MARK for line in lines])
    assert heads == {2: [0, 1], 8: [7]}


def test_so_do_the_last_lines_of_a_verse_in_parts(lines_of: Lines) -> None:
    verse = "一、渡口\n\n雨从瓦上走下来\n\n二、古桥\n\n缸沿坐着一只碗\n碗里有半个月亮"
    lines = lines_of(f"古桥夜雨\n白露\n{MARK}\n\n{verse}\n渡船\n岑小满\n{MARK}\n{BODY}")
    heads = heads_over(lines, marks(lines), [line.text == MARK for line in lines])
    assert heads == {2: [0, 1], 10: [8, 9]}


def test_a_list_of_titles_is_no_head(lines_of: Lines) -> None:
    lines = lines_of(f"2、渡口\n古桥修好之后\n{MARK}\n{BODY}")
    lines[0] = replace(lines[0], kind=INDEX)
    assert heads_over(lines, [2], [False, False, True, False]) == {2: [1]}


def test_a_sheet_may_end_between_a_headline_and_its_author(lines_of: Lines) -> None:
    lines = lines_of(f"{BODY}\n古桥修好之后\n\n第 19 页\n\n白露\n{MARK}\n{BODY}")
    lines[2] = replace(lines[2], kind=FURNITURE)
    assert heads_over(lines, [4], [False, False, True, False, True, False]) == {4: [1, 3]}
