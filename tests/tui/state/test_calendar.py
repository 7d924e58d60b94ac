"""Which issues of a paper are held and which are missing."""

from datetime import date, timedelta

import pytest

from store.models import CatalogueRow
from tui.state.calendar import IssueCalendar

MONDAY = date(2024, 3, 4)


def holdings(*days: date) -> IssueCalendar:
    return IssueCalendar([CatalogueRow(f"i-{day}", "临江报", day) for day in days])


def test_a_day_is_missing_on_which_the_paper_usually_comes_out() -> None:
    mondays = [MONDAY + timedelta(weeks=week) for week in range(8) if week != 3]
    fridays = [MONDAY + timedelta(weeks=week, days=4) for week in range(7)]
    held = holdings(*mondays, *fridays, date(2024, 3, 13))
    assert held.is_missing(MONDAY + timedelta(weeks=3))
    missing = [n for n in range(-7, 70) if held.is_missing(MONDAY + timedelta(days=n))]
    assert missing == [21]


@pytest.mark.parametrize("days", [(MONDAY,), (MONDAY, date(2024, 9, 2))])
def test_a_few_issues_make_no_habit(days: tuple[date, ...]) -> None:
    held = holdings(*days)
    assert not any(held.is_missing(MONDAY + timedelta(days=n)) for n in range(-10, 200))


def test_the_next_issue_and_the_one_before() -> None:
    held = holdings(MONDAY, date(2024, 3, 20), date(2024, 5, 1))
    assert held.beside(MONDAY, 1) == date(2024, 3, 20)
    assert held.beside(date(2024, 4, 1), -1) == date(2024, 3, 20)
    assert held.beside(MONDAY, -1) == MONDAY


def test_days_and_months_stay_within_what_is_shown() -> None:
    held = holdings(date(2024, 1, 31), date(2024, 3, 15))
    assert held.months_later(date(2024, 1, 31), 1) == date(2024, 2, 29)
    assert held.months_later(date(2024, 3, 15), 5) == date(2024, 3, 15)
    assert held.days_later(date(2024, 3, 30), 7) == date(2024, 3, 31)
    assert held.days_later(date(2024, 1, 3), -7) == date(2024, 1, 1)


def test_the_ends_of_time_are_days_like_others() -> None:
    held = holdings(date.min, date.max)
    assert held.days_later(date.max, 1) == date.max
    assert held.months_later(date.min, -1) == date.min
    assert not held.is_missing(date(2024, 3, 4))
