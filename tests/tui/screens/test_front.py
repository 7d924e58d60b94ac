"""The front page of an issue, driven by its keys at several sizes."""

from collections.abc import Callable
from typing import Any

import pytest

from tui.app import DubaoApp
from tui.panes.article import ArticlePane
from tui.panes.front import FrontPage
from tui.screens.front import FrontScreen

SIZES = [(40, 12), (80, 24), pytest.param((200, 50), marks=pytest.mark.slow)]
NEW = "linjiangbao-2024-03-05"


@pytest.mark.parametrize("size", SIZES)
async def test_a_headline_opens_its_story(
    papers: Callable[[], DubaoApp], drive: Any, size: tuple[int, int]
) -> None:
    async with drive(papers(), size) as driver:
        await driver.press("f", "j")
        assert isinstance(driver.pilot.app.screen, FrontScreen)
        assert "老桥换新颜" in driver.text
        await driver.press("enter")
        assert driver.shown == f"{NEW}/1.2"
        assert isinstance(driver.reading.focused, ArticlePane)


@pytest.mark.parametrize("size", SIZES)
async def test_an_entry_opens_the_story_that_it_announces(
    papers: Callable[[], DubaoApp], drive: Any, size: tuple[int, int]
) -> None:
    async with drive(papers(), size) as driver:
        await driver.press("f", "j", "j", "j")
        assert "春茶开园采摘忙 茶农增收 2版" in driver.text
        await driver.press("enter")
        assert driver.shown == f"{NEW}/2.2"


async def test_an_entry_says_why_it_leads_nowhere(
    papers: Callable[[], DubaoApp], drive: Any
) -> None:
    async with drive(papers(), (80, 24)) as driver:
        await driver.press("f", "j", "j", "j", "j", "enter")
        assert "Page 7 is not in the library." in driver.told
        await driver.press("j", "enter")
        assert "No story of this title on page 2." in driver.told
        page = driver.pilot.app.screen.query_one(FrontPage)
        assert page.item.article.headline == "石匠收徒"


@pytest.mark.parametrize("size", SIZES)
async def test_the_cursor_goes_by_pages_and_the_screen_by_issues(
    papers: Callable[[], DubaoApp], drive: Any, size: tuple[int, int]
) -> None:
    async with drive(papers(), size) as driver:
        await driver.press("f", "right_curly_bracket")
        page = driver.pilot.app.screen.query_one(FrontPage)
        assert page.item.article.id == f"{NEW}/2.1"
        await driver.press("left_curly_bracket")
        assert page.item.article.id == f"{NEW}/1.1"
        await driver.press("less_than_sign", "less_than_sign", "less_than_sign")
        assert "2024-03-01" in driver.text
        assert "No earlier issue" in driver.told
        await driver.press("enter")
        assert driver.shown == "linjiangbao-2024-03-01/1.1"


async def test_the_cursor_begins_where_one_reads_and_outlives_a_resize(
    papers: Callable[[], DubaoApp], drive: Any
) -> None:
    async with drive(papers(), (80, 24)) as driver:
        await driver.press("j", "j", "j", "j", "enter")
        shown = driver.shown
        await driver.press("f")
        page = driver.pilot.app.screen.query_one(FrontPage)
        assert page.item.article.id == shown
        await driver.press("G")
        last = page.item
        await driver.resize(40, 12)
        assert page.item == last
        assert last.article.headline in driver.text
        await driver.press("escape")
        assert driver.shown == shown


async def test_an_empty_library_has_no_front_page(library: Any, marks: Any, drive: Any) -> None:
    async with drive(DubaoApp(library, marks), (80, 24)) as driver:
        await driver.press("f", "right_curly_bracket", "greater_than_sign", "y", "backspace", "L")
        assert driver.shown == ""
