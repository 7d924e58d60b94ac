"""Bringing the pictures of what was read: within bounds, and no fetch fails for want of one.

They lie in the spool until their articles are in the library.
"""

from collections.abc import Collection, Iterator

from store.errors import NetError
from store.fetching.asking import Asker
from store.fetching.spool import Spool
from store.imports.sources import Reading
from store.press.text.web_address import LONGEST
from store.subscriptions.pictures import LARGEST_PICTURE, Address, Pictures, is_picture

OF_STORY, TOGETHER = 10, 60
"""Pictures of one story, and of what comes together, at most."""

_AT_ONCE = 2**23
"""Bytes of pictures that are written in one go."""

_LEAVE_ALONE = {"busy", "refused"}
"""Answers after which a host is not asked for more pictures of what has come."""


def bring(asker: Asker, spool: Spool, reading: Reading, asked: Collection[str]) -> tuple[str, ...]:
    """Bring the pictures of what was read into the spool, if the subscription wants them.

    Those that were `asked` for are not asked for again; return the addresses of the others. Raises
    NetError only when all is stopped.
    """
    if not asker.subscription.pictures:
        return ()
    found = dict.fromkeys(url for _, url in _pictures(reading) if url not in asked)
    brought = list(found)[:TOGETHER]
    for url in brought:
        if spool.get(url) is not None:
            continue
        try:
            body = asker.picture(url, LARGEST_PICTURE)
        except NetError as error:
            if error.code == "stopped":
                raise
            if error.code in _LEAVE_ALONE:
                break
        else:
            if is_picture(body):
                spool.put(url, body)
    return tuple(brought)


def keep(pictures: Pictures, spool: Spool, reading: Reading) -> None:
    """Keep the pictures in the spool of what was read, which is in the library by now.

    A few are held in memory at a time. Raises LibraryError.
    """
    some: dict[Address, bytes] = {}
    for address in _pictures(reading):
        body = spool.get(address[1])
        if body is not None:
            some[address] = body
        if sum(map(len, some.values())) >= _AT_ONCE:
            pictures.keep(some)
            some = {}
    if some:
        pictures.keep(some)


def _pictures(reading: Reading) -> Iterator[Address]:
    """Yield where the pictures of what was read belong, and where they are."""
    for result in reading.results:
        for article in result.issue.articles:
            for picture in article.pictures[:OF_STORY]:
                there = picture.url.startswith("http") and ".invalid/" not in picture.url
                if article.source and there and len(picture.url) <= LONGEST:
                    yield article.source, picture.url
