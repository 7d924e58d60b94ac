"""Addresses of pages on the web, in the one form in which they are kept and compared."""

import re
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

LONGEST = 2_000
"""Characters of an address that is kept (`store.bounds.Url`)."""

_TRACKING = re.compile(
    r"utm_\w+|at_(?:medium|campaign\w*|link\w*)|spm|from|isappinstalled|share_?\w*|fbclid|gclid|wxshare\w*|scene|sharefrom|tt_from",
    re.IGNORECASE,
)
"""Parameters that say how a reader came, and not what they came for."""


def canonical(address: str) -> str:
    """Return `address` without user, fragment and what follows a reader; ``""`` if it is no page's.

    A page has an address of http or https, and a host.
    """
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
