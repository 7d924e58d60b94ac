"""What a list of another reader's names: an address, its title, its tags."""

from collections.abc import Collection, Iterable

from msgspec import Struct

from store.subscriptions.models import Kind, Subscription
from store.subscriptions.naming import name_for
from store.subscriptions.zones import SHANGHAI


class Listed(Struct, frozen=True):
    """An address that a list names, with the title and the tags that it gives it.

    It is that of a feed, or of a page that `is_page`.
    """

    address: str
    title: str = ""
    tags: tuple[str, ...] = ()
    is_page: bool = False
    every: int = 0
    at: str = ""
    zone: str = SHANGHAI
    pages: str = ""
    """When and what of it to fetch, as `Subscription` has it; other readers' lists lack it."""


def as_subscriptions(
    listed: Iterable[Listed], there: Collection[Subscription]
) -> list[Subscription]:
    """Return subscriptions of what is `listed`, but of addresses that are `there` already."""
    addresses = {each.address for each in there}
    names = {each.name for each in there}
    made = []
    for each in listed:
        if each.address in addresses:
            continue
        addresses.add(each.address)
        name = name_for(each.title, each.address, names)
        names.add(name)
        kind: Kind = "epaper" if each.is_page else "feed"
        made.append(
            Subscription(
                name,
                each.address,
                kind,
                title=each.title,
                tags=each.tags,
                every=each.every,
                at=each.at,
                zone=each.zone,
                pages=each.pages,
            )
        )
    return made
