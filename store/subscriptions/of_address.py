"""The way in which one address is asked that belongs to no subscription: that of its host's."""

from collections.abc import Collection
from urllib.parse import urlsplit

from msgspec.structs import replace

from store.subscriptions.models import Subscription


def asked_once(
    address: str, there: Collection[Subscription], paper: str = "", *, allow_private: bool = False
) -> Subscription:
    """Return how `address` is asked: as what is subscribed `there` of its host, or of its `paper`.

    Its agent, proxy, cookies, certificate and pause are taken. A login, and that private addresses
    are allowed, are for the origin for which they were given (scheme, host and port) alone.
    """
    alone = Subscription(address, address, "epaper", allow_private=allow_private)
    like = _like(address, there, paper)
    if like is None:
        return alone
    same = _origin(like.address) == _origin(address)
    return replace(
        alone,
        agent=like.agent,
        credentials=like.credentials if same else "",
        proxy=like.proxy,
        cookies=like.cookies,
        certificate=like.certificate,
        pause=like.pause,
        allow_private=allow_private or (same and like.allow_private),
    )


def _like(address: str, there: Collection[Subscription], paper: str) -> Subscription | None:
    """Return the subscription whose origin it is, else whose host, else whose paper."""
    for way in (_origin, _host):
        for each in there:
            if way(each.address) == way(address):
                return each
    return next((each for each in there if paper and paper in (each.paper, each.title)), None)


def _origin(address: str) -> tuple[str, str]:
    parts = urlsplit(address)
    return parts.scheme, parts.netloc.rpartition("@")[2].lower()


def _host(address: str) -> str:
    return urlsplit(address).hostname or ""
