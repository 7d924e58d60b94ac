"""Changing a subscription: what was put off or passed over by what it was is looked at again."""

from msgspec.structs import replace

from store.subscriptions.models import Subscription
from store.subscriptions.schedule import due_after
from store.subscriptions.subscriptions import Subscriptions


def changed(subscriptions: Subscriptions, before: Subscription, after: Subscription) -> None:
    """Put `after` in the place of `before`, durably.

    It is due as it says now, and its host is asked for what is new to it: pages of the newest issue
    and whole stories that were not wanted. Raises DubaoError.
    """
    subscriptions.edit(before.name, after)
    state = subscriptions.states().get(after.name)
    if state is None:
        return
    due = due_after(after, state, state.asked) if state.asked else None
    state = replace(state, etag="", modified="", moved="", moved_times=0, due=due)
    days = {}
    if state.newest and after.pages != before.pages:
        known = subscriptions.days(after.name).get(state.newest)
        if known:
            days[after.name, state.newest] = replace(known, whole=False)
    subscriptions.note({after.name: state}, days)
