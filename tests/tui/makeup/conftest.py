"""An invented paper whose pages are made up, and its sheets as text."""

from collections.abc import Callable
from typing import Any

import pytest

from store.models import IndexEntry, Issue
from tui.makeup.sheets import Sheet
from tui.typeset import width

SENTENCES = (
    "望江县连日降雨各乡镇加固堤防值守人员昼夜巡查",
    "县里的技术员每天沿江走上三趟记下每一处渗水的地方",
    "临水镇的老人都说这座桥修好以后赶集要近十五里路",
    "茶农们清早上山赶在太阳出来以前采下头一批嫩芽",
)
"""Of which the stories are made: without marks, so that any line may end anywhere."""

STORIES = (
    (
        "全县防汛不松劲 各乡镇昼夜巡堤查险",
        "顾长河在巡查沿江堤防时强调",
        "——抓早抓小 守住每一段堤",
        18,
    ),
    ("临水老桥换新颜", "百年石桥月底通车", "", 12),
    ("春茶开园采摘忙 茶农增收有盼头", "", "今年头采比去年早八天", 10),
    ("石匠收徒", "", "", 6),
    ("临江书屋今日亮灯", "", "", 1),
    ("全县12所学校用上直饮水", "", "", 3),
    ("龙舟下水 青年队苦练起桨", "", "", 5),
    ("望江中学2个班试行“无作业日”", "一周一天", "", 4),
    ("夜市搬家 摊主叫好", "", "", 2),
)
"""Headline, kicker, subhead and number of sentences."""


def text_of(sentences: int) -> str:
    """Return a text of so many sentences."""
    return "".join(SENTENCES[at % len(SENTENCES)] for at in range(sentences))


@pytest.fixture
def issue(builder: type[Any]) -> Issue:
    """Give an issue with a full first page, a contents box, and a second page of one story."""
    boxed = (IndexEntry("龙舟赛程公布", "", "2"), IndexEntry("副刊：江边的灯", "", "4"))
    paper = builder("临江报").on(2024, 3, 5).having(number=218, index=boxed).page("1", "要闻")
    for headline, kicker, subhead, sentences in STORIES:
        text = text_of(sentences)
        paper.article(headline, text, text, kicker=kicker, subhead=subhead)
    made: Issue = paper.page("2", "综合").article("龙舟赛程公布", text_of(9)).issue()
    return made


def rows_of(sheet: Sheet) -> list[str]:
    """Return the rows of a sheet as text; no piece begins before the one at its left has ended."""
    rows = []
    for pieces in sheet.rows:
        row = ""
        for piece in pieces:
            assert width(row) <= piece.x, (row, piece)
            row += " " * (piece.x - width(row)) + "".join(run.text for run in piece.runs)
        rows.append(row.rstrip())
    return rows


@pytest.fixture(scope="session")
def shown() -> Callable[[Sheet], list[str]]:
    """Give what shows a sheet as rows of text."""
    return rows_of
