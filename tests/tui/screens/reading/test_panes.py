"""The three panes: which has the focus, and which is seen where there is no room for all."""

from collections.abc import Callable
from typing import Any

import pytest

from tui.app import DubaoApp
from tui.state.layout import LAYOUTS, Widths


async def test_tab_stops_go_round(drive: Any, papers: Callable[[], DubaoApp]) -> None:
    async with drive(papers(), (120, 30)) as driver:
        panes = driver.reading.view.panes
        stops = []
        for _ in range(4):
            stops.append(panes.focused_name)
            panes.go_by(1)
            await driver.settle()
        assert stops == ["issues", "article", "filter-line", "keywords"]
        assert panes.focused_name == "issues"
        panes.go_by(-1)
        assert panes.focused_name == "keywords"


async def test_what_has_the_focus_is_brought_forward(
    drive: Any, papers: Callable[[], DubaoApp]
) -> None:
    async with drive(papers(), (40, 12)) as driver:
        panes = driver.reading.view.panes
        assert panes.list_width == 0
        panes.go_to("article")
        await driver.settle()
        assert panes.article_pane.region.area
        assert not panes.issues.region.area


async def test_widths_and_breakpoints_are_those_given(
    drive: Any, papers: Callable[[], DubaoApp]
) -> None:
    async with drive(papers(), (120, 30)) as driver:
        panes = driver.reading.view.panes
        panes.set_widths(Widths(20, 30))
        await driver.settle()
        assert (panes.list_width, panes.filter_pane.size.width) == (20, 30)
        panes.set_breakpoints(LAYOUTS[1])
        await driver.settle()
        assert panes.list_width == 0


@pytest.mark.parametrize("size", [(80, 24), (120, 30)])
async def test_the_filter_stands_last_whether_it_came_with_the_screen_or_after(
    drive: Any, papers: Callable[[], DubaoApp], size: tuple[int, int]
) -> None:
    async with drive(papers(), size) as driver:
        panes = driver.reading.view.panes
        assert panes.filter_pane.fill()
        names = [each.id for each in panes.children]
        assert names == ["issues", "rule-list", "article", "rule-filter", "filter"]
