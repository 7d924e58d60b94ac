"""Commands by name, scopes, counts, and how the panes stand, at the keys."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from store.reader.clippings import open_clips
from store.reader.marks import Marks
from tests.tui.screens.reading.fake_host import FakeHost
from tui.app import DubaoApp
from tui.panes.filter import FilterPane
from tui.panes.issues import IssueList
from tui.screens.front import FrontScreen
from tui.screens.reading import command_line
from tui.screens.reading.command_line import CommandLine
from tui.screens.reading.layout import PaneLayout

WIDE = (120, 30)
Papers = Callable[[], DubaoApp]


async def type_order(reader: Any, text: str) -> None:
    await reader.press("colon", *text, "enter")


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("read", 1),
        ("read page", 3),
        ("read issue", 5),
        ("read shown", 9),
        ("read above", 0),
        ("read below", 8),
        ("read /3日头条", 1),
        ("read /", 0),
    ],
)
async def test_a_scope_is_read_as_one_action(
    drive: Any, papers: Papers, marks: Marks, text: str, read: int
) -> None:
    async with drive(papers(), WIDE) as reader:
        await type_order(reader, text)
        assert len(marks.read_keys()) == read
        await reader.press("u")
        assert not marks.read_keys()


async def test_stars_and_tags_are_given_and_taken_away(
    drive: Any, papers: Papers, marks: Marks
) -> None:
    async with drive(papers(), WIDE) as reader:
        await type_order(reader, "star page")
        assert len(marks.starred_keys()) == 3
        await type_order(reader, "unstar")
        assert len(marks.starred_keys()) == 2
        await type_order(reader, "tag 水利 issue")
        assert len(marks.tags()["水利"]) == 5
        await type_order(reader, "untag 水利 shown")
        assert not marks.tags()
        await type_order(reader, "tag")
        assert "a tag and no more" in reader.told
        await type_order(reader, "read 水利")
        assert "read: 水利 is no scope; choose one of " in reader.told
        await type_order(reader, "read /")
        assert "type what to look for behind the /" in reader.told
        assert not marks.read_keys()


@pytest.mark.parametrize(
    ("text", "clipped"),
    [
        ("clip", 1), ("clip page", 3), ("clip issue", 5), ("clip shown", 9), ("clip above", 0),
        ("clip below", 8), ("clip /3日头条", 1),
    ],
)  # fmt: skip
async def test_a_scope_is_clipped_once(
    drive: Any, papers: Papers, state: Path, text: str, clipped: int
) -> None:
    async with drive(papers(), WIDE) as reader:
        await type_order(reader, text)
        assert len(list(open_clips(state).all())) == clipped
        await type_order(reader, "clip shown")
        clips = list(open_clips(state).all())
        assert len(clips) == len({clip.article for clip in clips}) == 9
        await type_order(reader, "clip shown")
        assert "0 articles clipped. 9 were clipped already." in reader.told
        await type_order(reader, "clip 防汛")
        assert "Clip what?" in reader.told
        await type_order(reader, "clip /没有")
        assert len(list(open_clips(state).all())) == 9


def test_not_too_many_are_clipped_at_once(
    host: FakeHost, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command_line, "MOST_CLIPPED", 2)
    commands = CommandLine(host, PaneLayout(host, host.place()))
    asyncio.run(commands.run("clip shown"))
    assert "too many to clip at once (at most 2)" in host.told
    assert not list(open_clips(state).all())


async def test_two_keys_mark_a_scope(drive: Any, papers: Papers, marks: Marks) -> None:
    async with drive(papers(), WIDE) as reader:
        await reader.press("M", "p")
        assert len(marks.read_keys()) == 3
        await reader.press("M", "x")
        assert "None of these letters" in reader.told
        await reader.press("end", "M", "a")
        assert len(marks.read_keys()) == 7, "the last row is an issue of two"


async def test_a_command_is_reached_by_its_name(drive: Any, papers: Papers) -> None:
    app = papers()
    async with drive(app, WIDE) as reader:
        first = reader.shown
        await type_order(reader, "next-article")
        assert reader.shown != first
        await type_order(reader, f"go {first}")
        assert reader.shown == first
        await type_order(reader, "go nosuch")
        assert "nosuch" in reader.told
        await type_order(reader, "filter 头条")
        assert reader.reading.query_one(FilterPane).text == "头条"
        await type_order(reader, "nothing-like-it")
        assert "There is no command nothing-like-it" in reader.told
        await reader.press("colon", *"fron", "tab", "enter")
        assert isinstance(app.screen, FrontScreen)


async def test_a_number_before_a_move_is_its_steps(drive: Any, papers: Papers) -> None:
    async with drive(papers(), WIDE) as reader:
        rows = reader.reading.query_one(IssueList)
        await reader.press("home", "3", "j")
        assert rows.cursor == 3
        await reader.press("1", "0", "0", "k")
        assert rows.cursor == 0
        await reader.press("2")
        assert reader.told.startswith("2 ")
        await reader.press("G")
        assert rows.cursor == len(rows.rows) - 1, "where there are no steps it is passed over"
        await reader.press("k")
        assert rows.cursor == len(rows.rows) - 2


async def test_panes_and_the_lists_width_are_chosen_and_kept(drive: Any, papers: Papers) -> None:
    app = papers()
    async with drive(app, WIDE) as reader:
        rows, pane = reader.reading.query_one(IssueList), reader.reading.query_one(FilterPane)
        own = rows.size.width
        await reader.press("right_parenthesis")
        assert rows.size.width == own + 4
        await reader.press("v")
        assert not reader.pane.display
        assert not pane.display
        await reader.press("v")
        assert reader.pane.display
        assert not pane.display
        await reader.press("q")
    async with drive(DubaoApp(app.session.library, app.session.marks), WIDE) as reader:
        rows, pane = reader.reading.query_one(IssueList), reader.reading.query_one(FilterPane)
        assert rows.size.width == own + 4
        assert not pane.display
        await reader.press("v")
        assert pane.display
        await reader.press("equals_sign", "v")
        assert rows.size.width == own
        await reader.press(*["left_parenthesis"] * 20)
        assert rows.size.width == 16
        await reader.press(*["right_parenthesis"] * 40)
        assert rows.size.width == 120 - 34
        await reader.resize(70, 20)
        assert rows.size.width == 70


@pytest.fixture
def line(host: FakeHost) -> CommandLine:
    return CommandLine(host, PaneLayout(host, host.place()))


def test_commands_and_what_they_are_given_are_completed(host: FakeHost, line: CommandLine) -> None:
    host.session.marks.mark_all(["1" * 16], tag="水利")
    line.action_order()
    assert host.completer is not None
    assert host.completer("next-a") == (0, ("next-article",))
    assert host.completer("tag 水") == (4, ("水利",))
    assert host.completer("theme p") == (6, ("paper",))


def test_what_is_typed_is_done_or_told_of(host: FakeHost, line: CommandLine) -> None:
    line.action_order()
    for text in ("theme night", "panes 2", "filter 古桥", "go linjiangbao-2024-03-03", "star page"):
        host.answer(text)
    assert host.outside.theme == "night"
    assert host.told == "1 article marked."
    assert host.panes.filter_pane.text == "古桥"
    assert host.went == ["linjiangbao-2024-03-03/1.1"]
    for text in ("next-article", "wq", "h", "nothing-like-it"):
        host.answer(text)
    ran = [name for _ran, name in host.outside.opened]
    assert ran == ["next-article", "quit", "help", "nothing-like-it"]
    assert "There is no command nothing-like-it" in host.told
