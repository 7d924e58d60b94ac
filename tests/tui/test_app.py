"""The application: keys as they are set, numbers before a move, the palette, guests, the end."""

import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from textual.events import Key, Paste
from textual.pilot import Pilot
from textual.widgets import Input

from store.config import Config
from store.errors import LibraryError
from store.library.library import Library
from store.reader.marks import Marks
from tui.app import MOST_STEPS, DubaoApp
from tui.panes.article import ArticlePane
from tui.panes.filter import FilterPane
from tui.panes.issues import IssueList
from tui.panes.status import StatusLine
from tui.screens.failure import FAILED, NAME
from tui.screens.help import HelpScreen
from tui.screens.reading.screen import ReadingScreen
from tui.terminal.departure import HUNG_UP


async def test_a_key_that_is_set_works_is_shown_and_frees_the_old_one(
    library: Library, marks: Marks, builder: type
) -> None:
    builder().on(2024, 3, 5).page("1").article("喜讯").add_to(library)
    config = replace(Config(), keys={"star": "S"})
    app = DubaoApp(library, marks, config)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("s")
        await pilot.pause()
        assert not marks.starred_keys()
        await pilot.press("S")
        await pilot.pause()
        assert len(marks.starred_keys()) == 1
        keys = {c.title: c.help for c in app.get_system_commands(app.screen)}
        assert keys["Star the article, or no longer"] == "S"


async def test_a_conflict_is_told_at_the_start(
    library: Library, marks: Marks, builder: Callable[..., object]
) -> None:
    app = DubaoApp(library, marks, replace(Config(), keys={"nothing": "x"}))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "There is no command nothing" in " ".join(app.screen.query_one(StatusLine).left)


async def test_keys_in_turn_do_what_they_say(library: Library, marks: Marks, builder: Any) -> None:
    builder().on(2024, 3, 1).page("1").article("甲").article("乙").add_to(library)
    app = DubaoApp(library, marks, Config(keys={"star": "comma s", "toggle-read": "5"}))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("comma", "x", "s", "comma", "s")
        await pilot.pause()
        assert not marks.starred_keys(), "x ended the first, s alone stars and the next unstars"
        await pilot.press("comma", "s")
        await pilot.pause()
        assert len(marks.starred_keys()) == 1
        await pilot.press("5")
        await pilot.pause()
        assert len(marks.read_keys()) == 1, "a digit that is set is no count"


@pytest.fixture
def app(library: Library, marks: Marks, builder: Any) -> DubaoApp:
    """Give a reader of twelve articles on a page."""
    paper = builder().on(2024, 3, 1).page("1")
    for number in range(12):
        paper.article(f"第{number}条")
    paper.add_to(library)
    return DubaoApp(library, marks)


def told(app: DubaoApp) -> str:
    return " ".join(app.screen.query_one(StatusLine).left)


