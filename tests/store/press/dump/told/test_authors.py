"""Authors under headlines: what is told as one, and what is left to be weighed."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from store.press.dump.lines.kinds import BYLINE, CROSSHEAD, HEAD, LEAD
from store.press.dump.lines.lines import Line
from store.press.dump.lines.look import Look
from store.press.dump.told.authors import tell_authors

Lines = Callable[[str], list[Line]]
BODY = "三座桥桥墩基础冲刷明显，五座桥栏板风化较重，其余四座状况良好，修缮从四月开始，年内完成。"


@pytest.mark.parametrize(
    "author", ["白露", "白 露", "白露 岑小满", "文/白露 图/江一帆", "溪报记者 江一帆 摄", "◎白露"]
)
def test_an_author_between_headline_and_text(lines_of: Lines, author: str) -> None:
    head, line, body = tell_authors(lines_of(f"古桥修好之后\n{author}\n{BODY}"))
    assert (head.kind, line.kind, body.kind) == ("", BYLINE, "")


def test_authors_may_stand_on_several_lines(lines_of: Lines) -> None:
    lines = tell_authors(lines_of(f"古桥修好之后\n文 / 欧阳露\n图 / 江一帆\n{BODY}"))
    assert [line.kind for line in lines] == ["", BYLINE, BYLINE, ""]
    rest = tell_authors(lines_of(f"古桥修好之后两岸的人怎样走出\n山沟\n记者 江一帆\n{BODY}"))
    assert not rest[1].kind


def test_an_author_who_says_so_may_stand_under_two_characters(lines_of: Lines) -> None:
    lines = tell_authors(lines_of(f"古桥\n文|朵拉\n{BODY}"))
    assert [line.kind for line in lines] == ["", BYLINE, ""]
    assert not tell_authors(lines_of(f"古桥\n白露\n{BODY}"))[1].kind


def test_what_its_place_says_is_a_crosshead_is_no_author(lines_of: Lines) -> None:
    head, line, body = lines_of(f"古桥修好之后\n白露\n{BODY}")
    line = replace(line, look=Look(role=CROSSHEAD))
    assert tell_authors([head, line, body])[1].kind == ""


@pytest.mark.parametrize("label", ["【云岭茶话】", "【记者连线】", "【走基层·古桥】"])
def test_a_label_over_text_names_nobody(lines_of: Lines, label: str) -> None:
    lines = tell_authors(lines_of(f"古桥修好之后\n{label}\n{BODY}\n{label}\n{BODY}"))
    assert [line.kind for line in lines] == ["", LEAD, "", CROSSHEAD, ""]


@pytest.mark.parametrize("text", ["【本報訊】", "【白露╱云坪報導】"])
def test_a_bracket_with_a_lead_in_is_weighed(lines_of: Lines, text: str) -> None:
    assert tell_authors(lines_of(f"古桥修好之后\n{text}\n{BODY}"))[1].kind in ("", BYLINE)


def test_a_label_over_a_headline_is_weighed(lines_of: Lines) -> None:
    assert not tell_authors(lines_of(f"{BODY}\n【云岭茶话】\n古桥修好之后\n{BODY}"))[1].kind


def test_of_two_lines_with_a_mark_the_first_is_a_title(lines_of: Lines) -> None:
    lines = tell_authors(lines_of(f"{BODY}\n□ 记住我\n□ 小满\n{BODY}"))
    assert [line.kind for line in lines] == ["", HEAD, BYLINE, ""]


@pytest.mark.parametrize(
    "text",
    [
        f"{BODY}\n白露\n{BODY}",  # after a paragraph it may be a headline
        f"白露\n本报记者 岑小满\n{BODY}",  # and it is one over a byline
        f"古桥修好之后\n时间\n{BODY}",
        f"青溪时报 2034年3月12日\n白露\n{BODY}",
        "古桥修好之后\n白露\n早市搬进新棚",
        f"溪报\n月亮爬上了瓦\n\n白露\n{BODY}",
    ],
)
def test_other_names_are_weighed(lines_of: Lines, text: str) -> None:
    assert all(line.text != "白露" or not line.kind for line in tell_authors(lines_of(text)))
