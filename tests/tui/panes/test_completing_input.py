"""A line to type in: Tab completes, and completes otherwise."""

from typing import Any

from tui.panes.completing_input import CompletingInput, no_completions


def complete(text: str) -> tuple[int, tuple[str, ...]]:
    """Offer places for what begins like them."""
    begin = text.rfind(" ") + 1
    places = ("石门", "石桥") if text[begin:] == "石" else ()
    return begin, places


async def test_tab_puts_one_after_the_other_in_place_of_the_last_word(stage: Any) -> None:
    line = CompletingInput("where", complete)
    async with stage(line) as pane:
        line.put("茶 石")
        seen = []
        for _ in range(3):
            await pane.press("tab")
            seen.append(line.value)
        assert seen == ["茶 石门", "茶 石桥", "茶 石门"]
        assert line.cursor_position == len(line.value)


async def test_where_nothing_fits_tab_is_the_screens(stage: Any) -> None:
    line = CompletingInput("where", no_completions)
    async with stage(line) as pane:
        await pane.press("a", "tab")
        assert line.value == "a"
