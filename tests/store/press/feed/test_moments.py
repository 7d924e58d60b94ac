"""Moments in the forms in which feeds print them."""

from datetime import UTC, datetime

import pytest

from store.press.feed.moments import read_moment

EIGHT = (
    "Tue, 05 Mar 2024 08:00:00 +0800",
    "Tue, 05 Mar 2024 00:00:00 GMT",
    "Tue, 05 Mar 2024 00:00:00 -0000",
    "Tue, 05 Mar 2024 08:00:00 CST",
    "Tue, 05 Mar 2024 08:00:00 GMT+8",
    "Tue, 05 Mar 2024 08:00:00 GMT+08:00",
    "Tue, 05 Mar 2024 08:00:00 Asia/Shanghai",
    "Tue, 05 Mar 2024 08:00:00 +9900",
    "Tuesday, 05-Mar-24 00:00:00 GMT",
    "5 Mar 24 08:00 +0800",
    "tue, 5 march 2024 8:00:00",
    "Tue Mar  5 08:00:00 2024",
    "Tue Mar 05 2024 08:00:00 GMT+0800 (中国标准时间)",
    "Mar 5, 2024 8:00 AM",
    "星期二, 05 三月 2024 08:00:00 +0800",
    "周二, 05 3月 2024 08:00:00 +0800",
    "2024-03-05T08:00:00+08:00",
    "2024-03-05T08:00:00.123+0800",
    "2024-03-05T00:00:00Z",
    "2024-03-05T08:00:00",
    "2024-03-05 08:00",
    "2024-3-5 8:00:00",
    "2024/3/5 8:00:00",
    "2024年3月5日 08:00",
    "2024年3月5日 星期二 上午8时00分",
    "3/5/2024 8:00:00 AM",
    "20240305T080000",
    "1709596800",
    "1709596800000",
    "发布时间：2024-03-05 08:00",
)


@pytest.mark.parametrize("printed", EIGHT)
def test_eight_in_the_morning_in_shanghai(printed: str) -> None:
    found = read_moment(printed)
    assert found is not None
    assert found.replace(microsecond=0) == datetime(2024, 3, 5, tzinfo=UTC)
    assert (found.day, found.hour) == (5, 8)


@pytest.mark.parametrize(
    "printed",
    [
        "2024-03-05", "2024/3/5", "2024.03.05", "20240305", "2024年3月5日", "二零二四年三月五日",
        "民国113年3月5日", "March 5th, 2024", "05 Mar 2024", "2024-03-04 24:00:00",
        "2024-03-05 99:99",
    ],
)  # fmt: skip
def test_a_day_alone_is_shanghai_s(printed: str) -> None:
    assert read_moment(printed) == datetime(2024, 3, 4, 16, tzinfo=UTC)


@pytest.mark.parametrize(
    ("printed", "hour"),
    [("2024年3月5日下午3时20分", 15), ("3/5/2024 3:20 PM", 15), ("Mar 5, 2024 12:20 AM", 0)],
)
def test_hours_of_half_a_day(printed: str, hour: int) -> None:
    found = read_moment(printed)
    assert found is not None
    assert (found.day, found.hour, found.minute) == (5, hour, 20)


@pytest.mark.parametrize("zone", ["-0500", "EST", "GMT-5"])
def test_a_printed_zone_keeps_its_days(zone: str) -> None:
    found = read_moment(f"Tue, 05 Mar 2024 23:30:00 {zone}")
    assert found is not None
    assert found.day == 5
    assert found == datetime(2024, 3, 6, 4, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    "printed",
    [
        "", "-", "昨天", "rubbish", "Thu, 01 Jan 1970 00:00:00 GMT", "0000-00-00 00:00:00", "0",
        "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "2024-02-30", "Tue, 99 Mar 2024 99:00:00",
        "9" * 20, "9" * 100_000, "5 Foo 2024", "99/99/2024",
    ],
)  # fmt: skip
def test_what_is_no_moment(printed: str) -> None:
    assert read_moment(printed) is None
