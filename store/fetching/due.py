"""Which subscriptions are due, and when the next one is."""

from datetime import datetime

from store.subscriptions.models import FetchState, Subscription
from store.subscriptions.schedule import is_due
from store.subscriptions.subscriptions import Subscriptions


def due(subscriptions: Subscriptions, now: datetime) -> list[Subscription]:
    """Return the subscriptions that are to be fetched `now`."""
    states = subscriptions.states()
    return [
        each for each in subscriptions.all() if is_due(states.get(each.name, FetchState()), now)
    ]


def next_due(subscriptions: Subscriptions) -> tuple[datetime, Subscription] | None:
    """Return when which subscription is due next; None where none will be, or one is now."""
    states = subscriptions.states()
    moments = []
    for each in subscriptions.all():
        state = states.get(each.name)
        if state is None or state.due is None:
            return None
        moments.append((state.due, each))
    return min(moments, key=lambda pair: pair[0], default=None)
