"""What can be done where one stands: each key once, found by its name, hinted at."""

from collections.abc import Callable
from typing import Any

from tui.app import DubaoApp
from tui.screens.standing import hints_for, named, nodes_above

Papers = Callable[[], DubaoApp]
WIDE = (120, 30)


async def test_no_command_is_told_of_with_a_key_that_something_nearer_takes(
    drive: Any, papers: Papers
) -> None:
    app = papers()
    async with drive(app, WIDE) as reader:
        for keys in ((), ("enter",), ("slash",), ("escape", "f"), ("escape", "C"), ("escape", "e")):
            await reader.press(*keys)
            told = [
                key
                for _node, _help, commands in nodes_above(app.screen)
                for command in commands
                for key in command.keys.split(",")
            ]
            assert len(told) == len(set(told))
        await reader.press("escape", "slash")
        told = [c.action for _n, _h, commands in nodes_above(app.screen) for c in commands]
        assert "back" not in told, "the key edits the line"


async def test_a_command_is_found_by_its_name_and_hinted_at(drive: Any, papers: Papers) -> None:
    app = papers()
    async with drive(app, WIDE):
        found = named(app.screen, "star")
        assert found is not None
        assert found[0] is app.screen
        assert named(app.screen, "nosuch") is None
        assert any("help" in hint for hint in hints_for(app.screen))
