"""Keys that a reader has set in the configuration."""

from collections.abc import Callable
from typing import Any

from msgspec.structs import replace

from store.config import Config
from store.library.library import Library
from store.reader.marks import Marks
from tui.all_commands import sections
from tui.app import DubaoApp
from tui.panes.status import StatusLine


def test_every_command_has_a_name_of_its_own_in_its_place() -> None:
    for place, commands in sections().items():
        names = [command.name for command in commands]
        assert len(names) == len(set(names)), place
        assert all(name.replace("-", "").isalnum() for name in names)


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


def test_every_key_is_told_by_what_is_printed_on_it() -> None:
    keys = {c.keys_shown() for commands in sections().values() for c in commands}
    assert not [key for key in keys if "_" in key]
