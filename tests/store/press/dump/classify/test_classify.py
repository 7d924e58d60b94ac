"""Judging lines: what the neighbours and the page as a whole say."""

from collections.abc import Callable

import pytest

from store.press.dump.classify import cues
from store.press.dump.classify.classify import FOLLOWS, classify
from store.press.dump.lines.line_breaks import junction
from store.press.dump.lines.lines import Line
from store.press.dump.lines.style import Style, style_of

Kinds = Callable[[str], list[str]]
BODY = "三座桥桥墩基础冲刷明显，五座桥栏板风化较重，其余四座状况良好，修缮从四月开始，年内完成。"
LEAD = f"本报讯（记者 白露）3月11日，{BODY}"


@pytest.fixture
def kinds(lines_of: Callable[[str], list[Line]]) -> Kinds:
    def read(text: str) -> list[str]:
        lines = lines_of(text)
        return [verdict.kind for verdict in classify(lines, style_of([lines]))]

    return read


def test_headline_and_lead(kinds: Kinds) -> None:
    assert kinds(f"古桥体检完成\n{LEAD}\n{BODY}") == [cues.HEAD, cues.LEAD, cues.BODY]


def test_a_short_line_before_a_lead_is_a_headline(kinds: Kinds) -> None:
    assert kinds(f"古桥体检完成\n{LEAD}\n{BODY}\n春茶今日开园\n{LEAD}")[3] == cues.HEAD


def test_parallel_short_lines_within_a_story_are_crossheads(kinds: Kinds) -> None:
    sections = "\n".join(f"{title}\n{BODY}\n{BODY}" for title in ("一、查", "二、修", "三、用"))
    found = kinds(f"古桥体检完成\n{LEAD}\n{BODY}\n{sections}")
    assert [found[3], found[6], found[9]] == [cues.CROSSHEAD] * 3


def test_the_rest_of_a_cut_paragraph(kinds: Kinds) -> None:
    assert kinds(f"古桥体检完成\n{LEAD}\n{BODY[:22]}\n{BODY[22:]}")[2:] == [cues.BODY, cues.REST]


def test_a_caption_between_the_halves_of_a_paragraph(kinds: Kinds) -> None:
    text = f"古桥体检完成\n{LEAD}\n{BODY[:22]}\n图为南渡廊桥。 江一帆 摄\n{BODY[22:]}"
    assert kinds(text)[2:] == [cues.BODY, cues.CAPTION, cues.REST]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("新闻热线：0000-1234567", cues.FURNITURE),
        ("责任编辑：白露 版式：简宁 校对：陆渔", cues.FURNITURE),
        ("公益广告", cues.FURNITURE),
        ("岑小满遗失身份证一张，声明作废。", cues.FURNITURE),
        ("（本报柏林3月11日电）", cues.TAIL),
        ("（作者为青溪县文保所所长）", cues.TAIL),
        ("（相关报道见第四版）", cues.TAIL),
        ("云坪乡柳坝村 宋青山", cues.TAIL),
        ("江一帆 摄", cues.CREDIT),
        ("③2 江一帆 摄", cues.CREDIT),
        ("（下转2版）", cues.JUMP),
    ],
)
def test_fixed_forms(kinds: Kinds, line: str, kind: str) -> None:
    assert kinds(f"古桥体检完成\n{LEAD}\n{BODY}\n{line}")[3] == kind


def test_a_box_belongs_to_its_story(kinds: Kinds) -> None:
    text = f"古桥体检完成\n核心阅读\n{BODY}\n本报记者 白 露\n{BODY}"
    assert kinds(text)[:4] == [cues.HEAD, cues.CROSSHEAD, cues.BODY, cues.BYLINE]


def test_chapters_of_a_document_are_crossheads(kinds: Kinds) -> None:
    text = f"古桥保护办法\n第一章 总则\n第一条 {BODY}\n第二章 保护\n第二条 {BODY}"
    found = kinds(text)
    assert (found[1], found[3]) == (cues.CROSSHEAD, cues.CROSSHEAD)


def test_a_list_under_a_headline_is_no_part_of_it(kinds: Kinds) -> None:
    names = "一等奖（三名）\n白露 简宁 陆渔\n二等奖（三名）\n岑小满 江一帆 宋青山"
    found = kinds(f"{LEAD}\n获奖名单\n{names}\n春茶今日开园\n{LEAD}")
    assert found[1] == found[6] == cues.HEAD
    assert cues.HEAD not in found[2:6]


def test_every_kind_may_follow_and_be_followed() -> None:
    assert set(FOLLOWS) == {"start", *cues.KINDS}
    assert {after for row in FOLLOWS.values() for after in row} == {*cues.KINDS, "end"}


@pytest.mark.parametrize(
    ("left", "right", "cut"),
    [
        ("要切实履行好管党治党的", "政治责任，破除思想障碍。", True),
        ("四乡的村民都来看，还有人带来了望远", "镜，站在桥头看了很久。", True),
        ("他说：“老桥修好了，", "手艺也要传下去。”", True),
        ("修缮从四月开始。", "茶农宋阿婆说。", False),
    ],
)
def test_a_junction_shows_a_cut(left: str, right: str, *, cut: bool) -> None:
    found = junction(Line(left, 1, 1), Line(right, 2, 2), Style())
    assert (found.rest > found.other) is cut


def test_an_indent_begins_a_paragraph_where_paragraphs_are_indented() -> None:
    style = Style(indented=True)
    left = Line("三座桥桥墩基础冲刷明显，五座桥栏板", 1, 1, indent=4)
    flush = junction(left, Line("风化较重。", 2, 2), style)
    indented = junction(left, Line("风化较重。", 2, 2, indent=4), style)
    assert flush.rest > flush.other
    assert indented.rest < indented.other
