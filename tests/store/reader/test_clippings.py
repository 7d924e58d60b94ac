"""Clippings: kept with their source, their note and their names."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from store.backends.files import Files
from store.backends.state_files import StateRecords
from store.errors import DubaoError, NotFoundError
from store.models import Byline, Issue
from store.reader.clippings import MOST_IN_FILE, Clip, Clips, Cutting, open_clips

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
    assert clip.numbers == (0, 2)
    with pytest.raises(DubaoError, match="has 3 paragraphs"):
        clips.clip(issue, issue.articles[0], [3])
    assert list(clips.all()) == [clip]


def test_clippings_of_one_article_can_be_told_apart(clips: Clips, builder: Builder) -> None:
    paragraphs = [f"{number}座桥的桥墩冲刷明显，栏板风化较重。" for number in range(1, 7)]
    issue = builder().on(2024, 3, 5).page("A1").article("古桥修好了", *paragraphs).issue()
    (article,) = issue.articles
    assert clips.clip(issue, article).part == ""
    assert clips.clip(issue, article, [1]).part == "¶2 2座桥的桥墩冲刷明显，栏板风化较…"
    assert (
        clips.clip(issue, article, [5, 1, 2, 3]).part == "¶2-4 6 2座桥的桥墩冲刷明显，栏板风化较…"
    )
    of_before = replace(clips.clip(issue, article, [0]), numbers=())
    assert of_before.part == "¶ 1座桥的桥墩冲刷明显，栏板风化较…"


def test_a_note_of_ones_own_is_kept_on_a_clipping(clips: Clips, files: Files, issue: Issue) -> None:
    clip = clips.clip(issue, issue.articles[0])
    noted = clips.note(clip.id, "存档：用于堤防一章")
    assert noted == replace(clip, note="存档：用于堤防一章")
    assert list(Clips(files).all()) == [noted]
    assert clips.note(clip.id, "") == clip


def test_many_are_kept_in_one_go_and_are_new_once(clips: Clips, builder: Builder) -> None:
    issue = builder().page("1").article("古桥", "石匠说。").article("春茶", "采茶。").issue()
    cuttings = [Cutting(issue, article) for article in issue.articles]
    clips.clip_all(clips.new(cuttings[:1]))
    assert clips.new([*cuttings, *cuttings]) == cuttings[1:]
    clips.clip_all(clips.new(cuttings))
    assert [clip.headline for clip in clips.all()] == ["古桥", "春茶"]
    assert clips.new(cuttings) == []


def test_a_short_name_means_a_clipping(clips: Clips, issue: Issue) -> None:
    first, second = (clips.clip(issue, issue.articles[0]) for _ in range(2))
    names = clips.short_names()
    assert clips.named(names[first.id]) == first
    assert clips.named(names[second.id].upper()) == second
    with pytest.raises(DubaoError, match="2 clippings; give more"):
        clips.named("20")
    with pytest.raises(NotFoundError, match="dubao clips"):
        clips.named("")
    assert clips.drop(names[first.id]) == first
    assert clips.short_names() == {second.id: names[second.id]}, "it is the same ever after"
    assert clips.undo_drop() == first
    assert clips.undo_drop() is None
    assert list(clips.all()) == [first, second]


def test_clippings_of_before_there_were_notes_are_read(tmp_path: Path, issue: Issue) -> None:
    clip = open_clips(tmp_path).clip(issue, issue.articles[0])
    (file,) = (tmp_path / "clips").iterdir()
    before = re.sub(rb',"sum":[0-9]+', b"", file.read_bytes().replace(b',"note":""', b""))
    assert b"note" not in before
    file.write_bytes(before)
    assert list(open_clips(tmp_path).all()) == [clip]


def test_they_lie_by_month_and_are_dropped(tmp_path: Path, issue: Issue) -> None:
    days = (0, 1, 1, 20, 60)
    moments = iter(datetime(2024, 3, 31, tzinfo=UTC) + timedelta(days=day) for day in days)
    clips = open_clips(tmp_path, clock=lambda: next(moments))
    first, second = (clips.clip(issue, issue.articles[0]) for _ in range(2))
    assert sorted(path.name for path in (tmp_path / "clips").iterdir()) == [
        "2024-03.json",
        "2024-04.json",
    ]
    assert list(clips.all()) == [first, second]
    third = clips.clip(issue, issue.articles[0], [0])
    assert clips.drop(second.id) == second
    assert list(clips.all()) == [first, third]
    with pytest.raises(NotFoundError, match="dubao clips"):
        clips.drop(second.id)
    clips.drop(third.id)
    again = open_clips(tmp_path)
    assert [again.undo_drop(), again.undo_drop()] == [third, None], "the other one is long gone"


def test_one_more_writes_no_file_that_is_full(tmp_path: Path, builder: Builder) -> None:
    paper = builder().page("1")
    for number in range(2 * MOST_IN_FILE + 2):
        paper.article(f"古桥之{number}", "石匠说。")
    issue = paper.issue()
    cuttings = [Cutting(issue, article) for article in issue.articles]
    moments = (datetime(2024, 3, 30, tzinfo=UTC) + timedelta(days=n) for n in count())
    clips = open_clips(tmp_path, clock=lambda: next(moments))
    kept = clips.clip_all(cuttings[:-2])
    full = {path: path.stat().st_ino for path in (tmp_path / "clips").iterdir()}
    assert len(full) == 2
    kept += clips.clip_all(clips.new(cuttings[:-1])) + clips.clip_all(clips.new(cuttings))
    assert {path: path.stat().st_ino for path in full} == full
    names = sorted(path.name for path in (tmp_path / "clips").iterdir())
    assert names == [
        "2024-03.json",
        *(f"2024-03_{kept[at].id}.json" for at in (MOST_IN_FILE, 2 * MOST_IN_FILE)),
        "2024-04.json",
    ]
    again = open_clips(tmp_path)
    assert list(again.all()) == kept
    for clip in (kept[MOST_IN_FILE - 1], kept[MOST_IN_FILE], kept[-1]):
        assert again.drop(clip.id) == clip
        assert list(again.all()) == [each for each in kept if each != clip]
        assert again.undo_drop() == clip
        assert again.note(clip.id, "存档") == replace(clip, note="存档")
        assert again.note(clip.id, "") == clip
    assert list(again.all()) == kept
    assert sorted(path.name for path in (tmp_path / "clips").iterdir()) == names


def test_one_more_decodes_no_file_that_holds_nothing_of_its_article(
    clips: Clips, builder: Builder, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = builder().page("1")
    for number in range(MOST_IN_FILE + 1):
        paper.article(f"古桥之{number}", "石匠说。")
    issue = paper.issue()
    cuttings = [Cutting(issue, article) for article in issue.articles]
    clips.clip_all(cuttings)
    decoded: list[str] = []
    read = StateRecords[Clip].read

    def reading(self: StateRecords[Clip], name: str) -> dict[str, Clip]:
        decoded.append(name)
        return read(self, name)

    monkeypatch.setattr(StateRecords, "read", reading)
    assert clips.new(cuttings[:1]) == []
    assert len(decoded) == 1
