"""What is of today: all that is dated so or has come since midnight, across papers.

A day is that of the paper: in the zone of its subscription, else in China's.
"""

from collections.abc import Iterator, Sequence, Set
from datetime import datetime, timedelta

from msgspec import Struct

from store.models import Article, CatalogueRow, Page
from store.moments import utc_now
from store.subscriptions.arrivals import came_since
from store.subscriptions.subscriptions import Subscriptions
from store.subscriptions.zones import SHANGHAI, zone_named
from tui.language import _, plural
from tui.state.outline import by_page, page_label, title
from tui.state.related import Choice
from tui.state.session import Session

_LONGEST_DAY = timedelta(hours=25)
"""The day on which summer time ends."""


class _Group(Struct, frozen=True):
    """What is of today on one page of an issue."""

    row: CatalogueRow
    page: Page
    articles: Sequence[Article]


def todays(session: Session, now: datetime | None = None) -> tuple[Choice, ...]:
    """Return the headlines of today by page, the unread first, as far as the filter leaves them.

    A page's line leads to its first story. Raises DubaoError.
    """
    groups = list(_groups(session, now or utc_now()))
    read = session.marks.read_keys()
    unread = list(_choices(groups, read, were_read=False))
    others = list(_choices(groups, read, were_read=True))
    heading = [Choice(_("Read already:"), others[0].value)] if others else []
    return (*unread, *heading, *others)


def _choices(groups: Sequence[_Group], read: Set[str], *, were_read: bool) -> Iterator[Choice]:
    """Yield a line for each page, and beneath it those of its headlines that were read, or not."""
    for group in groups:
        shown = [each for each in group.articles if (each.key in read) is were_read]
        if shown:
            paper = group.row.paper or _("unknown paper")
            day = group.row.date.isoformat() if group.row.date else _("undated")
            count = plural("{n} story", "{n} stories", len(shown)).format(n=len(shown))
            head = f"{paper}  {day}  {page_label(group.page)}"
            yield Choice(head, shown[0].id, note=count)
        yield from (Choice(f"  {title(each)}", each.id) for each in shown)


def _groups(session: Session, now: datetime) -> Iterator[_Group]:
    rows = session.library.rows()
    midnights = _Midnights(session, now)
    lately = came_since(session.library.files, rows, now - _LONGEST_DAY)
    came = {row.id: dates for row, dates in lately}
    for row in rows:
        midnight = midnights.of(row.paper)
        dated = row.date == midnight.date()
        fresh = {each for each, date in came.get(row.id, {}).items() if date >= midnight}
        if not dated and not fresh:
            continue
        left = {each.id for each in session.shown(row) if dated or each.source in fresh}
        if left:
            for page, articles in by_page(session.library.issue(row.id)):
                yield _Group(row, page, [each for each in articles if each.id in left])


class _Midnights:
    """When the day of each paper began."""

    def __init__(self, session: Session, now: datetime) -> None:
        self._now = now
        self._zones: dict[str, str] = {}
        for own in Subscriptions(session.library.files).all():
            self._zones |= dict.fromkeys({own.paper, own.title} - {""}, own.zone)

    def of(self, paper: str) -> datetime:
        """Return when the day began that it is now where this paper is made."""
        here = self._now.astimezone(zone_named(self._zones.get(paper, SHANGHAI)))
        return here.replace(hour=0, minute=0, second=0, microsecond=0)
