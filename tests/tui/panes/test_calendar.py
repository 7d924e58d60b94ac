"""The calendar: what is held, what is missing, and a cursor that goes by days."""

from datetime import date, timedelta
from typing import Any

import pytest

from store.models import CatalogueRow
from tui.panes.calendar import Calendar
from tui.state.calendar import IssueCalendar

GONE = date(2024, 3, 8)
DAYS = [day for n in range(40) if (day := date(2024, 3, 1) + timedelta(n)) != GONE]


@pytest.fixture
def held() -> IssueCalendar:
    return IssueCalendar(CatalogueRow(f"linjiangbao-{day}", "临江报", day) for day in DAYS)


async def test_a_cross_stands_where_an_issue_is_missing(stage: Any, held: IssueCalendar) -> None:
    calendar = Calendar()
    async with stage(calendar, (30, 20)) as pane:
        calendar.show(held, DAYS[-1])
        text = "\n".join(pane.text)
        assert "2024-03" in text
        assert text.count("×") == 1


async def test_the_cursor_goes_by_days_weeks_months_and_issues(
    stage: Any, held: IssueCalendar
) -> None:
    calendar = Calendar()
    async with stage(calendar, (30, 20)) as pane:
        calendar.show(held, date(2024, 3, 7))
        days = []
        for key in ("n", "left", "up", "right_curly_bracket", "G", "g"):
            await pane.press(key)
            days.append(f"{calendar.day:%m-%d}")
        assert days == ["03-09", "03-08", "03-01", "04-01", "04-09", "03-01"]
        await pane.press("enter")
        assert isinstance(pane.news[-1], Calendar.Chosen)
        assert pane.news[-1].day == date(2024, 3, 1)


@pytest.mark.parametrize("size", [(30, 20), (80, 20), (61, 7), (21, 4)])
async def test_one_stands_in_the_day_under_the_cursor(
    stage: Any, held: IssueCalendar, size: tuple[int, int]
) -> None:
    calendar = Calendar()
    async with stage(calendar, size) as pane:
        calendar.show(held, DAYS[-1])
        for key in ("g", "right", "down", "G", "left"):
            await pane.press(key)
            x, y = calendar.standing()
            assert pane.text[y][x : x + 2] == f"{calendar.day.day:2}"
