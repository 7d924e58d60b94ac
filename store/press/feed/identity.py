"""What makes an entry the same as one that was fetched before.

Its guid does, else its address, else (as with any article) its headline and beginning. A guid or an
address that stands on entries of different headlines tells nothing of them.
"""

import hashlib
from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct

from store.models import KEY_DIGITS
from store.press.feed.entries import Entry
from store.press.text.web_address import canonical, join


class Identity(Struct, frozen=True):
    """What an entry is known by: its key and its address, each perhaps empty."""

    key: str = ""
    url: str = ""


def identities(entries: Sequence[Entry], site: str) -> list[Identity]:
    """Return what each of the `entries` is known by; `site` is the address of their feed's site.

    A guid that is no address is one of its site's: other sites count from 1, too.
    """
    urls = [_address(entry, site) for entry in entries]
    guids = [" ".join(entry.guid.split()) for entry in entries]
    guid_tells = _telling(zip(guids, entries, strict=True))
    url_tells = _telling(zip(urls, entries, strict=True))
    found = []
    for guid, url in zip(guids, urls, strict=True):
        url = url if url_tells(url) else ""
        if guid and guid_tells(guid):
            found.append(Identity(_key(guid if canonical(guid) else f"{site}\n{guid}"), url))
        else:
            found.append(Identity(_key(url) if url else "", url))
    return found


def _address(entry: Entry, site: str) -> str:
    """Return the address of an entry's page, which its guid may be, too."""
    link = join(site, entry.link) if entry.link else ""
    return canonical(link) or canonical(entry.guid)


def _telling(signs: Iterable[tuple[str, Entry]]) -> Callable[[str], bool]:
    """Return what says whether a sign stands on entries of one headline alone."""
    titles: dict[str, set[str]] = {}
    for sign, entry in signs:
        titles.setdefault(sign, set()).add(entry.title)
    return lambda sign: len(titles[sign]) == 1


def _key(sign: str) -> str:
    return hashlib.sha256(f"entry\n{sign}".encode("utf-8", "replace")).hexdigest()[:KEY_DIGITS]
