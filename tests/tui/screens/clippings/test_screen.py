"""The screen of clippings, driven by its keys."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from store.library.library import Library
from store.models import Byline
from store.reader.clippings import Clips, open_clips
from store.reader.marks import Marks
from tui.app import DubaoApp
from tui.panes.clippings import ClipList
from tui.panes.question import Question
from tui.screens.clippings.screen import ClippingsScreen
from tui.screens.reading.screen import ReadingScreen

FIRST = datetime(2024, 3, 6, 4, tzinfo=UTC)


@pytest.fixture
def clips(
    library: Library, builder: type[Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Clips:
    """Give three clippings of two days, of which the first article has no issue any more."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    moments = iter(FIRST + timedelta(hours=hours) for hours in (0, 48, 49))
    clips = open_clips(clock=lambda: next(moments))
    gone = builder("旧报").on(2020, 1, 1).page("2").article("老桥拆了", "拆桥的人说。").issue()
    clips.clip(gone, gone.articles[0])
    paper = builder("临江报").on(2024, 3, 5).page("1").article("头条", "别的。")
    paper.article("古桥修好了", "石匠说。", byline=(Byline("记者", ("叶知秋",)),))
    paper.article("春茶开园", "茶农采茶。").add_to(library)
    issue = library.issue(library.rows()[0].id)
    for article in issue.articles[1:]:
        clips.clip(issue, article)
    return clips


@pytest.fixture
def app(library: Library, marks: Marks, clips: Clips) -> DubaoApp:
    return DubaoApp(library, marks)


def rows(app: DubaoApp) -> list[tuple[str, str, str]]:
    """Return day, headline and note of the rows shown."""
    return [(row.day, row.headline, row.note) for row in app.screen.query_one(ClipList).rows]


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (200, 50)])
async def test_they_stand_by_day_with_their_text(
    drive: Any, app: DubaoApp, size: tuple[int, int]
) -> None:
    async with drive(app, size) as reader:
        await reader.press("B")
        assert [headline for _, headline, _ in rows(app)] == ["春茶开园", "古桥修好了", "老桥拆了"]
        days = [day for day, _, _ in rows(app)]
        assert days[1] == ""
        assert days[0] > days[2] > ""
        assert "茶农采茶。" in reader.text
        await reader.press("down")
        assert "石匠说。" in reader.text
        if size[1] > 12:
            assert "叶知秋. 古桥修好了[N]" in reader.text
        await reader.press("B")
        assert isinstance(app.screen, ReadingScreen)


async def test_one_leads_to_its_article_if_that_is_there(drive: Any, app: DubaoApp) -> None:
    async with drive(app, (80, 24)) as reader:
        await reader.press("B", "end", "enter")
        assert "no longer in the library" in reader.told
        assert "拆桥的人说。" in reader.text
        await reader.press("up", "enter")
        assert reader.pane.article.headline == "古桥修好了"


async def test_a_note_of_ones_own_is_written_and_changed(
    drive: Any, app: DubaoApp, clips: Clips
) -> None:
    async with drive(app, (80, 24)) as reader:
        await reader.press("B", "e", *"写序", "enter")
        assert rows(app)[0][2] == "写序"
        await reader.press("e", *"时用", "enter")
        assert [clip.note for clip in clips.all()] == ["", "", "写序时用"]
        await reader.press("e", "end", "ctrl+u", "minus", "enter")
        assert {clip.note for clip in clips.all()} == {""}


async def test_one_is_dropped_and_brought_back(drive: Any, app: DubaoApp, clips: Clips) -> None:
    before = list(clips.all())
    async with drive(app, (80, 24)) as reader:
        await reader.press("B", "D", "D")
        assert list(clips.all()) == before[:1]
        assert "u brings it back" in reader.told
        await reader.press("u", "escape", "B", "u")
        assert list(clips.all()) == before
        await reader.press("u")
        assert "nothing to undo" in reader.told


async def test_they_are_searched_and_what_is_shown_is_written(
    drive: Any, app: DubaoApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "剪报.csv"
    monkeypatch.chdir(tmp_path)
    async with drive(app, (80, 24)) as reader:
        await reader.press("B", "slash", *"桥", "enter")
        assert [headline for _, headline, _ in rows(app)] == ["古桥修好了", "老桥拆了"]
        await reader.press("w", *str(tmp_path / "a.doc"), "enter")
        assert ".bib" in reader.told, "what was typed stays, to be mended"
        await reader.press("escape", "w", *str(file), "enter")
        assert f"2 clippings in {file}." in reader.told, "where that is is seen"
        await reader.press("w", *file.name, "enter")
        assert "already exists; name another." in reader.told, "the reader has no --force"
        assert app.screen.query_one(Question).value == file.name
        await reader.press("escape", "escape")
        assert len(rows(app)) == 3
        await reader.press("escape")
        assert isinstance(app.screen, ReadingScreen)
    text = file.read_text("utf-8-sig")
    assert text.index("老桥拆了") < text.index("古桥修好了")
    assert "春茶" not in text


async def test_without_any_it_says_how_to_clip(
    drive: Any, papers: Callable[[], DubaoApp], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "none"))
    app = papers()
    async with drive(app, (80, 24)) as reader:
        await reader.press("B")
        assert "x clips the article" in reader.told
        await reader.press("D", "e", "enter", "w", "space", "down")
        assert isinstance(app.screen, ClippingsScreen)
        await reader.press("B", "x", "B")
        assert len(rows(app)) == 1


async def test_a_guest_has_clippings_and_writes_no_file(
    drive: Any, library: Library, marks: Marks, clips: Clips
) -> None:
    app = DubaoApp(library, marks, restricted=True)
    async with drive(app, (80, 24)) as reader:
        await reader.press("B", "w")
        assert isinstance(app.screen, ClippingsScreen)
        assert not app.screen.query("Question")
