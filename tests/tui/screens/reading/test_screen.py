"""The reading screen, driven by its keys at three sizes."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from store.library.library import Library, open_library
from store.reader.marks import Marks
from tui.app import DubaoApp
from tui.panes.article import ArticlePane
from tui.panes.filter import FilterPane
from tui.panes.filter_line import FilterLine, FilterSummary
from tui.panes.issues import IssueList
from tui.panes.keywords import KeywordList
from tui.panes.status import StatusLine
from tui.screens.help import HelpScreen
from tui.screens.reading.screen import ReadingScreen

NARROW, MIDDLE, WIDE = (40, 12), (80, 24), (121, 40)
ISSUE = "linjiangbao-2024-03-05"
LONG = "望江县连日降雨，各乡镇加固堤防，值守人员昼夜巡查。"


@pytest.fixture
def reader(library: Library, marks: Marks, builder: type[Any]) -> Callable[[], DubaoApp]:
    """Give a maker of readers in one library: a long story, two short ones, an older issue."""
    new = builder("临江报").on(2024, 3, 5).page("1", "要闻")
    new.article("防汛备汛不松劲", *[LONG * 4] * 12, kicker="顾长河在防汛现场会上强调")
    new.article("老桥换新颜", "石匠叶知秋说，[/]桥修好了，手艺也要传下去。")
    new.page("2").article("春茶开园", "茶农宋阿婆采下半篓鲜叶，防汛不误农时。")
    new.add_to(library)
    builder("临江报").on(2024, 3, 1).page("1").article("旧闻一则").add_to(library)
    return lambda: DubaoApp(library, marks)


@asynccontextmanager
async def opened(app: DubaoApp, size: tuple[int, int]) -> AsyncIterator[Pilot[None]]:
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        yield pilot


async def settled(pilot: Pilot[None]) -> None:
    """Wait until the workers are done and the screen has taken in what they said."""
    while True:
        await pilot.pause()
        if not list(pilot.app.workers):
            return
        await pilot.app.workers.wait_for_complete()


async def press(pilot: Pilot[None], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await settled(pilot)


def reading(pilot: Pilot[None]) -> ReadingScreen:
    screen = pilot.app.screen_stack[0]
    assert isinstance(screen, ReadingScreen)
    return screen


def shown(pilot: Pilot[None]) -> str:
    article = reading(pilot).query_one(ArticlePane).article
    return article.id.partition("/")[2] if article else ""


def labels(pilot: Pilot[None]) -> list[str]:
    return [row.label for row in reading(pilot).query_one(IssueList).rows]


def unread(pilot: Pilot[None]) -> int:
    return sum(row.unread for row in reading(pilot).query_one(IssueList).rows if not row.depth)


def focused(pilot: Pilot[None]) -> type:
    return type(reading(pilot).focused)


def screen_text(pilot: Pilot[None]) -> str:
    strips = pilot.app.screen._compositor.render_strips()
    return "\n".join(strip.text for strip in strips)


def visible(pilot: Pilot[None]) -> set[type]:
    return {
        kind
        for kind in (IssueList, ArticlePane, FilterPane)
        if reading(pilot).query_one(kind).region.area
    }


@pytest.mark.parametrize(
    ("size", "panes"),
    [
        (NARROW, {IssueList}),
        (MIDDLE, {IssueList, ArticlePane}),
        ((120, 40), {IssueList, ArticlePane, FilterPane}),
        (WIDE, {IssueList, ArticlePane, FilterPane}),
        ((250, 70), {IssueList, ArticlePane, FilterPane}),
    ],
)
async def test_it_opens_at_the_newest_issues_first_article(
    reader: Callable[[], DubaoApp], size: tuple[int, int], panes: set[type]
) -> None:
    async with opened(reader(), size) as pilot:
        assert focused(pilot) is IssueList
        assert visible(pilot) == panes
        assert shown(pilot) == "1.1"
        assert labels(pilot)[:4] == ["临江报", "2024-03-05", "1版 要闻", "防汛备汛不松劲"]
        row = reading(pilot).query_one(IssueList).row
        assert row is not None
        assert row.label == "防汛备汛不松劲"
        if ArticlePane in panes:
            assert "顾长河在防汛现场会上强调" in screen_text(pilot)


@pytest.mark.parametrize("size", [NARROW, MIDDLE, WIDE])
async def test_space_alone_carries_one_through_everything(
    reader: Callable[[], DubaoApp], size: tuple[int, int]
) -> None:
    async with opened(reader(), size) as pilot:
        seen: list[str] = []
        for _ in range(60):
            if not seen or seen[-1] != shown(pilot):
                seen.append(shown(pilot))
            if not unread(pilot):
                break
            await pilot.press("space")
        assert seen == ["1.1", "1.2", "2.1", "1.1"]
        assert unread(pilot) == 0


async def test_passing_over_an_article_does_not_read_it(reader: Callable[[], DubaoApp]) -> None:
    async with opened(reader(), WIDE) as pilot:
        await press(pilot, "j", "j", "j")
        assert shown(pilot) == "2.1"
        assert unread(pilot) == 4


async def test_reading_to_the_end_reads_it(reader: Callable[[], DubaoApp]) -> None:
    async with opened(reader(), MIDDLE) as pilot:
        await press(pilot, "enter")
        assert focused(pilot) is ArticlePane
        assert unread(pilot) == 4
        await press(pilot, "G")
        assert unread(pilot) == 3
        await press(pilot, "r")
        assert unread(pilot) == 4


async def test_in_the_narrow_layout_one_pane_at_a_time_is_seen(
    reader: Callable[[], DubaoApp],
) -> None:
    async with opened(reader(), NARROW) as pilot:
        await press(pilot, "enter")
        assert visible(pilot) == {ArticlePane}
        await press(pilot, "slash")
        assert visible(pilot) == {FilterPane}
        await press(pilot, "escape")
        assert visible(pilot) == {IssueList}


@pytest.mark.parametrize("size", [NARROW, MIDDLE, WIDE])
async def test_typing_narrows_and_escape_gives_everything_back(
    reader: Callable[[], DubaoApp], size: tuple[int, int]
) -> None:
    async with opened(reader(), size) as pilot:
        everything = labels(pilot)
        await press(pilot, "slash", *"防汛")
        assert "老桥换新颜" not in labels(pilot)
        assert {"防汛备汛不松劲", "春茶开园"} <= set(labels(pilot))
        assert "2 of 4 articles" in reading(pilot).query_one(FilterSummary).shown
        await press(pilot, "enter")
        assert focused(pilot) is IssueList
        await press(pilot, "escape")
        assert labels(pilot) == everything
        assert reading(pilot).query_one(FilterPane).text == ""


async def test_hits_are_marked_at_the_right_cells(reader: Callable[[], DubaoApp]) -> None:
    async with opened(reader(), WIDE) as pilot:
        await press(pilot, "slash", *"鲜叶", "enter")
        pane = reading(pilot).query_one(ArticlePane)
        marked = [
            segment.text
            for y in range(pane.size.height)
            for segment in pane.render_line(y)
            if segment.style and segment.style.reverse
        ]
        assert marked == ["鲜叶"]


async def test_nothing_found_leaves_the_way_back(reader: Callable[[], DubaoApp]) -> None:
    async with opened(reader(), MIDDLE) as pilot:
        await press(pilot, "j", "slash", *"无此词")
        assert labels(pilot) == []
        await press(pilot, "escape")
        assert shown(pilot) == "1.2"


async def test_a_keyword_toggles_as_one_more_term(
    reader: Callable[[], DubaoApp], library: Library, builder: type[Any]
) -> None:
    from store.models import Keyword

    words = (Keyword("石匠", 0.5, "topic"), Keyword("叶知秋", 0.4, "person"))
    paper = builder("临江报").on(2024, 3, 9).page("1").article("学艺", "石匠收徒。", keywords=words)
    paper.add_to(library)
    async with opened(reader(), WIDE) as pilot:
        await press(pilot, "shift+tab")
        assert focused(pilot) is KeywordList
        await press(pilot, "space")
        assert reading(pilot).query_one(FilterPane).text in ("石匠", "叶知秋")
        await press(pilot, "space")
        assert reading(pilot).query_one(FilterPane).text == ""


async def test_stars_are_kept(reader: Callable[[], DubaoApp], marks: Marks) -> None:
    async with opened(reader(), MIDDLE) as pilot:
        await press(pilot, "j", "s")
        row = reading(pilot).query_one(IssueList).row
        assert row is not None
        assert row.starred
        assert len(marks.starred_keys()) == 1


async def test_the_next_start_begins_where_this_one_ended(reader: Callable[[], DubaoApp]) -> None:
    async with opened(reader(), MIDDLE) as pilot:
        await press(pilot, "enter", "pagedown", "pagedown")
        place = reading(pilot).query_one(ArticlePane).place()
        assert place != (0, 0)
        await press(pilot, "slash", *"防汛", "q")
        await press(pilot, "escape", "slash", *"防汛", "enter", "q")
    async with opened(reader(), WIDE) as pilot:
        assert reading(pilot).query_one(FilterPane).text == "防汛"
        assert shown(pilot) == "1.1"
        assert "老桥换新颜" not in labels(pilot)


async def test_a_resize_keeps_the_place(reader: Callable[[], DubaoApp]) -> None:
    async with opened(reader(), MIDDLE) as pilot:
        await press(pilot, "enter", "pagedown")
        paragraph, offset = reading(pilot).query_one(ArticlePane).place()
        await pilot.resize_terminal(60, 20)
        await settled(pilot)
        again = reading(pilot).query_one(ArticlePane).place()
        assert again[0] == paragraph
        assert abs(again[1] - offset) < 40


async def test_help_is_for_where_one_stands(reader: Callable[[], DubaoApp]) -> None:
    async with opened(reader(), MIDDLE) as pilot:
        await press(pilot, "question_mark")
        assert isinstance(pilot.app.screen, HelpScreen)
        assert "The issue list" in screen_text(pilot)
        await press(pilot, "escape", "enter", "question_mark")
        assert "To the next hit" in screen_text(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, ReadingScreen)


async def test_hints_never_name_a_key_that_types(reader: Callable[[], DubaoApp]) -> None:
    async with opened(reader(), WIDE) as pilot:
        hints = reading(pilot).query_one(StatusLine)
        assert any(hint.startswith("Space") for hint in hints.left)
        await press(pilot, "slash")
        assert focused(pilot) is FilterLine
        assert not any(hint.startswith(("Space", "/", "s ", "?")) for hint in hints.left)
        assert "Esc clear" in hints.left
        await press(pilot, "桥", "escape")
        assert (focused(pilot), reading(pilot).query_one(FilterLine).value) == (IssueList, "")


async def test_folding_hides_what_is_beneath(reader: Callable[[], DubaoApp]) -> None:
    async with opened(reader(), MIDDLE) as pilot:
        await press(pilot, "h", "h", "h", "h")
        assert labels(pilot) == ["临江报", "2024-03-05", "2024-03-01"]
        await press(pilot, "h", "h")
        assert labels(pilot) == ["临江报"]
        await press(pilot, "l")
        assert labels(pilot) == ["临江报", "2024-03-05", "2024-03-01"]


async def test_the_palette_finds_commands_by_name(reader: Callable[[], DubaoApp]) -> None:
    async with opened(reader(), MIDDLE) as pilot:
        names = [command.title for command in pilot.app.get_system_commands(pilot.app.screen)]
        assert "Star the article, or no longer" in names
        assert "Down" in names
        assert "Screenshot" not in names


async def test_an_empty_library_opens(library: Library, marks: Marks) -> None:
    async with opened(DubaoApp(library, marks), MIDDLE) as pilot:
        await press(pilot, "space", "enter", "s", "r", "J", "slash", "x", "escape")
        assert labels(pilot) == []


async def test_all_beneath_a_row_is_marked_and_undone_as_one(
    reader: Callable[[], DubaoApp], marks: Marks
) -> None:
    async with opened(reader(), MIDDLE) as pilot:
        await press(pilot, "s", "h", "A")  # on the page
        assert unread(pilot) == 2
        await press(pilot, "h", "h", "A")  # on the issue
        assert unread(pilot) == 1
        await press(pilot, "u")
        assert unread(pilot) == 2
        await press(pilot, "u", "u")
        assert unread(pilot) == 4
        assert not marks.starred_keys()
        await press(pilot, "u")
        assert "nothing to undo" in screen_text(pilot)


async def test_an_undo_reaches_back_over_restarts(
    reader: Callable[[], DubaoApp], library: Library
) -> None:
    async with opened(reader(), MIDDLE) as pilot:
        await press(pilot, "s", "D")
        assert "2024-03-05" not in labels(pilot)
        assert f"{ISSUE} is out of the library" in screen_text(pilot)
        await press(pilot, "q")
    async with opened(reader(), MIDDLE) as pilot:
        assert [row.id for row in library.rows()] == ["linjiangbao-2024-03-01"]
        await press(pilot, "u")
        assert "2024-03-05" in labels(pilot)
        await press(pilot, "u")
        assert "Undone" in screen_text(pilot)


async def test_a_tag_is_asked_for_and_taken_away(
    reader: Callable[[], DubaoApp], marks: Marks
) -> None:
    async with opened(reader(), MIDDLE) as pilot:
        await press(pilot, "t", *"flood relief", "enter")
        assert list(marks.tags()) == ["flood-relief"]
        assert focused(pilot) is IssueList
        await press(pilot, "t")
        assert "there are: flood-relief" in screen_text(pilot)
        await press(pilot, *"flood-relief", "enter")
        assert not marks.tags()
        await press(pilot, "t", "x", "escape")
        assert not marks.tags()


async def test_what_another_session_imports_is_seen_and_the_place_is_kept(
    reader: Callable[[], DubaoApp],
    builder: type[Any],
    library: Library,
    files: Any,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("tui.screens.reading.screen.LOOK", 0.01)
    async with opened(reader(), MIDDLE) as pilot:
        await press(pilot, "enter", "pagedown")
        place = reading(pilot).query_one(ArticlePane).place()
        builder("临江报").on(2024, 3, 6).page("1").article("新闻一则").add_to(Library(files))
        while "2024-03-06" not in labels(pilot):
            await settled(pilot)
        await settled(pilot)
        assert shown(pilot) == "1.1"
        assert reading(pilot).query_one(ArticlePane).place() == place
        Library(files).remove(ISSUE)
        while "2024-03-05" in labels(pilot):
            await settled(pilot)
        await settled(pilot)
        assert reading(pilot).query_one(ArticlePane).article is not None
        assert "新闻一则" in screen_text(pilot)


async def test_the_first_import_takes_the_samples_place(
    drive: Any, papers: Callable[[], DubaoApp], marks: Marks, builder: Any, tmp_path: Path
) -> None:
    sample, empty = papers().session.library, open_library(tmp_path / "own")
    async with drive(DubaoApp(sample, marks, awaited=empty), (120, 30)) as reader:
        assert reader.shown.startswith("linjiangbao")
        reader.reading.view.look()
        await reader.settle()
        assert reader.shown.startswith("linjiangbao")
        paper = builder("清溪报").on(2024, 3, 9).page("1").article("开园")
        paper.add_to(open_library(tmp_path / "own"))
        reader.reading.view.look()
        await reader.settle()
        assert reader.shown == "qingxibao-2024-03-09/1.1"
        assert reader.labels[0] == "清溪报"


async def test_what_is_set_right_is_of_the_issue_under_the_cursor(
    reader: Callable[[], DubaoApp],
) -> None:
    async with opened(reader(), MIDDLE) as pilot:
        await press(pilot, "end", "right", "down", "e")
        assert "linjiangbao-2024-03-01" in pilot.app.screen.query_one(StatusLine).right
        await press(pilot, "escape", "home", "down", "e")
        assert "linjiangbao-2024-03-05" in pilot.app.screen.query_one(StatusLine).right
