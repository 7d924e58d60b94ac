"""A list that draws only what is seen: its window, and its cursor."""

from typing import Any

from rich.segment import Segment
from textual.strip import Strip

from tui.panes.lines import CursorLines


class Numbers(CursorLines):
    """A hundred lines, each with its number."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[int] = []

    def line_count(self) -> int:
        return 100

    def line(self, number: int, cells: int) -> Strip:
        return Strip([Segment(str(number).ljust(cells))])

    def moved(self) -> None:
        self.told.append(self.cursor)


async def test_the_cursor_moves_by_lines_pages_and_to_the_ends(stage: Any) -> None:
    numbers = Numbers()
    async with stage(numbers) as pane:
        await pane.press("j", "down", "k")
        assert (numbers.cursor, numbers.told) == (1, [1, 2, 1])
        await pane.press("pagedown")
        assert numbers.cursor == 10
        assert pane.text[-1] == "10"
        await pane.press("G", "j")
        assert (numbers.cursor, numbers.at_end) == (99, True)
        assert numbers.told[-1] == 99
        await pane.press("g", "k")
        assert (numbers.cursor, numbers.top) == (0, 0)
        assert pane.text == [str(number) for number in range(10)]


async def test_it_scrolls_within_bounds(stage: Any) -> None:
    numbers = Numbers()
    async with stage(numbers):
        assert numbers.scroll_lines(7)
        assert not numbers.scroll_lines(7)
        assert numbers.scroll_lines(1000)
        assert numbers.top == numbers.last_top == 90
        assert numbers.scroll_lines(-1)
        assert numbers.top == 0


async def test_a_click_puts_the_cursor_there(stage: Any) -> None:
    numbers = Numbers()
    async with stage(numbers) as pane:
        numbers.scroll_lines(20)
        await pane.click(3, 4)
        assert numbers.told == [24]


async def test_one_stands_in_the_line_under_the_cursor(stage: Any) -> None:
    numbers = Numbers()
    async with stage(numbers) as pane:
        for key in ("j", "pagedown", "G", "k", "g"):
            await pane.press(key)
            x, y = numbers.standing()
            assert (x, pane.text[y]) == (0, str(numbers.cursor))
