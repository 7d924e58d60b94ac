"""The front page of an issue, driven by its keys at several sizes."""

from collections.abc import Callable
from typing import Any

import pytest

from store.config import Config, Front
from tui.app import DubaoApp
from tui.panes.article import ArticlePane
from tui.panes.front import FrontPage
from tui.panes.page import PageView
from tui.screens.front import FrontScreen

SIZES = [(40, 12), (80, 24), pytest.param((200, 50), marks=pytest.mark.slow)]
NEW = "linjiangbao-2024-03-05"


@pytest.mark.parametrize("size", SIZES)
async def test_a_headline_opens_its_story(
    papers: Callable[[], DubaoApp], drive: Any, size: tuple[int, int]
) -> None:
    async with drive(papers(), size) as driver:
        await driver.press("f", "f", "j")
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
        await driver.press("f", "f", "j", "j", "j")
        assert "春茶开园采摘忙 茶农增收 2版" in driver.text
        await driver.press("enter")
        assert driver.shown == f"{NEW}/2.2"


async def test_an_entry_says_why_it_leads_nowhere(
    papers: Callable[[], DubaoApp], drive: Any
) -> None:
    async with drive(papers(), (80, 24)) as driver:
        await driver.press("f", "f", "j", "j", "j", "j", "enter")
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
        await driver.press("f", "f", "right_curly_bracket")
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
        await driver.press("f", "f")
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


@pytest.mark.parametrize("size", SIZES)
async def test_the_page_comes_first_then_the_list_then_one_is_back(
    papers: Callable[[], DubaoApp], drive: Any, size: tuple[int, int]
) -> None:
    async with drive(papers(), size) as driver:
        await driver.press("f")
        screen = driver.pilot.app.screen
        page, titles = screen.query_one(PageView), screen.query_one(FrontPage)
        assert screen.focused is page
        assert "1版 要闻" in driver.told
        while page.page.number != "2":
            await driver.press("right_curly_bracket")
        await driver.press("f")
        assert driver.pilot.app.focused is titles
        assert titles.item.page == "2"
        await driver.press("f")
        assert driver.pilot.app.screen is driver.reading


async def test_the_page_opens_a_story_and_an_entry(
    papers: Callable[[], DubaoApp], drive: Any
) -> None:
    async with drive(papers(), (80, 24)) as driver:
        await driver.press("f", "J", "enter")
        assert driver.shown == f"{NEW}/2.2"
        await driver.press("f", "left_curly_bracket", "J", "J", "enter")
        assert "Page 7 is not in the library." in driver.told
        await driver.press("J", "enter")
        assert "No story of this title on page 2." in driver.told
        page = driver.pilot.app.screen.query_one(PageView)
        assert page.page is not None
        assert page.page.number == "2"
        await driver.press("less_than_sign")
        assert "2024-03-03" in driver.told
        await driver.press("escape")
        assert driver.shown == f"{NEW}/2.2"


async def test_a_filter_is_seen_on_the_page(papers: Callable[[], DubaoApp], drive: Any) -> None:
    async with drive(papers(), (80, 24)) as driver:
        await driver.press("slash", *"headline:老桥", "enter", "f")
        (view,) = driver.pilot.app.screen.query(PageView)
        assert view.sheet is not None
        told = [segment for y in range(view.size.height) for segment in view.render_line(y)]
        (hit,) = [segment for segment in told if segment.text == "老桥"]
        assert hit.style is not None
        assert hit.style.reverse


@pytest.mark.parametrize(("front", "view"), [("page", PageView), ("list", FrontPage)])
async def test_the_settings_say_what_comes_first_and_what_one_starts_with(
    library: Any, marks: Any, papers: Any, drive: Any, front: Front, view: type[PageView]
) -> None:
    papers()
    app = DubaoApp(library, marks, Config(front=front, start="front"))
    async with drive(app, (80, 24)) as driver:
        assert isinstance(driver.pilot.app.screen.focused, view)
        await driver.press("escape")
        assert driver.pilot.app.screen is driver.reading
