"""What is of today: all that is dated so or has come since midnight, across papers.

A day is that of the paper: in the zone of its subscription, else in China's.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from msgspec import Struct

from store.backends.files import Files
from store.models import Article, CatalogueRow
from store.subscriptions.arrivals import came_since
from store.subscriptions.subscriptions import Subscriptions
from store.subscriptions.zones import SHANGHAI, zone_named

_LONGEST_DAY = timedelta(hours=25)
"""The day on which summer time ends."""


class OfToday(Struct, frozen=True):
    """An issue of which some is of today: all if it is dated so, else what has come since."""

    row: CatalogueRow
    dated: bool
    fresh: frozenset[str]
    """The sources that have come since midnight, by their sha256."""

    def holds(self, article: Article) -> bool:
        """Return whether an article of this issue is of today."""
        return self.dated or article.source in self.fresh


def of_today(files: Files, rows: Sequence[CatalogueRow], now: datetime) -> Iterator[OfToday]:
    """Yield the issues in `rows` of which some is of today. Raises LibraryError."""
    zones: dict[str, str] = {}
    for own in Subscriptions(files).all():
        zones |= dict.fromkeys({own.paper, own.title} - {""}, own.zone)
    came = {row.id: dates for row, dates in came_since(files, rows, now - _LONGEST_DAY)}
    for row in rows:
        here = now.astimezone(zone_named(zones.get(row.paper, SHANGHAI)))
        midnight = here.replace(hour=0, minute=0, second=0, microsecond=0)
        dated = row.date == midnight.date()
        fresh = {each for each, date in came.get(row.id, {}).items() if date >= midnight}
        if dated or fresh:
            yield OfToday(row, dated, frozenset(fresh))
