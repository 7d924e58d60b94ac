"""When a subscription is due next: by its interval or times of day, and later after failures."""

from datetime import datetime, timedelta

from store.subscriptions.models import FetchState, Subscription
from store.subscriptions.times import clock_times
from store.subscriptions.zones import zone_named

EVERY = {"feed": 60, "epaper": 120}
"""Minutes between two fetches, by kind, where a subscription says nothing else."""

FIRST_RETRY = timedelta(minutes=5)
"""How soon after a first failure it is tried again; after each further one twice as late."""
LAST_RETRY = timedelta(days=1)

_DOUBLINGS = 16


def interval(subscription: Subscription) -> timedelta:
    """Return how long after a fetch the next is due, where no times of day are set."""
    return timedelta(minutes=subscription.every or EVERY[subscription.kind])


def due_after(
    subscription: Subscription, state: FetchState, now: datetime, wait: timedelta | None = None
) -> datetime:
    """Return when it is due after a fetch that ended `now` and left `state`.

    After failures that is later each time, a day at most, and not before the host's own `wait`.
    """
    if not state.failures:
        regular = _next(subscription, now)
        return max(regular, now + wait) if wait else regular
    back_off = min(FIRST_RETRY * (1 << min(state.failures - 1, _DOUBLINGS)), LAST_RETRY)
    return now + max(back_off, wait or timedelta())


def is_due(state: FetchState, now: datetime) -> bool:
    """Return whether a subscription whose fetches fare so is to be fetched `now`."""
    return state.due is None or state.due <= now


def _next(subscription: Subscription, now: datetime) -> datetime:
    """Return the moment of the next regular fetch after `now`."""
    times = clock_times(subscription.at)
    if not times:
        return now + interval(subscription)
    here = now.astimezone(zone_named(subscription.zone))
    for day in (here.date(), here.date() + timedelta(days=1)):
        for each in times:
            moment = datetime.combine(day, each, here.tzinfo)
            if moment > here:
                return moment.astimezone(now.tzinfo)
    return now + timedelta(days=1)
