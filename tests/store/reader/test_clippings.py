"""Clippings: kept with their source, and printed for use elsewhere."""

import csv
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from store.backends.files import Files
from store.errors import DubaoError, NotFoundError
from store.models import Byline, Issue
from store.reader.clippings import Clips, as_csv, as_markdown, open_clips

Builder = Callable[..., Any]


@pytest.fixture
def issue(builder: Builder) -> Issue:
    paper = (
        builder()
        .on(2024, 3, 5)
        .page("A1")
        .article(
            "古桥修好了", "石匠说。", "=1+1", "完。", byline=(Byline("记者", ("叶知秋", "顾长河")),)
        )
    )
    made: Issue = paper.issue()
    return made


@pytest.fixture
def clips(files: Files, clock: Callable[[], datetime]) -> Clips:
    return Clips(files, clock)


def test_a_clipping_holds_its_text_and_its_source(clips: Clips, files: Files, issue: Issue) -> None:
    clip = clips.clip(issue, issue.articles[0])
    assert clip.citation == "叶知秋, 顾长河. 古桥修好了[N]. 临江报, 2024-03-05(A1)."
    assert clip.paragraphs == ("石匠说。", "=1+1", "完。")
    assert clip.whole
    assert list(Clips(files).all()) == [clip]


def test_some_paragraphs_are_clipped_in_their_order(clips: Clips, issue: Issue) -> None:
    clip = clips.clip(issue, issue.articles[0], [2, 0, 2])
    assert (clip.paragraphs, clip.whole) == (("石匠说。", "完。"), False)
    with pytest.raises(DubaoError, match="has 3 paragraphs"):
        clips.clip(issue, issue.articles[0], [3])
    assert list(clips.all()) == [clip]


def test_what_is_not_printed_is_not_made_up(clips: Clips, builder: Builder) -> None:
    issue = builder("").page("1").article("", "无题的一段。").issue()
    assert clips.clip(issue, issue.articles[0]).citation == "无题[N]. 报名不详, 日期不详(1)."
    pageless = replace(issue.articles[0], page="")
    assert clips.clip(issue, pageless).citation == "无题[N]. 报名不详, 日期不详."


def test_many_authors_are_shortened(clips: Clips, builder: Builder) -> None:
    names = ("甲一", "乙二", "丙三", "丁四")
    issue = builder().page("1").article("题", byline=(Byline("记者", names),)).issue()
    assert clips.clip(issue, issue.articles[0]).citation.startswith("甲一, 乙二, 丙三, 等. 题[N]")


def test_they_lie_by_month_and_are_dropped(tmp_path: Path, issue: Issue) -> None:
    moments = iter(datetime(2024, 3, 31, tzinfo=UTC) + timedelta(days=n) for n in range(2))
    clips = open_clips(tmp_path, clock=lambda: next(moments))
    first, second = (clips.clip(issue, issue.articles[0]) for _ in range(2))
    assert sorted(path.name for path in (tmp_path / "clips").iterdir()) == [
        "2024-03.json",
        "2024-04.json",
    ]
    assert list(clips.all()) == [first, second]
    assert clips.drop(first.id) == first
    assert list(clips.all()) == [second]
    with pytest.raises(NotFoundError, match="dubao clips"):
        clips.drop(first.id)


def test_a_table_is_read_back_and_runs_nothing(clips: Clips, issue: Issue) -> None:
    clip = clips.clip(issue, issue.articles[0], [1])
    (line,) = csv.DictReader(as_csv([clip]))
    assert line["headline"] == "古桥修好了"
    assert line["text"] == "'=1+1"
    assert line["citation"] == clip.citation


def test_markdown_quotes_the_text_above_its_source(clips: Clips, issue: Issue) -> None:
    text = list(as_markdown([clips.clip(issue, issue.articles[0], [0])]))
    assert text == ["## 古桥修好了", "", "> 石匠说。", "", text[-1]]
    assert text[-1].startswith("— 叶知秋")
