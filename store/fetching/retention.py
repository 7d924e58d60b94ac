"""Keeping what a subscription brings for so many days: what is older, and nobody's, is removed.

What is removed can be brought back until what is removed is emptied, and no later fetch brings it.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from store.library.library import Library
from store.models import CatalogueRow
from store.reader.clippings import Clips
from store.reader.marks import Marks
from store.subscriptions.models import FetchedDay, Subscription
from store.subscriptions.subscriptions import Subscriptions
from store.subscriptions.zones import day_in


def first_kept(own: Subscription, now: datetime) -> date:
    """Return the first day of which `own` keeps everything."""
    if not own.keep_days:
        return date.min
    return day_in(own.zone, now) - timedelta(days=own.keep_days)


def retire(
    library: Library,
    subscriptions: Subscriptions,
    own: Subscription,
    mine: tuple[Marks, Clips],
    now: datetime,
) -> list[str]:
    """Remove what `own` brought and keeps no longer; return the ids of those issues.

    One stays as a whole if any article of it is starred, tagged or clipped by the reader (`mine`),
    if anything was set right in it, if it did not come from the web alone, or if its day was asked
    for or it was brought back after it had been removed so. Raises LibraryError.
    """
    known = subscriptions.days(own.name)
    exempt = {day for day, each in known.items() if each.exempt}
    old = [row for row in _old(library, own, first_kept(own, now)) if row.date not in exempt]
    if not old:
        return []
    marks, clips = mine
    wanted = set(marks.starred_keys()).union(*marks.tags().values())
    wanted |= {clip.key for clip in clips.all()}
    gone = [row for row in old if not wanted.intersection(row.keys) and _as_it_came(library, row)]
    for row in gone:
        library.remove(row.id)
    removed = FetchedDay(whole=True, exempt=True)
    subscriptions.note(days={(own.name, row.date): removed for row in gone if row.date})
    return [row.id for row in gone]


def is_kept(own: Subscription, day: date | None, now: datetime) -> bool:
    """Return whether what is of this `day` is kept at all."""
    return day is None or day >= first_kept(own, now)


def _old(library: Library, own: Subscription, first: date) -> Iterator[CatalogueRow]:
    names = {own.paper, own.title} - {""}
    for row in library.rows():
        if row.date and row.date < first and row.paper in names:
            yield row


def _as_it_came(library: Library, row: CatalogueRow) -> bool:
    """Return whether an issue came from the web alone, and nothing was set right in it."""
    sources = library.issue(row.id).sources
    fetched = all(source.name.startswith(("http://", "https://")) for source in sources)
    return fetched and not library.corrections(row.id)
