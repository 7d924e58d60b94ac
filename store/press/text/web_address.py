"""Addresses of pages on the web, in the one form in which they are kept and compared."""

import re
from datetime import date
from functools import lru_cache
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

LONGEST = 2_000
"""Characters of an address that is kept (`store.bounds.Url`)."""

_TRACKING = re.compile(
    r"utm_\w+|at_(?:medium|campaign\w*|link\w*)|spm|from|isappinstalled|share_?\w*|fbclid|gclid|wxshare\w*|scene|sharefrom|tt_from",
    re.IGNORECASE,
)
"""Parameters that say how a reader came, and not what they came for."""
DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)[-/_]?(0[1-9]|1[0-2])[-/_]?([0-3]\d)(?!\d)")
"""A day in an address: year, month, day."""
_STATIC = re.compile(r"(\.s?html?)(?:(?:%3f|@)[^/]*)?$", re.IGNORECASE)
"""The name of a static page, and the parameters that programs which save sites put into it."""


_KEPT = re.compile(r"https?://[a-z0-9.-]+/[^\s?#;@%]*")
"""An address that has no other form, as most are."""


@lru_cache(1024)
def canonical(address: str) -> str:
    """Return `address` without user, fragment and what follows a reader; ``""`` if it is no page's.

    A page has an address of http or https, and a host.
    """
    if _KEPT.fullmatch(address) and len(address) <= LONGEST:
        return address
    try:
        parts = urlsplit("".join(address.split()))
        port = f":{parts.port}" if parts.port not in (None, 80, 443) else ""
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return ""
    given = parse_qsl(parts.query, keep_blank_values=True)
    query = urlencode([pair for pair in given if not _TRACKING.fullmatch(pair[0])])
    found = urlunsplit((parts.scheme, f"{parts.hostname}{port}", parts.path or "/", query, ""))
    return found if len(found) <= LONGEST else ""


def join(base: str, link: str) -> str:
    """Return the whole address that `link` names on the page at `base`, ``""`` if it is none."""
    if _KEPT.fullmatch(link):
        return link
    try:
        return urljoin(base, link)
    except ValueError:
        return ""


def resolved(address: str, link: str) -> str:
    """Return the whole address that `link` names on the page at `address`, ``""`` if it is none.

    Fragments go, and so do the parameters of static pages: ``?v=1``, ``?div=-1``.
    """
    link = "".join(link.split())
    if not link or link[0] == "#" or link.lower().startswith(("javascript:", "mailto:", "data:")):
        return ""
    whole = join(address, link.replace("\\", "/"))
    if _KEPT.fullmatch(whole):
        return whole
    try:
        parts = urlsplit(whole)
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https"):
        return ""
    static = _STATIC.search(parts.path)
    path = parts.path[: static.end(1)] if static else parts.path
    return urlunsplit((parts.scheme, parts.netloc, path, "" if static else parts.query, ""))


def day_in(address: str) -> date | None:
    """Return the day that an address names: ``202403/12``, ``2024-03/12``, ``20240312``."""
    parts = urlsplit(address)
    for found in DAY.finditer(f"{parts.path}?{parts.query}"):
        try:
            return date(*map(int, found.groups()))
        except ValueError:
            continue
    return None
