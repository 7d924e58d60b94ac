"""Judging lines: what the neighbours and the page as a whole say."""

from collections.abc import Callable

import pytest

from store.press.dump.classify.classify import classify, without_losses
from store.press.dump.classify.decode import Label
from store.press.dump.lines import kinds
from store.press.dump.lines.lines import Line
from store.press.dump.lines.style import style_of

Classified = Callable[[str], list[str]]
BODY = "三座桥桥墩基础冲刷明显，五座桥栏板风化较重，其余四座状况良好，修缮从四月开始，年内完成。"
LEAD = f"本报讯（记者 白露）3月11日，{BODY}"


@pytest.fixture
def classified(lines_of: Callable[[str], list[Line]]) -> Classified:
    def read(text: str) -> list[str]:
        lines = lines_of(text)
        return [label.kind for label in classify(lines, style_of([lines]))]

    return read


def test_headline_and_lead(classified: Classified) -> None:
    assert classified(f"古桥体检完成\n{LEAD}\n{BODY}") == [
        kinds.HEAD,
        kinds.LEAD,
        kinds.BODY,
    ]


def test_a_short_line_before_a_lead_is_a_headline(classified: Classified) -> None:
    assert classified(f"古桥体检完成\n{LEAD}\n{BODY}\n春茶今日开园\n{LEAD}")[3] == kinds.HEAD


def test_parallel_short_lines_within_a_story_are_crossheads(classified: Classified) -> None:
    sections = "\n".join(f"{title}\n{BODY}\n{BODY}" for title in ("一、查", "二、修", "三、用"))
    found = classified(f"古桥体检完成\n{LEAD}\n{BODY}\n{sections}")
    assert [found[3], found[6], found[9]] == [kinds.CROSSHEAD] * 3


def test_the_rest_of_a_cut_paragraph(classified: Classified) -> None:
    assert classified(f"古桥体检完成\n{LEAD}\n{BODY[:22]}\n{BODY[22:]}")[2:] == [
        kinds.BODY,
        kinds.REST,
    ]


def test_a_caption_between_the_halves_of_a_paragraph(classified: Classified) -> None:
    long = BODY + "此前，县里请人逐一看过，" + BODY
    text = f"古桥体检完成\n{LEAD}\n{BODY}\n{long[:70]}\n图为南渡廊桥。 江一帆 摄\n{long[70:]}"
    assert classified(text)[3:] == [kinds.BODY, kinds.CAPTION, kinds.REST]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("新闻热线：0000-1234567", kinds.FURNITURE),
        ("责任编辑：白露 版式：简宁 校对：陆渔", kinds.FURNITURE),
        ("公益广告", kinds.FURNITURE),
        ("岑小满遗失身份证一张，声明作废。", kinds.FURNITURE),
        ("（本报柏林3月11日电）", kinds.TAIL),
        ("（作者为青溪县文保所所长）", kinds.TAIL),
        ("（相关报道见第四版）", kinds.TAIL),
        ("江一帆 摄", kinds.CREDIT),
        ("③2 江一帆 摄", kinds.CREDIT),
        ("（下转2版）", kinds.JUMP),
    ],
)
def test_fixed_forms(classified: Classified, line: str, kind: str) -> None:
    assert classified(f"古桥体检完成\n{LEAD}\n{BODY}\n{line}")[3] == kind


def test_a_box_belongs_to_its_story(classified: Classified) -> None:
    text = f"古桥体检完成\n核心阅读\n{BODY}\n本报记者 白 露\n{BODY}"
    assert classified(text)[:4] == [
        kinds.HEAD,
        kinds.CROSSHEAD,
        kinds.BODY,
        kinds.BYLINE,
    ]


def test_chapters_of_a_document_are_crossheads(classified: Classified) -> None:
    text = f"古桥保护办法\n第一章 总则\n第一条 {BODY}\n第二章 保护\n第二条 {BODY}"
    found = classified(text)
    assert (found[1], found[3]) == (kinds.CROSSHEAD, kinds.CROSSHEAD)


def test_no_head_is_taller_than_heads_are(classified: Classified) -> None:
    verse = "溪上的桥\n桥上的人\n人间的灯\n灯下的书\n书里的山\n山外的雨\n雨后的虹"
    found = classified(f"{LEAD}\n{verse}\n{LEAD}")
    runs = "".join("H" if kind == kinds.HEAD else "." for kind in found)
    assert "HHHHHH" not in runs


