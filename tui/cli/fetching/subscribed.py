"""The subscriptions of the library that a command works on, and looking at what they may be."""

import argparse
import hashlib
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from store.errors import LibraryError
from tui.cli.libraries import library_of
from tui.language import _

if TYPE_CHECKING:
    from store.fetching.discover import Found
    from store.library.library import Library
    from store.subscriptions.models import Subscription
    from store.subscriptions.subscriptions import Subscriptions


@contextmanager
def subscribed(
    arguments: argparse.Namespace, *, changing: bool = False, follow: bool = False
) -> "Iterator[tuple[Library, Subscriptions]]":
    """Give the library and its subscriptions. Raises LibraryError if `changing` one's is not."""
    from store.subscriptions.subscriptions import Subscriptions

    with library_of(arguments, follow=follow) as library:
        subscriptions = Subscriptions(library.files)
        if changing and not subscriptions.writable():
            raise LibraryError(
                _("{file}: cannot be written, so that nothing is fetched into it.").format(
                    file=library.address
                )
            )
        yield library, subscriptions


def secret_name(library: str, address: str) -> str:
    """Return what the secrets for an address, or a list, are kept under, for one library alone."""
    from urllib.parse import urlsplit

    from store.net.addresses import shown

    without = shown(address)
    plain = re.sub(r"[^a-z0-9]+", "-", urlsplit(without).netloc)[:60].strip("-") or "list"
    whose = f"{library}\n{without}".encode("utf-8", "replace")
    return f"{plain}-{hashlib.sha256(whose).hexdigest()[:12]}"


def secrets_of(own: "Subscription") -> set[str]:
    """Return the names of the secrets that a subscription needs."""
    return {own.credentials, own.cookies, own.proxy} - {"", "none"}


def forget_unused(names: Iterable[str], subscriptions: "Subscriptions") -> None:
    """Forget the secrets of these names that no subscription of the library needs."""
    from store.net.credentials import Credentials

    used = {name for each in subscriptions.all() for name in secrets_of(each)}
    for name in set(names) - used:
        Credentials().forget(name)


def look(own: "Subscription") -> "Found":
    """Return what stands at the address of `own`. Raises DubaoError."""
    from store.fetching.asking import Asker, Workers
    from store.fetching.discover import discover
    from store.moments import utc_now
    from store.net.client import Client

    with Client() as client, Workers(1) as workers:
        return discover(Asker(own, client, workers, utc_now()))


def day_brought(
    library: "Library",
    subscriptions: "Subscriptions",
    found: "Found",
) -> int:
    """Bring the issue whose page was named to a subscriber, and return the exit status."""
    from tui.cli.fetching.run import fetch_now

    assert found.day
    return fetch_now(library, subscriptions, [found.subscription], [found.day]).exit_status
