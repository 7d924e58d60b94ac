"""Days as people write them."""

from datetime import date

import pytest

from store.dates import day_in, days_in

TODAY = date(2024, 3, 1)  # a Friday


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2019-11-19", date(2019, 11, 19)),
        ("2019年11月19日", date(2019, 11, 19)),
        ("2019 年 11 月 19 日", date(2019, 11, 19)),
        ("２０１９．１１．１９", date(2019, 11, 19)),
        ("2019/11/9", date(2019, 11, 9)),
        ("20191119", date(2019, 11, 19)),
        ("11-19", date(2023, 11, 19)),
        ("2月29日", date(2024, 2, 29)),
        ("3月1日", TODAY),
        ("3.2", date(2023, 3, 2)),
        ("今天", TODAY),
        ("Yesterday", date(2024, 2, 29)),
        ("昨日", date(2024, 2, 29)),
        ("大前天", date(2024, 2, 27)),
        ("7d", date(2024, 2, 23)),
        ("3 days ago", date(2024, 2, 27)),
        ("7天前", date(2024, 2, 23)),
        ("周一", date(2024, 2, 26)),
        ("星期天", date(2024, 2, 25)),
        ("friday", TODAY),
    ],
)
def test_a_day(text: str, day: date) -> None:
    assert day_in(text, TODAY) == day


@pytest.mark.parametrize(
    "text", ["", "2019", "2019-11", "2019-02-30", "13-1", "2-30", "tomorrow", "9999d", "1119", "x"]
)
def test_no_day(text: str) -> None:
    assert day_in(text, date(20, 3, 1)) is None


def test_months_and_years_are_spans() -> None:
    assert days_in("2019年11月") == (date(2019, 11, 1), date(2019, 11, 30))
    assert days_in("2024") == (date(2024, 1, 1), date(2024, 12, 31))
