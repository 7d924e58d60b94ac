"""The help: what it tells of, and how it is searched."""

from collections.abc import Callable
from typing import Any

from tui.app import DubaoApp
from tui.screens.help import HelpText

Papers = Callable[[], DubaoApp]
WIDE = (120, 30)


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


def lines(app: DubaoApp) -> list[str]:
    """Return the lines of the help."""
    text = app.screen.query_one(HelpText)
    return [text.line(number, text.size.width).text for number in range(text.line_count())]
