"""Help for where one stands: what it tells of, and how it is searched."""

from collections.abc import Callable
from typing import Any

from tui.app import DubaoApp
from tui.screens.help import HelpText, hints_for, named, nodes_above

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


async def test_it_tells_of_where_one_stands_and_closes(drive: Any, papers: Papers) -> None:
    app = papers()
    async with drive(app, (80, 24)) as reader:
        await reader.press("question_mark")
        in_list = reader.text
        assert "Esc closes this help" in lines(app)[-1]
        await reader.press("escape", "enter", "question_mark")
        assert reader.text != in_list, "the article has commands of its own"
        await reader.press("q")
        assert app.screen is reader.reading


async def test_it_is_scrolled_to_its_end_and_no_further(drive: Any, papers: Papers) -> None:
    app = papers()
    async with drive(app, (80, 12)) as reader:
        await reader.press("question_mark")
        text = app.screen.query_one(HelpText)
        await reader.press("down", "pagedown")
        assert text.top == 1 + text.size.height - 1
        await reader.press(*["pagedown"] * 20)
        assert text.top == text.last_top == text.line_count() - text.size.height
        await reader.press(*["b"] * 20)
        assert text.top == 0


async def test_words_narrow_it(drive: Any, papers: Papers) -> None:
    app = papers()
    async with drive(app, WIDE) as reader:
        await reader.press("question_mark")
        every = lines(app)
        await reader.press("slash", *"star article", "enter")
        assert len(lines(app)) < len(every)
        assert any("Star the article" in line for line in lines(app))
        assert not any("page down" in line for line in lines(app))
        await reader.press("slash", *"qqq", "enter")
        assert "Nothing here is like that." in "".join(lines(app))


async def test_a_command_is_found_by_its_name_and_hinted_at(drive: Any, papers: Papers) -> None:
    app = papers()
    async with drive(app, WIDE):
        found = named(app.screen, "star")
        assert found is not None
        assert found[0] is app.screen
        assert named(app.screen, "nosuch") is None
        assert any("help" in hint for hint in hints_for(app.screen))


def lines(app: DubaoApp) -> list[str]:
    """Return the lines of the help."""
    text = app.screen.query_one(HelpText)
    return [text.line(number, text.size.width).text for number in range(text.line_count())]
