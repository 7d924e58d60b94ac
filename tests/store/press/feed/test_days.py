"""Days of entries: as they are printed, Shanghai's for UTC, none in the future."""

from datetime import UTC, date, datetime

import pytest

from store.press.feed.days import by_day, days_of, zone_of
from store.press.feed.entries import Entry, Feed, read_feed

NOW = datetime(2024, 3, 6, 12, tzinfo=UTC)


def day(printed: str) -> date | None:
    text = (
        f"<rss><channel><title>a</title><item><pubDate>{printed}</pubDate></item></channel></rss>"
    )
    (found,), _ = days_of(read_feed(text, "a"), zone_of(text), "a.xml", NOW)
    return found


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("Tue, 05 Mar 2024 20:00:00 GMT", 6),
        ("Tue, 05 Mar 2024 20:00:00 +0000", 6),
        ("2024-03-05T20:00:00Z", 6),
        ("Tue, 05 Mar 2024 23:30:00 +0800", 5),
        ("Tue, 05 Mar 2024 23:30:00 -0500", 5),
        ("Tue, 05 Mar 2024 23:30:00 CST", 5),
        ("2024-03-05 23:30:00", 5),
        ("2024-03-05", 5),
    ],
)
def test_the_day_is_the_paper_s(printed: str, expected: int) -> None:
    assert day(printed) == date(2024, 3, expected)


def feed(*entries: Entry, made: str = "") -> Feed:
    return Feed("临江报", "", made, entries)


def days(found: Feed, file: str = "a.xml") -> list[date | None]:
    return days_of(found, zone_of(""), file, NOW)[0]


def test_an_entry_from_the_future_is_of_the_day_when_it_arrived() -> None:
    found = feed(
        Entry(moment="2031-01-01T00:00:00+00:00"), Entry(moment="2024-03-05T00:00:00+00:00")
    )
    assert days(found) == [date(2024, 3, 5)] * 2
    assert days(feed(found.entries[0])) == [date(2024, 3, 6)]


def test_an_entry_without_a_date_is_of_the_day_of_its_address_or_feed() -> None:
    addressed = Entry(link="https://linjiang.example/2024-03/04/content_1.html")
    assert days(feed(addressed, Entry(), made="2024-03-05T02:00:00+00:00")) == [
        date(2024, 3, 4),
        date(2024, 3, 5),
    ]
    assert days(feed(Entry())) == [None]
    assert days(feed(Entry()), "linjiang-2024-03-02.xml") == [date(2024, 3, 2)]


def test_a_year_that_no_clock_shows_is_no_date() -> None:
    assert (
        days(feed(Entry(moment="0001-01-01T00:00:00+00:00"), Entry(moment="rubbish"))) == [None] * 2
    )


def test_days_come_newest_first_and_none_last() -> None:
    one, two = date(2024, 3, 4), date(2024, 3, 5)
    assert by_day([one, None, two, one]) == [(two, [2]), (one, [0, 3]), (None, [1])]
