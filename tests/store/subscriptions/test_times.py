"""Intervals and times of day as people write them."""

from datetime import time

import pytest

from store.errors import DubaoError
from store.subscriptions.times import clock_times, minutes


@pytest.mark.parametrize(
    ("text", "count"), [("30m", 30), ("90", 90), ("2h", 120), (" 1D ", 1440), ("5", 5)]
)
def test_intervals(text: str, count: int) -> None:
    assert minutes(text) == count


@pytest.mark.parametrize("wrong", ["", "4m", "0", "soon", "1w", "99999"])
def test_what_is_no_interval_is_told(wrong: str) -> None:
    with pytest.raises(DubaoError, match="no interval"):
        minutes(wrong)


def test_times_of_day_stand_in_order_and_once() -> None:
    assert clock_times("18:00, 6:30,06：30") == (time(6, 30), time(18))
    assert clock_times("") == ()


@pytest.mark.parametrize("wrong", ["24:00", "6.30", "morning", "06:60"])
def test_what_is_no_time_of_day_is_told(wrong: str) -> None:
    with pytest.raises(DubaoError, match="no time of day"):
        clock_times(wrong)
