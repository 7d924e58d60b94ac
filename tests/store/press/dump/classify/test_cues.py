"""The table of cues: what each says, and that it says so of kinds that there are."""

from itertools import chain

import pytest

from store.press.dump.classify.cues import (
    END_CUES,
    INSIDE_CUES,
    LINE_CUES,
    START_CUES,
    Cue,
)
from store.press.dump.classify.last_cues import LAST_CUES
from store.press.dump.lines.kinds import KINDS
from store.press.text.characters import folded

ALL = (*START_CUES, *LINE_CUES, *END_CUES, *INSIDE_CUES, *LAST_CUES)


def names(cues: tuple[Cue, ...], text: str) -> set[str]:
    return {cue.name for cue in cues if cue.pattern.fullmatch(text)}


def test_each_cue_has_a_name_of_its_own_and_weighs_kinds_that_there_are() -> None:
    assert len({cue.name for cue in ALL}) == len(ALL)
    assert set(chain.from_iterable(cue.weights for cue in ALL)) <= set(KINDS)
    assert all(any(cue.weights.values()) for cue in ALL)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("2024年3月12日 星期二 总第1806期", "date line"),
        ("(2024-03-12) 青溪电讯", "date line"),
        ("第118期", "issue number"),
        ("今日8版", "issue number"),
        ("青溪时报", "name of a paper"),
        ("公益广告", "advertisement"),
        ("遗失声明", "advertisement"),
        ("——青溪县修桥侧记", "——副题"),
        ("本报驻北京记者 白露", "byline"),
        ("本报评论员", "评论员"),
        ("白露/文 江一帆/摄", "credit"),
        ("文/白露 图/江一帆", "credit"),
        ("(完)", "tail"),
        ("老桥廊顶月底补齐(白露摄)", "caption with credit"),
        ("白露 ( 江一帆攝 ) ▲", "caption with credit"),
        ("▲白露巡查廊橋,與守橋人閒談。(江一帆攝)", "caption with credit"),
        ("村民在廊桥上挂灯笼。中新社发", "图源"),
        ("青溪报记者", "评论员"),
        ("(本报见习记者)", "评论员"),
        ("专栏:", "empty label"),
        ("相關新聞見04", "see pages"),
        ("社论", "genre"),
        ("(白露 简宁)", "tail"),
        ("(下转2版)", "下转"),
        ("See page 3", "下转"),
        ("(上接第一版)", "上接"),
        ("今日导读", "导读"),
        ("» 详见 3 版", "reference alone"),
        ("古桥体检……第3版", "title and reference"),
    ],
)
def test_a_whole_line(line: str, name: str) -> None:
    assert name in names(LINE_CUES, line)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("本报讯(记者 白露)", "电头"),
        ("QINGXI, March 12 — ", "dateline"),
        ("QINGXI: A new bridge was opened on Monday.", "dateline"),
        ("一、查", "numbered"),
        ("(二)修", "numbered"),
        ("图为南渡廊桥", "图为"),
        ("第一章 总则", "chapter"),
        ("。修缮", "closing mark"),
    ],
)
def test_the_start_of_a_line(line: str, name: str) -> None:
    assert name in {cue.name for cue in START_CUES if cue.pattern.match(line)}


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("责任编辑：白露", True),
        ("责任编辑 白露 版式设计 江一帆 校对 简宁", True),
        ("责任编辑 白露说桥通了", False),
        ("他在县里做过编辑 白露也做过", False),
    ],
)
def test_editors_with_and_without_colons(line: str, found: bool) -> None:
    seen = {cue.name for cue in INSIDE_CUES if cue.pattern.search(folded(line))}
    assert ("editors" in seen) == found


@pytest.mark.parametrize(
    ("line", "found"), [("刊号：CN33-0001", True), ("创刊号的来历：一台捡来的油印机。", False)]
)
def test_a_papers_number_is_no_first_number(line: str, found: bool) -> None:
    seen = {cue.name for cue in INSIDE_CUES if cue.pattern.search(folded(line))}
    assert ("masthead" in seen) == found
