"""The calendar, driven by its keys at several sizes."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from store.library.library import Library
from tui.app import DubaoApp
from tui.panes.calendar import Calendar
from tui.screens.calendar import CalendarScreen

SIZES = [(40, 12), (80, 24), pytest.param((200, 50), marks=pytest.mark.slow)]


@pytest.fixture
def daily(papers: Callable[[], DubaoApp], library: Library, builder: type[Any]) -> DubaoApp:
    """Give a reader of a second paper that comes out on Tuesdays, one of which is missing."""
    for week in (0, 1, 3, 4, 5, 6, 7, 8, 9):
        day = date(2023, 10, 3) + timedelta(weeks=week)
        builder("青溪报").on(day.year, day.month, day.day).page("1").article(f"{day}").add_to(
            library
        )
    return papers()


@pytest.mark.parametrize("size", SIZES)
async def test_a_day_opens_its_issue(
    papers: Callable[[], DubaoApp], drive: Any, size: tuple[int, int]
) -> None:
    async with drive(papers(), size) as driver:
        await driver.press("C", "left", "left")
        assert isinstance(driver.pilot.app.screen, CalendarScreen)
        assert "2024-03-03" in driver.told
        await driver.press("enter")
        assert driver.shown == "linjiangbao-2024-03-03/1.1"
        await driver.press("H")
        assert driver.shown == "linjiangbao-2024-03-05/1.1"


async def test_a_day_without_an_issue_says_so(papers: Callable[[], DubaoApp], drive: Any) -> None:
    async with drive(papers(), (80, 24)) as driver:
        await driver.press("C", "h")
        assert "no issue" in driver.told
        await driver.press("enter")
        assert "no issue of this day" in driver.told
        await driver.press("escape")
        assert driver.shown == "linjiangbao-2024-03-05/1.1"


@pytest.mark.parametrize("size", SIZES)
async def test_the_papers_stand_one_after_the_other_and_missing_issues_are_marked(
    daily: DubaoApp, drive: Any, size: tuple[int, int]
) -> None:
    async with drive(daily, size) as driver:
        await driver.press("C", "tab")
        assert "2023-12-05" in driver.told
        await driver.press("g", "j", "j")
        assert "2023-10-17" in driver.told
        if size[0] > 40:
            assert "missing" in driver.told
        assert " × " in driver.text
        await driver.press("N", "enter")
        assert driver.shown == "qingxibao-2023-10-10/1.1"


@pytest.mark.parametrize("size", SIZES)
async def test_the_cursor_stays_in_sight(
    daily: DubaoApp, drive: Any, size: tuple[int, int]
) -> None:
    async with drive(daily, size) as driver:
        await driver.press("C", "tab")
        calendar = driver.pilot.app.screen.query_one(Calendar)
        for key in ("g", "pagedown", "pagedown", "G", "pageup", "k", "n", "home"):
            await driver.press(key)
            lit = [
                segment.text
                for y in range(calendar.size.height)
                for segment in calendar.render_line(y)
                if segment.style and segment.style.reverse
            ]
            assert len(lit) == 1, key
        await driver.resize(60, 14)
        assert "2023-10-03" in driver.told


async def test_an_empty_library_has_no_calendar(library: Any, marks: Any, drive: Any) -> None:
    async with drive(DubaoApp(library, marks), (80, 24)) as driver:
        await driver.press("C")
        assert "No issue here has a date." in driver.told
        await driver.press("h", "pageup", "n", "g", "enter", "tab", "escape")
        assert driver.shown == ""
