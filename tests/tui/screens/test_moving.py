"""The moves of a newspaper reader, each driven by its key at several sizes."""

from collections.abc import Callable
from typing import Any

import pytest

from tui.app import DubaoApp

SIZES = [(40, 12), (80, 24), (200, 50)]
BASE = "linjiangbao-2024-03-"


@pytest.mark.parametrize("size", SIZES)
async def test_pages_and_issues_are_a_key_away(
    papers: Callable[[], DubaoApp], drive: Any, size: tuple[int, int]
) -> None:
    async with drive(papers(), size) as driver:
        way = []
        for key in ("}", "y", "<", ">", ">", "}", "{"):
            await driver.press(key)
            way.append(driver.shown.removeprefix(BASE))
        assert way == ["05/2.1", "03/2.1", "01/1.1", "03/1.1", "05/1.1", "05/2.1", "05/1.1"]


async def test_where_a_way_ends_it_is_said(papers: Callable[[], DubaoApp], drive: Any) -> None:
    async with drive(papers(), (80, 24)) as driver:
        for key, said in (
            (">", "No later issue"),
            ("{", "No further page"),
            ("L", "no further place"),
        ):
            await driver.press(key)
            assert said in driver.told
            assert driver.shown == f"{BASE}05/1.1"


@pytest.mark.parametrize("size", SIZES)
async def test_the_way_back_is_the_way_come(
    papers: Callable[[], DubaoApp], drive: Any, size: tuple[int, int]
) -> None:
    async with drive(papers(), size) as driver:
        await driver.press("enter", "c", "pagedown")
        first = (driver.shown, driver.pane.place())
        await driver.press("}", "J", "<")
        assert driver.shown == f"{BASE}03/1.1"
        await driver.press("H", "H", "backspace")
        assert (driver.shown, driver.pane.place()) == first
        await driver.press("L", "L")
        assert driver.shown == f"{BASE}05/2.2"


async def test_what_is_shown_in_passing_is_no_stop_on_the_way_back(
    papers: Callable[[], DubaoApp], drive: Any
) -> None:
    async with drive(papers(), (80, 24)) as driver:
        await driver.press("enter", "h", "j", "j", "enter")
        assert driver.shown == f"{BASE}05/1.3"
        await driver.press("H")
        assert driver.shown == f"{BASE}05/1.1"
        await driver.press("h", "j", "H")
        assert driver.shown == f"{BASE}05/1.1"


async def test_the_moves_keep_to_what_the_filter_leaves(
    papers: Callable[[], DubaoApp], drive: Any
) -> None:
    async with drive(papers(), (80, 24)) as driver:
        way = []
        await driver.press("slash", *"副刊 | 春茶", "enter")
        for key in (">", "{", "y", "y", "<"):
            await driver.press(key)
            way.append(driver.shown.removeprefix(BASE))
        assert way == ["05/2.2", "05/2.2", "03/2.1", "01/2.1", "01/2.1"]
