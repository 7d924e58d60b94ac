"""How subscriptions fare, in the words of the screen."""

from collections.abc import Sequence
from datetime import datetime

from store.backends.files import Files
from store.models import CatalogueRow
from store.moments import utc_now
from store.subscriptions.models import FetchState, Subscription
from store.subscriptions.options import as_typed, options_set
from store.subscriptions.subscriptions import Subscriptions
from tui.language import _, plural
from tui.messages import translated
from tui.panes.subscriptions import SubscriptionRow


def rows_of(
    subscriptions: Subscriptions, issues: Sequence[CatalogueRow], now: datetime | None = None
) -> tuple[SubscriptionRow, ...]:
    """Return a row for each subscription, with the newest of the `issues` that it has brought.

    Raises LibraryError.
    """
    states, moment = subscriptions.states(), now or utc_now()
    rows = []
    for own in subscriptions.all():
        state = states.get(own.name, FetchState())
        rows.append(
            SubscriptionRow(
                own.name,
                own.title or own.name,
                _last(state),
                _due(state, moment),
                translated(state.error) if state.error else "",
                _newest(own, state, issues),
                as_typed(options_set(own)),
            )
        )
    return tuple(rows)


def came_since(files: Files, moment: datetime) -> str:
    """Return what fetches that have ended since then have brought, and which of them failed.

    Without any it is ``""``. Raises LibraryError.
    """
    states = Subscriptions(files).states()
    ended = {name: each for name, each in states.items() if each.asked and each.asked >= moment}
    if not ended:
        return ""
    failed = [f"{name}: {translated(each.error)}" for name, each in ended.items() if each.error]
    return _("; ").join((_came(sum(each.came for each in ended.values())), *failed))


def _came(articles: int) -> str:
    return plural("{n} new article", "{n} new articles", articles).format(n=articles)


def _last(state: FetchState) -> str:
    """Return when it was fetched last, and what came of that."""
    if state.asked is None:
        return _("never fetched")
    return f"{_when(state.asked)} {_('failed') if state.error else _came(state.came)}"


def _due(state: FetchState, now: datetime) -> str:
    if state.due is None or state.due <= now:
        return _("due now")
    return _("next {when}").format(when=_when(state.due))


def _when(moment: datetime) -> str:
    """Return a moment in this machine's time; the year is known to whoever reads."""
    return f"{moment.astimezone():%m-%d %H:%M}"


def _newest(own: Subscription, state: FetchState, issues: Sequence[CatalogueRow]) -> str:
    """Return the newest issue that a subscription has brought, ``""`` where it is gone.

    Of fetches that have not told its id, as far as the paper's names tell.
    """
    if state.issue:
        found = (row.id for row in issues if state.issue in (row.id, *row.aliases))
        return next(found, "")
    names = {own.paper, own.title, own.name}
    found = (row.id for row in issues if row.date == state.newest and row.paper in names)
    return next(found, "") if state.newest else ""