async def test_a_number_before_a_move_is_told_and_taken_once(app: DubaoApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("1", "0")
        assert told(app) == "10"
        await pilot.press("k")
        assert app.screen.query_one(IssueList).cursor == 0
        await pilot.press("1", "0", "j")
        assert app.screen.query_one(IssueList).cursor == 10
        await pilot.press("k", "0")
        assert app.screen.query_one(IssueList).cursor == 9


async def test_a_number_goes_no_higher_than_anybody_asks_for(app: DubaoApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"9" * 9)
        assert told(app) == str(MOST_STEPS)


async def test_the_palette_has_the_commands_of_where_one_stands(app: DubaoApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        in_list = {command.title for command in app.get_system_commands(app.screen)}
        await pilot.press("enter")
        in_article = {command.title for command in app.get_system_commands(app.screen)}
        assert in_list & in_article
        assert in_list ^ in_article
        await pilot.press("ctrl+p", "ctrl+p")
        assert [type(screen).__name__ for screen in app.screen_stack[1:]] == ["Palette"]


async def test_help_opens_once(app: DubaoApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("question_mark")
        await app.run_action("app.help")
        assert [type(screen) for screen in app.screen_stack[1:]] == [HelpScreen]


async def test_guests_are_told_what_they_cannot_do(
    app: DubaoApp, library: Library, marks: Marks
) -> None:
    guest = DubaoApp(library, marks, restricted=True)
    async with guest.run_test(size=(80, 24)) as pilot:
        await pilot.press("e")
        assert "Guests cannot do that." in told(guest)
        assert len(guest.screen_stack) == 1
        titles = {command.title for command in guest.get_system_commands(guest.screen)}
    async with app.run_test(size=(80, 24)):
        assert titles < {command.title for command in app.get_system_commands(app.screen)}


async def test_what_fails_is_told_and_the_reader_goes_on(
    app: DubaoApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise LibraryError("The disk is full.")

    async with app.run_test(size=(80, 24)) as pilot:
        monkeypatch.setattr(app.session.marks, "mark_all", fail)
        monkeypatch.setattr(app.session.marks, "mark", fail)
        await pilot.press("s")
        assert "The disk is full." in told(app)
        assert app.is_running


async def test_the_key_that_quits_is_the_one_set_and_none_while_one_types(
    app: DubaoApp, library: Library, marks: Marks
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        assert app.leaves("q")
        assert not app.leaves("x")
        await pilot.press("slash")
        assert not app.leaves("q")
    assert app.leaves("q"), "keys are read until the last screen is gone, and after"
    other = DubaoApp(library, marks, Config(keys={"quit": "x"}))
    async with other.run_test(size=(80, 24)):
        assert other.leaves("x")
        assert not other.leaves("q")


async def test_it_quits_as_editors_do(app: DubaoApp, library: Library, marks: Marks) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("Z")
        running = [app.is_running]
        await pilot.press("Z")
        await pilot.pause()
        assert [*running, app.is_running] == [True, False]
    other = DubaoApp(library, marks, Config(keys={"quit": "x"}))
    async with other.run_test(size=(80, 24)) as pilot:
        await pilot.press("Z", "Z")
        await pilot.pause()
        assert other.is_running


async def test_the_place_is_kept_and_what_cannot_be_kept_is_for_later(
    app: DubaoApp, marks: Marks, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise LibraryError("The disk is full.")

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("J")
        await app.workers.wait_for_complete()
        app.leaving("SIGHUP")
        assert marks.place().article.endswith("/1.2")
        await pilot.press("K")
        await app.workers.wait_for_complete()
        monkeypatch.setattr(marks, "leave", fail)
        app.leaving("SIGHUP")
        assert [str(message) for message in app.untold] == ["The disk is full."]


async def test_what_fails_once_one_leaves_is_noted_and_the_reason_for_leaving_stays(
    app: DubaoApp, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("DUBAO_STATE", str(tmp_path))
    monkeypatch.setattr(DubaoApp, "is_headless", False)
    assert app.take_failure(KeyError("桥")) == FAILED
    app.departure.leave("hang-up", HUNG_UP)
    assert app.take_failure(KeyError("桥")) == HUNG_UP
    assert (tmp_path / NAME).exists()


async def typed(app: DubaoApp, pilot: Pilot[None], text: str) -> None:
    """Type what the pilot cannot: it finds no character by the names of such keys."""
    for character in text:
        app.post_message(Key(unicodedata.name(character).lower().replace(" ", "_"), character))
        await pilot.pause()


async def test_with_an_input_method_on_keys_do_what_they_mean(
    app: DubaoApp, library: Library, marks: Marks
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("home")
        await typed(app, pilot, "３ｊ")
        assert app.screen.query_one(IssueList).cursor == 3
        assert app.leaves("ｑ")
        await typed(app, pilot, "？")
        assert isinstance(app.screen, HelpScreen)
        await pilot.press("escape")
        await typed(app, pilot, "、、ｑ")
        assert app.screen.query_one(FilterPane).text == "、ｑ", "in a line one types what one types"
        assert not app.leaves("ｑ")
    other = DubaoApp(library, marks, Config(keys={"star": "、"}))
    async with other.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await typed(other, pilot, "、")
        assert len(marks.starred_keys()) == 1, "a key that is set is what it is set for"


@pytest.mark.parametrize(
    ("pasted", "shown"),
    [
        ("城南水库\n今日开闸放水", "城南水库 今日开闸放水"),
        ("城南水库\r\n\r\n  \r今日开闸放水\r", "城南水库 今日开闸放水"),
        ("\n城南水库", "城南水库"),
        (" 水库", " 水库"),
        ("\n", ""),
    ],
)
@pytest.mark.parametrize("key", ["slash", "colon", "ctrl+p"])
async def test_lines_that_are_pasted_become_one(
    app: DubaoApp, key: str, pasted: str, shown: str
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(key)
        app.post_message(Paste(pasted))
        await pilot.pause()
        assert isinstance(app.screen.focused, Input)
        assert app.screen.focused.value == shown


async def test_a_macro_does_its_commands_in_turn_and_keys_wait_for_the_last(
    library: Library, marks: Marks, builder: Any
) -> None:
    builder().on(2024, 3, 1).page("1").article("甲").article("乙").article("丙").add_to(library)
    macros = {"f5": "star,next-article,star,step-on", "comma x": "star,keywords"}
    macros |= {"f6": "unstar shown", "f7": "tag 水利 issue,next-article"}
    app = DubaoApp(library, marks, Config(macros=macros))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("f5")
        await app.answered()
        assert len(marks.starred_keys()) == 2
        assert isinstance(app.screen, ReadingScreen)
        assert app.screen.view.here().endswith("/1.3")
        await pilot.press("comma", "x")
        await app.answered()
        assert len(marks.starred_keys()) == 3
        assert "There is no command keywords here." in told(app)
        await pilot.press("f6")
        await app.answered()
        assert not marks.starred_keys()
        await pilot.press("f7")
        await app.answered()
        assert len(marks.tags()["水利"]) == 3


async def test_what_was_told_goes_with_the_next_key_unless_that_tells_something(
    library: Library, marks: Marks, builder: Any
) -> None:
    paper = builder().on(2024, 3, 1).page("1").article("甲", "城南水库今日放水。" * 40)
    paper.article("乙").add_to(library)
    app = DubaoApp(library, marks)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("enter")
        hints = told(app)
        for next_key in ("V", "home", "end"):
            await pilot.press("r")
            assert told(app).startswith("Marked")
            await pilot.press(next_key)
            assert told(app) == hints
        await pilot.press("r", "s")
        assert told(app) == "Starred."
        await pilot.click(ArticlePane)
        assert told(app) == hints
        await pilot.press("s", "B", "escape")
        assert told(app) == hints


async def test_what_a_macro_did_last_is_told(library: Library, marks: Marks, builder: Any) -> None:
    builder().on(2024, 3, 1).page("1").article("甲").article("乙").add_to(library)
    app = DubaoApp(library, marks, Config(macros={"f5": "star,tag 水利 page,next-article"}))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("f5")
        await app.answered()
        assert told(app).startswith("2 articles marked.")
        assert isinstance(app.screen, ReadingScreen)
        assert app.screen.view.here().endswith("/1.2")
