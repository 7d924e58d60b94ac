"""What is of today, across papers, as choices: by page and headline, the unread first."""

from collections.abc import Iterator, Sequence, Set
from datetime import datetime

from msgspec import Struct

from store.models import Article, CatalogueRow, Page
from store.moments import utc_now
from store.subscriptions.todays import of_today
from tui.language import _, plural
from tui.state.outline import by_page, page_label, title
from tui.state.related import Choice
from tui.state.session import Session


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
            head = f"{paper}  {day}  {page_label(group.page)}".rstrip()
            yield Choice(head, shown[0].id, note=count)
        yield from (Choice(f"  {title(each)}", each.id) for each in shown)


def _groups(session: Session, now: datetime) -> Iterator[_Group]:
    for today in of_today(session.library.files, session.library.rows(), now):
        row = today.row
        left = {each.id for each in session.shown(row) if today.holds(each)}
        if left:
            for page, articles in by_page(session.library.issue(row.id)):
                yield _Group(row, page, [each for each in articles if each.id in left])
