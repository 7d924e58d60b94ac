"""Which days' issues of a paper are held, and which are missing: what the calendar shows.

A plain object made of the catalogue's rows; months count as ``year * 12 + month - 1``.
"""

from calendar import monthrange
from collections import Counter
from collections.abc import Iterable
from datetime import date

from store.models import CatalogueRow

REGULAR = 0.5
"""The share of a weekday's dates, between the first issue held and the last, on which there must be
an issue for the paper to count as one that comes out on that weekday."""


class IssueCalendar:
    """The dated issues of one paper; at least one of `rows` must have a date."""

    def __init__(self, rows: Iterable[CatalogueRow]) -> None:
        self.held = {row.date: row for row in rows if row.date is not None}
        self.first, self.last = min(self.held), max(self.held)
        self.months = range(month_of(self.first), month_of(self.last) + 1)
        weeks, rest = divmod((self.last - self.first).days + 1, 7)
        more = {(self.first.weekday() + n) % 7 for n in range(rest)}
        came = Counter(day.weekday() for day in self.held)
        self._weekdays = {
            weekday
            for weekday, times in came.items()
            if times > 1 and times >= REGULAR * (weeks + (weekday in more))
        }

    def is_missing(self, day: date) -> bool:
        """Return whether the paper came out that day, by its habit, and the issue is not held."""
        within = self.first < day < self.last
        return within and day not in self.held and day.weekday() in self._weekdays

    def beside(self, day: date, by: int) -> date:
        """Return the first day after `day` that has an issue, or before it if `by` is negative.

        Where there is none it is `day` itself.
        """
        if by > 0:
            return min((held for held in self.held if held > day), default=day)
        return max((held for held in self.held if held < day), default=day)

    def days_later(self, day: date, by: int) -> date:
        """Return the day `by` days after `day`, or the last one before the months shown end."""
        begin, end = self.first.replace(day=1), self.last.replace(day=length(self.months[-1]))
        number = max(begin.toordinal(), min(day.toordinal() + by, end.toordinal()))
        return date.fromordinal(number)

    def months_later(self, day: date, by: int) -> date:
        """Return the same day `by` months later, or the nearest one that is shown."""
        month = max(self.months[0], min(month_of(day) + by, self.months[-1]))
        return month_start(month).replace(day=min(day.day, length(month)))


def month_of(day: date) -> int:
    """Return the number of the month of `day`."""
    return day.year * 12 + day.month - 1


def month_start(month: int) -> date:
    """Return the first day of the month of this number."""
    return date(month // 12, month % 12 + 1, 1)


def length(month: int) -> int:
    """Return how many days the month of this number has."""
    return monthrange(month // 12, month % 12 + 1)[1]
