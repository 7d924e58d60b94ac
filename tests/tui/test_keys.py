"""Keys that a reader has set in the configuration."""

from collections.abc import Callable
from dataclasses import replace

from store.config import Config
from store.library import Library
from store.marks import Marks
from tui.app import DubaoApp
from tui.commands import Command, keymap
from tui.keys import checked, sections
from tui.panes.status import StatusLine

PLACES = {"list": [Command("s", "star", "Star"), Command("J", "step(1)", "On")]}


def test_every_command_has_a_name_of_its_own_in_its_place() -> None:
    for place, commands in sections().items():
        names = [command.name for command in commands]
        assert len(names) == len(set(names)), place
        assert all(name.replace("-", "").isalnum() for name in names)


def test_names_are_mapped_to_what_is_run() -> None:
    assert keymap(PLACES, {"star": "S,x", "step-on": "n"}) == ({"star": "S,x", "step(1)": "n"}, [])


def test_what_cannot_be_is_said() -> None:
    mapped, wrong = keymap(PLACES, {"star": "J", "eat": "x"})
    assert mapped == {"star": "J"}
    assert len(wrong) == 2
    assert "eat" in wrong[0]
    assert all(word in wrong[1] for word in ("J", "star", "step-on"))
    assert checked({}) == []


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