def test_sections_that_begin_as_agency_stories_do_stay_in_theirs(classified: Classified) -> None:
    agency = f"据新华社青溪6月2日电，{BODY}"
    text = f"开山之后\n{LEAD}\n山里的茶价\n{BODY}\n{agency}\n山上的天气\n{agency}\n{BODY}"
    found = classified(text)
    assert (found[2], found[5]) == (kinds.CROSSHEAD, kinds.CROSSHEAD)


def test_short_lines_within_a_story_that_nothing_shows_to_be_furniture_are_text() -> None:
    own = [dict.fromkeys(kinds.KINDS, -3.0) for _ in range(5)]
    lines = [Line(text, at, at) for at, text in enumerate((BODY, "生于南渡", "守桥", "架桥", BODY))]
    furniture = [Label(kinds.FURNITURE, 3.0)] * 3
    labels = [Label(kinds.BODY, 6.0), *furniture, Label(kinds.BODY, 6.0)]
    found = without_losses(list(labels), lines, own)
    assert [label.kind for label in found] == [kinds.BODY] * 5
    assert [label.margin for label in found] == [6.0, 0.0, 0.0, 0.0, 6.0]
    own[1][kinds.FURNITURE] = 4.0  # a cue of the trade's
    assert without_losses(list(labels), lines, own) == labels


def test_one_line_behind_a_story_that_nothing_shows_to_be_furniture_is_text() -> None:
    own = [dict.fromkeys(kinds.KINDS, -3.0) for _ in range(3)]
    lines = [Line(text, at, at) for at, text in enumerate((BODY, "守桥", "新闻热线：0000"))]
    labels = [Label(kinds.BODY, 6.0), *[Label(kinds.FURNITURE, 3.0)] * 2]
    own[2][kinds.FURNITURE] = 4.0
    found = without_losses(list(labels), lines, own)
    assert [label.kind for label in found] == [kinds.BODY, kinds.BODY, kinds.FURNITURE]
    own[1][kinds.FURNITURE] = -1.0  # it stands more than once
    assert without_losses(list(labels), lines, own) == labels


def test_the_line_over_a_story_without_a_head_is_not_lost() -> None:
    own = [dict.fromkeys(kinds.KINDS, -3.0) for _ in range(3)]
    own[1][kinds.HEAD] = 0.0
    lines = [Line(text, at, at) for at, text in enumerate(("青溪时报", "加固", BODY))]
    furniture = [Label(kinds.FURNITURE, 3.0)] * 2
    found = without_losses([*furniture, Label(kinds.CAPTION, 6.0)], lines, own)
    assert [label.kind for label in found] == [kinds.FURNITURE, kinds.HEAD, kinds.CAPTION]
    assert found[1].margin == 0.0


def test_a_sentence_behind_a_caption_is_text(classified: Classified) -> None:
    text = f"古桥体检完成\n{LEAD}\n{BODY}\n▲百名学生共护一座桥。江一帆摄\n另外两座留待来年。"
    assert classified(f"{text}\n春茶今日开园\n{LEAD}")[4] == kinds.BODY


def test_who_said_it_stands_behind_a_quotation_and_is_no_subhead(classified: Classified) -> None:
    said = "——2029年3月2日，县长沈亮在青溪县古桥修缮工作会上强调"
    found = classified(f"古桥体检完成\n{LEAD}\n“桥在，路就在；路在，人就在。”\n{said}\n{BODY}")
    assert found[3] == kinds.BODY


def test_what_a_picture_shows_is_no_headline(classified: Classified) -> None:
    picture = "5月6日，在青溪县南渡廊桥上，村民把一百只灯笼挂上桥头。中新社发"
    found = classified(f"古桥体检完成\n{picture}\n{BODY}\n{BODY}")
    assert kinds.HEAD not in found[1:]


def test_each_line_tells_what_was_learned_alone_has_in_its_place(
    lines_of: Callable[[str], list[Line]],
) -> None:
    lines = lines_of(f"古桥体检完成\n{LEAD}\n{BODY}")
    head, lead, _ = classify(lines, style_of([lines]))
    assert (head.kind, head.learned) == (kinds.HEAD, kinds.HEAD)
    assert (lead.kind, lead.learned) == (kinds.LEAD, kinds.LEAD)
