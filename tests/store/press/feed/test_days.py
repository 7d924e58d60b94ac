"""Days of entries: as they are printed, none after it arrived; and where nothing is printed."""

from datetime import UTC, date, datetime

import pytest

from store.press.feed.days import by_day, days_of
from store.press.feed.entries import Entry, Feed

NOW = datetime(2024, 3, 6, 12, tzinfo=UTC)
ARRIVED = datetime(2024, 3, 7, 12, tzinfo=UTC)


def feed(*entries: Entry, made: str = "") -> Feed:
    return Feed("临江报", made=(made,), entries=entries)


def days(found: Feed, file: str = "a.xml", arrived: datetime | None = None) -> list[date | None]:
    return days_of(found, file, NOW, arrived)[0]


def test_the_day_is_the_paper_s() -> None:
    found = feed(
        Entry(published="Tue, 05 Mar 2024 20:00:00 GMT", updated="2024-03-01"),
        Entry(published="Tue, 05 Mar 2024 23:30:00 -0500"),
        Entry(published="rubbish", updated="2024年3月5日"),
    )
    assert days(found) == [date(2024, 3, day) for day in (6, 5, 5)]


def test_an_entry_from_the_future_is_of_the_day_when_it_arrived() -> None:
    found = feed(Entry(published="2031-01-01"), Entry(published="2024-03-05"))
    assert days(found) == [date(2024, 3, 5)] * 2
    assert days(feed(found.entries[0])) == [date(2024, 3, 6)]
    assert days(found, arrived=ARRIVED) == [date(2024, 3, 7), date(2024, 3, 5)]


def test_a_day_is_over_where_the_entry_is_printed() -> None:
    late = feed(Entry(published="2024-03-07T01:00:00+14:00"))
    assert days(late) == [date(2024, 3, 7)]


def test_an_entry_without_a_date_is_of_the_day_of_its_address_or_feed() -> None:
    addressed = Entry(link="https://linjiang.example/2024-03/04/content_1.html")
    assert days(feed(addressed, Entry(), made="2024-03-05T02:00:00+00:00")) == [
        date(2024, 3, 4),
        date(2024, 3, 5),
    ]
    assert days(feed(Entry()), arrived=ARRIVED) == [date(2024, 3, 7)]
    assert days(feed(Entry())) == [None]
    assert days(feed(Entry()), "linjiang-2024-03-02.xml") == [date(2024, 3, 2)]


@pytest.mark.parametrize("arrived", [None, ARRIVED])
def test_a_feed_was_made_when_it_arrived_or_at_its_newest_moment(arrived: datetime | None) -> None:
    found = feed(Entry(published="2024-03-05"), Entry(published="2031-01-01"), made="2024-03-04")
    _, made = days_of(found, "a.xml", NOW, arrived)
    assert made == (arrived or datetime(2024, 3, 4, 16, tzinfo=UTC))


def test_days_come_newest_first_and_none_last() -> None:
    one, two = date(2024, 3, 4), date(2024, 3, 5)
    assert by_day([one, None, two, one]) == [(two, [2]), (one, [0, 3]), (None, [1])]
